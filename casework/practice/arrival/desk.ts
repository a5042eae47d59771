import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type ArrivalPlan, blockingQuestions } from '@openum/domain/practiceArrival/steps.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Tenant } from '../../port/identity.ts';
import type { ArrivalKept, ArrivalSettled, KeptArrival, PracticeArrival } from '../../port/practiceArrivals.ts';
import type { EpisodeActing, PracticeActing } from '../acting.ts';
import { type ArrivalChoice, applyArrival } from './apply.ts';
import { readArrival } from './record.ts';

const mostWaiting = 500;
const mostSettled = 50;

const byItself = (casework: Casework, practice: Tenant): EpisodeActing => {
  const now = casework.environment.now();
  return {
    casework,
    practice,
    scope: { tenantId: practice.tenantId },
    actor: { kind: 'system', component: 'rules' },
    now,
    today: dateInZone(now, practice.zone),
  };
};

/** An earlier word of the same visit that is not settled: what it changes may give the later one something to say. */
const isBefore = (a: PracticeArrival, b: PracticeArrival): boolean =>
  a.said !== undefined &&
  b.said !== undefined &&
  a.clientId === b.clientId &&
  a.said.visitNumber === b.said.visitNumber &&
  a.said.eventAt < b.said.eventAt;

/** Settles what needs nobody: what the record says already, and, where the practice wants that, what leaves no question. */
const settleByItself = async (
  me: EpisodeActing,
  arrival: PracticeArrival,
  { automatic, waiting }: { readonly automatic: boolean; readonly waiting: readonly PracticeArrival[] },
): Promise<boolean> => {
  const { practiceArrivals } = me.casework;
  const read = await readArrival(me, arrival);
  if (!read || read.plan.questions.length > 0) return false;
  const settle = (settled: Pick<ArrivalSettled, 'outcome' | 'episodeId'>) =>
    practiceArrivals.settle(me.scope, arrival.arrivalId, { ...settled, at: me.now });
  if (read.plan.steps.length === 0 && waiting.some((w) => isBefore(w, arrival))) return false;
  if (read.plan.steps.length === 0)
    return settle({ outcome: 'same', ...(read.episodeId ? { episodeId: read.episodeId } : {}) });
  if (!automatic) return false;
  const applied = await applyArrival(me, arrival);
  if (applied.kind !== 'done') return false;
  return settle({ outcome: 'automatic', ...(applied.episodeId ? { episodeId: applied.episodeId } : {}) });
};

const inOrder = (a: PracticeArrival, b: PracticeArrival): number => {
  const [x, y] = [a.said?.eventAt ?? '', b.said?.eventAt ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Goes through all that waits, in the order in which it happened, until nothing more settles by itself. */
const settleArrivals = async (casework: Casework, practice: Tenant): Promise<void> => {
  const me = byItself(casework, practice);
  const automatic = await casework.practiceArrivals.automatic(me.scope);
  for (let moved = true; moved; ) {
    moved = false;
    const waiting = await casework.practiceArrivals.waiting(me.scope, mostWaiting);
    for (const arrival of waiting.filter((a) => a.said).toSorted(inOrder))
      moved = (await settleByItself(me, arrival, { automatic, waiting })) || moved;
  }
};

/** Keeps a message before anything is done with it. What it changes at once is seen by the next look, a failure there keeps the message. */
export const takeArrival = async (casework: Casework, practice: Tenant, arrival: KeptArrival): Promise<ArrivalKept> => {
  const kept = await casework.practiceArrivals.keep(practice, arrival);
  if (kept.kind === 'kept' && arrival.said) await settleArrivals(casework, practice);
  return kept;
};

export type ArrivalLine = PracticeArrival & { readonly plan?: ArrivalPlan; readonly episodeId?: string };
export type ArrivalsReading = {
  readonly waiting: readonly ArrivalLine[];
  readonly settled: readonly PracticeArrival[];
  readonly automatic: boolean;
  readonly programmes: readonly { readonly programmeId: string; readonly name: string }[];
};

/** What came and waits for somebody, each with what it would change now. */
export const readArrivals = async (me: PracticeActing): Promise<ArrivalsReading> => {
  const { casework, scope } = me;
  const waiting: ArrivalLine[] = [];
  for (const arrival of await casework.practiceArrivals.waiting(scope, mostWaiting)) {
    const read = await readArrival(me, arrival);
    waiting.push({
      ...arrival,
      ...(read ? { plan: read.plan, ...(read.episodeId ? { episodeId: read.episodeId } : {}) } : {}),
    });
  }
  const programmes = await casework.practiceRegister.programmes(scope);
  return {
    waiting,
    settled: await casework.practiceArrivals.settled(scope, mostSettled),
    automatic: await casework.practiceArrivals.automatic(scope),
    programmes: programmes.filter((p) => p.active).map(({ programmeId, name }) => ({ programmeId, name })),
  };
};

const alreadySettled = ({ settled }: PracticeArrival): Refusal =>
  refuse('arrivalSettled', { name: settled?.by?.name ?? 'Somebody' });

const personOf = ({ actor: { userId, name } }: PracticeActing) => ({ userId, name });

/** A person takes a message up as it stands, with what only they could say. */
export const acceptArrival = async (
  me: PracticeActing,
  arrivalId: string,
  choice: ArrivalChoice,
): Promise<Refusal | undefined> => {
  const { casework, scope, now, practice } = me;
  const arrival = await casework.practiceArrivals.get(scope, arrivalId);
  if (!arrival?.said) return refuse('arrivalNotFound');
  if (arrival.settled) return alreadySettled(arrival);
  const blocked = (await readArrival(me, arrival))?.plan.questions.find(({ ask }) =>
    blockingQuestions.some((b) => b === ask),
  );
  if (blocked)
    return refuse('fieldInvalid', {
      field: blocked.ask,
      problem: 'this message cannot be taken up as it stands; put the record right, then set the message aside',
    });
  const applied = await applyArrival(me, arrival, choice);
  if (applied.kind === 'refused') return applied.refusal;
  await casework.practiceArrivals.settle(scope, arrivalId, {
    outcome: 'accepted',
    at: now,
    by: personOf(me),
    ...(applied.episodeId ? { episodeId: applied.episodeId } : {}),
  });
  await settleArrivals(casework, practice);
  return undefined;
};

export const dismissArrival = async (
  me: PracticeActing,
  arrivalId: string,
  reason: string,
): Promise<Refusal | undefined> => {
  const { casework, scope, now } = me;
  const arrival = await casework.practiceArrivals.get(scope, arrivalId);
  if (!arrival) return refuse('arrivalNotFound');
  const settled = { outcome: 'dismissed', at: now, by: personOf(me), reason } as const;
  return (await casework.practiceArrivals.settle(scope, arrivalId, settled)) ? undefined : alreadySettled(arrival);
};

export const saveAutomatic = async (me: PracticeActing, automatic: boolean): Promise<void> => {
  await me.casework.practiceArrivals.saveAutomatic(me.scope, automatic);
  if (automatic) await settleArrivals(me.casework, me.practice);
};
