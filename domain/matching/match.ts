import type { Physician } from './physician.ts';
import { loadOf } from './policy.ts';
import { capacityOf, type Question, type Reason, type ReasonCode, reasonsFor } from './reasons.ts';

export type Match = {
  readonly userId: string;
  readonly name: string;
  /** No rule keeps them from deciding. */
  readonly may: boolean;
  /** They may, and are there in time to do it. */
  readonly reachable: boolean;
  readonly load: number;
  readonly capacity: number;
  readonly reasons: readonly Reason[];
};

const matchOf = (p: Physician, question: Question): Match => {
  const reasons = reasonsFor(p, question);
  const may = reasons.every((r) => r.kind !== 'bar');
  return {
    userId: p.userId,
    name: p.name,
    may,
    reachable: may && !reasons.some((r) => r.code === 'away'),
    load: loadOf(p.holds, question.now, question.policy),
    capacity: capacityOf(p, question.policy),
    reasons,
  };
};

const speaksAgainst = (m: Match, code: ReasonCode): boolean =>
  m.reasons.some((r) => r.kind === 'against' && r.code === code);

/** Smaller comes first, the first difference counts. */
const order = (m: Match): readonly number[] => [
  Number(!m.may),
  Number(!m.reachable),
  Number(speaksAgainst(m, 'capacity')),
  Number(speaksAgainst(m, 'hours')),
  Number(speaksAgainst(m, 'field')),
  m.capacity > 0 ? m.load / m.capacity : 1,
];

const compare = (a: Match, b: Match): number => {
  const [x, y] = [order(a), order(b)];
  const at = x.findIndex((v, i) => v !== y[i]);
  return at < 0 ? (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) : (x[at] ?? 0) - (y[at] ?? 0);
};

/** Every active physician, whoever should have the case first, each with the reasons. */
export const rankPhysicians = (physicians: readonly Physician[], question: Question): readonly Match[] =>
  physicians
    .filter((p) => p.active)
    .map((p) => matchOf(p, question))
    .toSorted(compare);

/** Whom the case goes to without anybody's choice; undefined when nobody may decide it or all who may are away. */
export const pickFrom = (ranked: readonly Match[], except?: string): Match | undefined =>
  ranked.find((m) => m.reachable && m.userId !== except);

/** Why the first of these may not have it, in words. */
export const barText = (m: Match): string =>
  m.reasons
    .filter((r) => r.kind === 'bar')
    .map((r) => r.text)
    .join('; ');

/** Why there is nobody, for whoever has to find somebody. */
export const nobodyText = (ranked: readonly Match[]): string => {
  if (ranked.length === 0) return 'no active physician is on file';
  const may = ranked.filter((m) => m.may);
  const told = (m: Match, kinds: readonly Reason['kind'][]) =>
    `${m.name} ${m.reasons
      .filter((r) => kinds.includes(r.kind) && r.code !== 'field' && r.code !== 'capacity')
      .map((r) => r.text)
      .join(', ')}`;
  return may.length > 0
    ? `nobody who may decide is at work in time: ${may.map((m) => told(m, ['against'])).join('; ')}`
    : `nobody may decide: ${ranked.map((m) => told(m, ['bar'])).join('; ')}`;
};
