import { refuse } from '@openum/domain/case/refusal.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import type { LoadedCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { fullApproval } from '../determination/fullApproval.ts';
import type { ListedClock } from '../port/clockList.ts';
import type { Scope } from '../port/scope.ts';
import { caseClock } from './receipts.ts';

/** For a request without dates whose criteria name no span either: ninety days, so that the approval can be used. */
const openSpanDays = 90;

const grantsOf = ({ state }: LoadedCase, { knowledge, environment }: Casework) =>
  openItems(state).map((item) => {
    const full = fullApproval(state, item, knowledge, environment.now());
    const { start, end } = full.period;
    const period = item.period || end ? full.period : { start, end: addDays(start, openSpanDays - 1) };
    return {
      itemSequence: item.sequence,
      authorized: { ...full, period, authorizationNumber: environment.newNumber('PA') },
    };
  });

/**
 * Writes down a missed deadline with the effect that its rule gives it. False when there was nothing to write: somebody acted
 * meanwhile, or another process wrote it. Throws when the effect cannot be given.
 */
export const noteMissed = async (
  casework: Casework,
  scope: Scope,
  { caseId, clockId }: ListedClock,
): Promise<boolean> => {
  const { knowledge, environment } = casework;
  const executed = await execute(casework, scope, {
    caseId,
    command: (loaded) => {
      const started = loaded.state.clocks.find((k) => k.clockId === clockId);
      if (!started) return refuse('clockUnknown', { clock: clockId });
      const { rule, calendar } = caseClock(started, knowledge);
      return {
        type: 'NoteMissedDeadline',
        actor: { kind: 'system', component: 'clock' },
        now: environment.now(),
        clockId,
        rule,
        calendar,
        grants: rule.lapseEffect === 'approved' ? grantsOf(loaded, casework) : [],
      };
    },
  });
  if (executed.kind === 'done') return true;
  const harmless = ['clockUnknown', 'deadlineAlreadyNoted', 'deadlineNotMissed', 'notAllowedInStatus'];
  if (executed.kind === 'refused' && harmless.includes(executed.refusal.code)) return false;
  throw new Error(executed.kind === 'refused' ? `refused: ${executed.refusal.code}` : 'the case kept changing');
};
