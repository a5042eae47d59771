import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { SubjectKind } from '@openum/domain/suggestion/agent.ts';
import { said } from '../case/given.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import type { SuggestionAct } from './act.ts';
import { suggestionAt } from './commandOf.ts';

/** What a person makes of a suggestion on a message or an episode: the words go where the person puts them, and the answer is kept. */
export const answerElsewhere = async (
  casework: Casework,
  scope: Scope,
  actor: PersonActor,
  subject: { readonly kind: Exclude<SubjectKind, 'case'>; readonly id: string },
  { runId, position, verdict, reason, changedTo }: Omit<SuggestionAct, 'type' | 'fact'>,
): Promise<Refusal | undefined> => {
  const run = await casework.suggestions.run(scope, runId);
  if (!run || run.subject.kind !== subject.kind || !suggestionAt(run, subject.id, position))
    return refuse('suggestionUnknown');
  if (verdict === 'rejected' && !reason?.trim()) return refuse('fieldMissing', { field: 'reason' });
  const { agent, agentVersion, model = 'unknown' } = run;
  const kept = await casework.suggestions.answer(scope, {
    ...{ runId, position, agent, agentVersion, model, verdict },
    ...said({ reason, changedTo }),
    by: { userId: actor.userId, name: actor.name },
    at: casework.environment.now(),
  });
  return kept ? undefined : refuse('suggestionAnswered', { name: 'Somebody' });
};
