import type { DecisionClocks } from '@openum/domain/case/command.ts';
import type { AuthorizationRequest } from '@openum/domain/case/request.ts';
import { clockContexts, startRequestClocks } from '@openum/domain/clock/request.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';

/**
 * The clocks that a decision made at `at` would start: by when it must be told, where a rule counts that from the decision and not from
 * the request. Such rules are those of states on insured lines.
 */
export const clocksOnDecision = (
  request: AuthorizationRequest,
  at: Instant,
  { knowledge, environment }: Pick<Casework, 'knowledge' | 'environment'>,
): DecisionClocks => {
  const contexts = clockContexts({ ...request, receivedAt: at }, {});
  const of = (event: string): readonly StartedClock[] =>
    startRequestClocks(knowledge.turnaroundRules, contexts, event, at, environment.newId);
  return { decisionMade: of('decisionMade'), adverseDecisionMade: of('adverseDecisionMade') };
};
