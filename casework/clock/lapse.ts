import { appealClocks } from '@openum/domain/appeal/appeal.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import { execute } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import type { ListedClock } from '../port/clockList.ts';
import type { Scope } from '../port/scope.ts';
import { lapseOf } from './overdue.ts';

/**
 * Writes down a missed deadline with the effect that its rule gives it. False when there was nothing to write: somebody acted
 * meanwhile, or another process wrote it. Throws when the effect cannot be given.
 */
export const noteMissed = async (
  casework: Casework,
  scope: Scope,
  { caseId, clockId }: ListedClock,
): Promise<boolean> => {
  const { environment } = casework;
  const executed = await execute(casework, scope, {
    caseId,
    command: async (loaded) => {
      const started = [...loaded.state.clocks, ...appealClocks(loaded.state)].find((k) => k.clockId === clockId);
      if (!started) return refuse('clockUnknown', { clock: clockId });
      return {
        type: 'NoteMissedDeadline',
        actor: { kind: 'system', component: 'clock' },
        now: environment.now(),
        ...lapseOf(loaded, started, await withOwnCriteria(casework, scope)),
      };
    },
  });
  if (executed.kind === 'done') return true;
  const harmless = ['clockUnknown', 'deadlineAlreadyNoted', 'deadlineNotMissed', 'notAllowedInStatus'];
  if (executed.kind === 'refused' && harmless.includes(executed.refusal.code)) return false;
  throw new Error(executed.kind === 'refused' ? `refused: ${executed.refusal.code}` : 'the case kept changing');
};
