import type { Case } from '../case/state.ts';
import { localText } from '../clock/due.ts';
import { asksForThemselves, dayOfAct, holdsOneOf, isLicensed, licenceState } from '../determination/qualified.ts';
import { type Instant, millisecondsBetween } from '../time/instant.ts';
import { nextWithin } from '../time/weekly.ts';
import type { MatchingDemand } from './demand.ts';
import { declaredConflict, involvedBefore } from './party.ts';
import { absenceAt, type Physician } from './physician.ts';
import { loadOf, type MatchingPolicy } from './policy.ts';

/** `bar`: this person may not decide. `against`: they may, and another would be better. */
export type ReasonKind = 'bar' | 'against' | 'for';
export type ReasonCode =
  | 'profession'
  | 'licence'
  | 'specialty'
  | 'boardCertification'
  | 'conflict'
  | 'involved'
  | 'away'
  | 'hours'
  | 'capacity'
  | 'field';

export type Reason = { readonly kind: ReasonKind; readonly code: ReasonCode; readonly text: string };

export type Question = {
  readonly case: Case;
  readonly demand: MatchingDemand;
  /** The hard clock of the case that ends first. */
  readonly dueAt?: Instant;
  readonly policy: MatchingPolicy;
  readonly now: Instant;
};

const reason = (kind: ReasonKind, code: ReasonCode, text: string): Reason => ({ kind, code, text });

/** `internalMedicine` or `partiallyApproved` as a person reads it. */
export const fieldWords = (specialty: string): string => specialty.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
const fields = (specialties: readonly string[]): string => specialties.map(fieldWords).join(', ');

const credentials = (p: Physician, { case: c, demand, now }: Question): readonly Reason[] => {
  const q = p.qualification;
  if (q?.profession !== 'physician') return [reason('bar', 'profession', 'is not on file as a physician')];
  const { requirement, preferred } = demand;
  const state = licenceState(c);
  const where = requirement.licence === 'anyState' ? 'any state' : state;
  const licensed = isLicensed(q, requirement, state, dayOfAct(c, now));
  const wanted = requirement.specialties;
  const holds = q.specialties.filter((s) => preferred.includes(s) || wanted?.includes(s));
  return [
    licensed
      ? reason('for', 'licence', `has an active licence of ${where}`)
      : reason('bar', 'licence', `has no active, unrestricted licence of ${where} today`),
    ...(wanted !== undefined && !holdsOneOf(q, wanted)
      ? [reason('bar', 'specialty', `the rule asks for one of: ${fields(wanted)}`)]
      : holds.length > 0
        ? [reason('for', 'field', `works in ${fields(holds)}`)]
        : preferred.length > 0
          ? [reason('against', 'field', `does not work in ${fields(preferred)}`)]
          : []),
    ...(requirement.boardCertified && !q.boardCertified
      ? [reason('bar', 'boardCertification', 'has no board certification on file, and the rule asks for one')]
      : []),
    ...(asksForThemselves(q, c) ? [reason('bar', 'conflict', 'is a provider of this request')] : []),
  ];
};

const interests = (p: Physician, { case: c, demand }: Question): readonly Reason[] => {
  const conflict = declaredConflict(p.conflicts, c);
  return [
    ...(conflict
      ? [
          reason(
            'bar',
            'conflict',
            `declared a conflict with ${conflict.kind === 'member' ? 'this member' : conflict.name}`,
          ),
        ]
      : []),
    ...(demand.uninvolved && involvedBefore(c).includes(p.userId)
      ? [reason('bar', 'involved', 'took part in this case before')]
      : []),
  ];
};

/** Somebody who comes to work in good time is no worse than somebody who is there: cases arrive at night as well. */
const hours = (p: Physician, { case: c, dueAt, now, policy }: Question): readonly Reason[] => {
  const zone = c.request.zone;
  const away = absenceAt(p, now);
  if (away) return [reason('against', 'away', `is out of office until ${localText(away.until, zone)}`)];
  const weekly = p.availability?.hours;
  if (weekly === undefined) return [];
  const next = nextWithin(weekly, now);
  if (next === undefined) return [reason('against', 'away', 'has no working hours')];
  if (next === now) return [reason('for', 'hours', 'is at work now')];
  const when = `is next at work ${localText(next, zone)}`;
  if (dueAt === undefined) return [reason('for', 'hours', when)];
  if (next >= dueAt) return [reason('against', 'away', `${when}, after the deadline`)];
  const inTime = millisecondsBetween(now, next) <= millisecondsBetween(now, dueAt) * policy.reassignAtShare;
  return [reason(inTime ? 'for' : 'against', 'hours', when)];
};

export const capacityOf = (p: Physician, policy: MatchingPolicy): number => p.availability?.capacity ?? policy.capacity;

const room = (p: Physician, { policy, now }: Question): readonly Reason[] => {
  const load = loadOf(p.holds, now, policy);
  const capacity = capacityOf(p, policy);
  return [
    load >= capacity
      ? reason('against', 'capacity', `holds ${load} of ${capacity} points of work`)
      : reason('for', 'capacity', `has room: ${load} of ${capacity} points of work`),
  ];
};

/** Everything that speaks for and against giving the case to this person. */
export const reasonsFor = (p: Physician, question: Question): readonly Reason[] => [
  ...credentials(p, question),
  ...interests(p, question),
  ...hours(p, question),
  ...room(p, question),
];
