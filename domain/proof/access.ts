import type { PersonActor, Role } from '../actor/actor.ts';

const proofMakers: readonly Role[] = ['umDirector', 'qualityManager', 'medicalDirector'];
const readersOfReads: readonly Role[] = ['umDirector', 'qualityManager'];

const holdsOne = (actor: Pick<PersonActor, 'roles'>, wanted: readonly Role[]): boolean =>
  actor.roles.some((r) => wanted.includes(r));

/** A whole record leaves the house with a proof pack. */
export const mayMakeProof = (actor: Pick<PersonActor, 'roles'>): boolean => holdsOne(actor, proofMakers);

export const maySeeReads = (actor: Pick<PersonActor, 'roles'>): boolean => holdsOne(actor, readersOfReads);
