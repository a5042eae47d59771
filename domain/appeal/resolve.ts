import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { compareToRequest } from '../determination/compare.ts';
import {
  type AdverseDetermination,
  type Authorized,
  type DecidedBy,
  type Determination,
  isAdverse,
} from '../determination/determination.ts';
import type { Instant } from '../time/instant.ts';
import { type Appeal, lateUndecided, standingMissing } from './appeal.ts';
import { openNext } from './file.ts';
import { decisionProblem } from './guard.ts';

/** Why these are not exactly the lines of the appeal, each once. */
export const linesMismatch = (a: Appeal, sequences: readonly number[]): Refusal | undefined => {
  const seen = new Set<number>();
  for (const n of sequences) {
    if (!a.itemSequences.includes(n)) return refuse('itemUnknown', { item: n });
    if (seen.has(n)) return refuse('itemRepeated', { item: n });
    seen.add(n);
  }
  const missing = a.itemSequences.find((n) => !seen.has(n));
  return missing === undefined ? undefined : refuse('appealLineMissing', { item: missing });
};

export const itemOf = (c: Case, sequence: number): CaseItem & { readonly determination: AdverseDetermination } => {
  const item = c.items.find((i) => i.sequence === sequence);
  if (!item?.determination || !isAdverse(item.determination))
    throw new Error(`line ${sequence} is under appeal without a decision against it`);
  return { ...item, determination: item.determination };
};

export const approvedOnReview = (
  itemSequence: number,
  onReview: NonNullable<Determination['onReview']>,
  by: DecidedBy,
  authorized: Authorized,
  rationale: string,
  decidedAt: Instant,
): CaseEvent => ({
  type: 'ItemDetermined',
  data: { outcome: 'approved', itemSequence, decidedAt, criteria: [], by, authorized, rationale, onReview },
});

/** What is left denied stays the decision of a qualified person: of the reviewer here, of the first one where a body outside reversed. */
export const partlyOnReview = (
  item: ReturnType<typeof itemOf>,
  onReview: NonNullable<Determination['onReview']>,
  authorized: Authorized,
  decidedAt: Instant,
  change: Partial<AdverseDetermination>,
): CaseEvent => ({
  type: 'ItemDetermined',
  data: {
    ...item.determination,
    ...change,
    outcome: compareToRequest(item, authorized).otherService ? 'modified' : 'partiallyApproved',
    authorized,
    decidedAt,
    onReview,
  },
});

export const decideAppeal = (c: Case, a: Appeal, command: CommandOf<'DecideAppeal'>): Decided => {
  const { appealId, lines, actor, now, evidenceOpened, newEvidence, next } = command;
  if (standingMissing(a)) return refuse('appealStandingMissing', { needs: a.standing });
  if (lateUndecided(a)) return refuse('appealLateUndecided');
  const mismatch = linesMismatch(
    a,
    lines.map((l) => l.itemSequence),
  );
  if (mismatch) return mismatch;
  for (const line of lines) {
    const problem = decisionProblem(c, a, command, line);
    if (problem) return problem;
  }
  if (actor.kind !== 'person') return refuse('personRequired');
  const by: Extract<DecidedBy, { kind: 'person' }> = {
    kind: 'person',
    userId: actor.userId,
    name: actor.name,
    role: actor.roles.includes('medicalDirector') ? 'medicalDirector' : 'appealsCoordinator',
    ...(actor.qualification ? { qualification: actor.qualification } : {}),
  };
  const onReview = { kind: 'appeal', id: appealId } as const;
  const criteriaOf = (n: number) =>
    command.criteria.filter((r) => r.itemSequence === n).map(({ itemSequence: _, ...reference }) => reference);
  const changed = lines.flatMap((line): CaseEvent[] => {
    const { outcome, itemSequence, authorized, rationale, memberRationale } = line;
    if (outcome === 'upheld' || !authorized) return [];
    if (outcome === 'overturned') return [approvedOnReview(itemSequence, onReview, by, authorized, rationale, now)];
    const item = itemOf(c, itemSequence);
    const { qualification } = actor;
    const decider = qualification ? { by: { ...by, qualification } } : {};
    return [
      partlyOnReview(item, onReview, authorized, now, {
        ...decider,
        rationale,
        memberRationale,
        criteria: criteriaOf(itemSequence),
        evidenceOpened,
        attestation: { noConflictOfInterest: true, reviewedRecord: true },
      }),
    ];
  });
  const against = lines.filter((l) => l.outcome !== 'overturned').map((l) => l.itemSequence);
  return [
    {
      type: 'AppealDecided',
      data: {
        appealId,
        by,
        lines: lines.map((l) => ({ ...l, criteria: criteriaOf(l.itemSequence) })),
        evidenceOpened,
        newEvidence,
        clocks: changed.length > 0 ? command.clocks : [],
      },
    },
    ...changed,
    ...(next && against.length > 0 ? [openNext(a, next, 'automatic', against, now)] : []),
  ];
};

export const dismissAppeal = (a: Appeal, command: CommandOf<'DismissAppeal'>): Decided => {
  const { appealId, because, reason } = command;
  if (because === 'lateWithoutGoodCause' && !lateUndecided(a)) return refuse('appealNotLate');
  if (because === 'standingNotShown' && !standingMissing(a)) return refuse('appealStandingNotNeeded');
  return required('reason', reason) ?? [{ type: 'AppealDismissed', data: { appealId, because, reason } }];
};

export const withdrawAppeal = ({ appealId, requestedBy, reason }: CommandOf<'WithdrawAppeal'>): Decided =>
  required('requestedBy', requestedBy) ??
  required('reason', reason) ?? [{ type: 'AppealWithdrawn', data: { appealId, requestedBy, reason } }];
