import { appealClocks } from '@openum/domain/appeal/appeal.ts';
import type { LapsedClock } from '@openum/domain/case/command.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { addDays, type Instant } from '@openum/domain/time/instant.ts';
import { appealLapseOf } from '../appeal/lapse.ts';
import type { LoadedCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { fullApproval } from '../determination/fullApproval.ts';
import { caseClock, receiptOf } from './receipts.ts';

type Parts = Pick<Casework, 'knowledge' | 'environment'>;

/** For a request without dates whose criteria name no span either: ninety days, so that the approval can be used. */
const openSpanDays = 90;

const grantsOf = ({ state }: Pick<LoadedCase, 'state'>, { knowledge, environment }: Parts) =>
  openItems(state).map((item) => {
    const full = fullApproval(state, item, knowledge, environment.now());
    const { start, end } = full.period;
    const period = item.period || end ? full.period : { start, end: addDays(start, openSpanDays - 1) };
    return {
      itemSequence: item.sequence,
      authorized: { ...full, period, authorizationNumber: environment.newNumber('PA') },
    };
  });

/** What the domain needs to note that this clock of the case was missed. */
export const lapseOf = (loaded: Pick<LoadedCase, 'state'>, started: StartedClock, parts: Parts): LapsedClock => {
  const { rule, calendar } = caseClock(started, parts.knowledge);
  return {
    clockId: started.clockId,
    rule,
    calendar,
    grants: rule.lapseEffect === 'approved' ? grantsOf(loaded, parts) : [],
    ...appealLapseOf(loaded, started, rule.lapseEffect, parts),
  };
};

/** Clocks of the request that ran out before `now` and of which the log does not say so yet, the longest overdue first. */
export const overdueClocks = (
  loaded: Pick<LoadedCase, 'state'>,
  parts: Parts,
  now: Instant,
): readonly LapsedClock[] => {
  const { state } = loaded;
  const noted = new Set(state.missedDeadlines.map((m) => m.clockId));
  return [...state.clocks, ...appealClocks(state)]
    .filter((k) => !noted.has(k.clockId))
    .map((started) => ({ started, receipt: receiptOf(state, started, parts.knowledge, now) }))
    .filter(({ receipt }) => receipt.hard && receipt.metAt === undefined && receipt.dueAt < now)
    .sort((a, b) => (a.receipt.dueAt < b.receipt.dueAt ? -1 : 1))
    .map(({ started }) => lapseOf(loaded, started, parts));
};
