import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { barText } from '@openum/domain/matching/match.ts';
import type { PhysicianQueueView } from '@openum/http/contract/physician.ts';

export type QueueRow = PhysicianQueueView['rows'][number];

export const whoseLists = ['mine', 'may', 'free'] as const;
export type Whose = (typeof whoseLists)[number];
export const whoseWords: Record<Whose | 'all', string> = {
  all: 'All',
  mine: 'Mine',
  may: 'I may decide',
  free: 'Nobody’s',
};

export type QueueSearch = {
  readonly whose?: Whose;
  /** The case whose brief is open. */
  readonly case?: string;
  /** Cases of one service stand together, side by side. */
  readonly group?: 'service';
};

export const readQueueSearch = (search: Record<string, unknown>): QueueSearch => {
  const whose = whoseLists.find((w) => w === search.whose);
  return {
    ...(whose ? { whose } : {}),
    ...(typeof search.case === 'string' && search.case !== '' ? { case: search.case } : {}),
    ...(search.group === 'service' ? { group: 'service' } : {}),
  };
};

const stands: Record<Whose, (r: QueueRow, userId: string) => boolean> = {
  mine: (r, userId) => r.row.assigneeUserId === userId,
  may: (r) => r.mine?.may === true,
  free: (r) => r.row.assigneeUserId === undefined,
};

export const rowsOf = (rows: readonly QueueRow[], whose: Whose | undefined, userId: string): readonly QueueRow[] =>
  whose === undefined ? rows : rows.filter((r) => stands[whose](r, userId));

/** Why this person may not open or take the case, as a sentence; undefined when they may. */
export const whyNotTake = (r: QueueRow, actor: PersonActor): string | undefined => {
  if (!r.mine) return 'Only a physician of the plan decides these lines.';
  if (!r.mine.may) return `You may not decide this case: ${barText(r.mine)}.`;
  return r.row.assigneeUserId === actor.userId ? 'You have this case.' : undefined;
};

/** A declared conflict keeps even the brief closed. */
export const whyNotOpen = (r: QueueRow): string | undefined =>
  r.mine?.reasons.some((x) => x.kind === 'bar' && x.code === 'conflict')
    ? `The brief stays closed to you: ${barText(r.mine)}.`
    : undefined;

/** The case to go on with: the next of one's own after this one, then one that nobody has and one may decide. */
export const nextOf = (rows: readonly QueueRow[], after: string | undefined, userId: string): QueueRow | undefined => {
  const at = rows.findIndex((r) => r.row.caseId === after);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return (
    others.find((r) => r.row.assigneeUserId === userId && !r.informationOpen) ??
    others.find((r) => r.row.assigneeUserId === undefined && r.mine?.may === true)
  );
};

export type ServiceGroup = { readonly code: string; readonly label: string; readonly rows: readonly QueueRow[] };

/** Cases of one service together; the group with the earliest deadline first, as the rows come. */
export const groupsOf = (rows: readonly QueueRow[]): readonly ServiceGroup[] =>
  [...Map.groupBy(rows, (r) => r.items[0]?.code ?? '')].map(([code, grouped]) => ({
    code,
    label: grouped[0]?.items[0]?.label ?? 'No line waits',
    rows: grouped,
  }));

/** What the criteria ask of cases of one service: what any of them hinges on first, then what any of them fails. */
export const comparedLabels = (rows: readonly QueueRow[]): readonly string[] => {
  const rank = (label: string): number => {
    if (rows.some((r) => r.hinges.includes(label))) return -1;
    const found = rows.flatMap((r) => r.points.filter((p) => p.label === label).map((p) => p.found));
    return found.includes('against') ? 0 : found.includes('unknown') ? 1 : 2;
  };
  const labels = [...new Set(rows.flatMap((r) => r.points.map((p) => p.label)))];
  return labels.toSorted((a, b) => rank(a) - rank(b));
};
