import type { Actor, Licence, PersonActor, Qualification } from '@openum/domain/actor/actor.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';

export const licence = (change: Partial<Licence> = {}): Licence => ({
  state: 'IL',
  number: '036.112233',
  status: 'active',
  expiresOn: calendarDate('2027-07-31'),
  ...change,
});

const qualified = (change: Partial<Qualification> = {}): Qualification => ({
  profession: 'physician',
  licences: [licence()],
  specialties: ['internalMedicine'],
  boardCertified: true,
  npi: '1770000015',
  ...change,
});

export const person = (userId: string, roles: PersonActor['roles'], qualification?: Qualification): PersonActor => ({
  kind: 'person',
  userId,
  name: `Person ${userId}`,
  roles,
  ...(qualification ? { qualification } : {}),
});

export const nurse = person('nurse', ['clinicalReviewer'], qualified({ profession: 'nurse', specialties: [] }));
export const otherNurse = person('other-nurse', ['clinicalReviewer']);
export const coordinator = person('coordinator', ['umCoordinator']);
export const director = person('um-director', ['umDirector']);
export const physician = person('physician', ['medicalDirector'], qualified());
export const otherPhysician = person('other-physician', ['medicalDirector'], qualified({ npi: '1770000023' }));
export const client: Actor = { kind: 'client', clientId: 'clinic-ehr', name: 'Clinic record system' };
export const system: Actor = { kind: 'system', component: 'rules' };

/** The same physician with other credentials. */
export const physicianWith = (change: Partial<Qualification>): PersonActor => ({
  ...physician,
  qualification: qualified(change),
});
