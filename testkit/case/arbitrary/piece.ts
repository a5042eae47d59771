import { type Actor, type Licence, type Qualification, type Role, roles } from '@openum/domain/actor/actor.ts';
import type { CaseCommand, CommandOf } from '@openum/domain/case/command.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';
import type { Authorized } from '@openum/domain/determination/determination.ts';
import type { ApprovalLock } from '@openum/domain/reopening/lock.ts';
import { addElapsed, calendarDate, type Instant, instant } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { licence } from '../actors.ts';
import { memberRationale, rationale } from '../acts.ts';
import { document, granted, hcpcs, receivedAt } from '../request.ts';

export const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);

export const mostly = <T>(likely: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight = 4) =>
  fc.oneof({ weight, arbitrary: likely }, { weight: 1, arbitrary: other });

/** The evening of 23 November in Chicago is already the 24th in UTC. */
export const moment: fc.Arbitrary<Instant> = some(
  receivedAt,
  addElapsed(receivedAt, { hours: 1 }),
  instant('2026-11-24T05:59:59.999Z'),
  instant('2026-11-24T06:00:00Z'),
  instant('2026-12-31T12:00:00Z'),
);

export const someLicence: fc.Arbitrary<Licence> = fc.record({
  state: mostly(some('IL'), some('OH', 'TX')),
  number: some('1', '2'),
  status: mostly(some<Licence['status']>('active'), some<Licence['status']>('restricted', 'inactive')),
  expiresOn: some('2026-11-22', '2026-11-23', '2026-11-24', '2027-07-31').map(calendarDate),
});

const qualification: fc.Arbitrary<Qualification> = fc.record(
  {
    profession: mostly(some<Qualification['profession']>('physician'), some('nurse', 'pharmacist', 'other')),
    licences: mostly(fc.constant<readonly Licence[]>([licence()]), fc.array(someLicence, { maxLength: 3 }), 2),
    specialties: fc.subarray(['internalMedicine', 'pulmonology']),
    boardCertified: fc.boolean(),
    npi: mostly(some('1770000015'), some('1770000031', '1770000049')),
  },
  { requiredKeys: ['profession', 'licences', 'specialties', 'boardCertified'] },
);

const person: fc.Arbitrary<Actor> = fc.record(
  {
    kind: fc.constant('person' as const),
    userId: some('u1', 'u2'),
    name: some('Person'),
    roles: mostly(
      some<readonly Role[]>(['medicalDirector', 'clinicalReviewer', 'umCoordinator']),
      fc.subarray([...roles]),
    ),
    qualification,
  },
  { requiredKeys: ['kind', 'userId', 'name', 'roles'] },
);

/** Persons of every sort, sending clients, and every part of the system. */
export const anyActor: fc.Arbitrary<Actor> = mostly(
  person,
  some<Actor>(
    { kind: 'client', clientId: 'c', name: 'Clinic' },
    { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', offerId: 'offer-1' },
    { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', requestId: 'ask-1' },
    { kind: 'system', component: 'rules' },
    { kind: 'system', component: 'flow' },
    { kind: 'system', component: 'clock' },
    { kind: 'system', component: 'notices' },
    { kind: 'system', component: 'seed' },
  ),
  5,
);

export const sequence = mostly(some(1, 2), some(3, 9), 6);

export const sequences = fc.array(sequence, { maxLength: 2 });

export const period = mostly(
  some(granted().period),
  some(
    { start: calendarDate('2026-12-01'), end: calendarDate('2026-12-31') },
    { start: calendarDate('2026-12-15'), end: calendarDate('2027-02-28') },
    { start: calendarDate('2026-12-01') },
  ),
);

export const quantity = mostly(
  some({ value: 3, unit: 'mo' }, { value: 3, unit: 'MN' }),
  some({ value: 1, unit: 'mo' }, { value: 0, unit: 'mo' }, { value: 90, unit: 'd' }),
);

export const service = mostly(some({ system: hcpcs, code: 'E1390' }), some({ system: hcpcs, code: 'E1392' }));

export const authorized: fc.Arbitrary<Authorized> = fc.record(
  { authorizationNumber: some('PA-1', 'PA-2'), service, quantity, period },
  { requiredKeys: ['authorizationNumber', 'service', 'period'] },
);

export const yes = mostly(some(true), some(false), 8);

export const documents = fc.array(some(document('d1'), document('d2')), { maxLength: 1 });

export const evaluations: fc.Arbitrary<readonly Evaluation[]> = fc.constant([]);

export const reason = mostly(some('A reason in words.'), some('', ' '), 5);

/** Texts that no letter may give as the reason. */
export const emptyReason = some('', '   ', 'Not medically necessary.', 'Criteria not met.', 'TBD', '{{reason}}');

export const goodReasons: readonly string[] = [rationale, memberRationale];

export const someDay = some('2026-11-25', '2026-12-03', '2027-01-31').map(calendarDate);

export const inpatientLock = (itemSequence: number): ApprovalLock => ({
  itemSequence,
  ruleId: 'MA-INPATIENT-LOCK',
  ruleVersion: '1',
  citation: '42 CFR 422.138(c)',
  exceptions: ['obviousError', 'fraud'],
});

/** What a command brings beside its actor and moment, drawn at random. */
export type Bodies<T extends CaseCommand['type']> = {
  [K in T]: fc.Arbitrary<Omit<CommandOf<K>, 'actor' | 'now' | 'type'>>;
};
