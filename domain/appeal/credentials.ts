import type { Qualification } from '../actor/actor.ts';

/** `internalMedicine` as a person reads it. */
const spoken = (code: string): string => code.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

/** Profession, specialties, certification and licences in one line, as the record keeps them beside a name. */
export const credentialsText = (q: Qualification | undefined): string =>
  q === undefined
    ? 'credentials not recorded'
    : [
        q.profession,
        ...q.specialties.map(spoken),
        ...(q.boardCertified ? ['board certified'] : []),
        ...q.licences.map((l) => `${l.state} ${l.number}`),
      ].join(', ');
