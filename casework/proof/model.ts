import type { Case } from '@openum/domain/case/state.ts';
import type { Subject } from '@openum/domain/suggestion/agent.ts';
import type { SuggestionRun } from '@openum/domain/suggestion/run.ts';
import type { Casework } from '../casework.ts';
import type { Exchange } from '../port/modelLog.ts';
import type { Scope } from '../port/scope.ts';
import type { KeptAnswer } from '../port/suggestions.ts';
import { exchangeSha256 } from '../suggestion/exchange.ts';
import { canonical } from '../verify/canonical.ts';
import { messageIdOf } from './kept.ts';

/** A question to a model. Answers of people on the case are events; here stand those from before it was one. */
export type ProofQuestion = SuggestionRun & { readonly answers: readonly KeptAnswer[] };

export type ModelRecord = {
  /** Oldest first. */
  readonly questions: readonly ProofQuestion[];
  readonly exchanges: readonly Exchange[];
};

/** Everything that a model was asked about a case and about the messages that it came from, with each word sent and received. */
export const modelRecord = async (
  { suggestions, modelLog }: Pick<Casework, 'suggestions' | 'modelLog'>,
  scope: Scope,
  caseId: string,
  c: Case,
): Promise<ModelRecord> => {
  const subjects: readonly Subject[] = [
    ...c.documents.flatMap((d) => {
      const id = messageIdOf(d);
      return id === undefined ? [] : [{ kind: 'message', id } as const];
    }),
    { kind: 'case', id: caseId },
  ];
  const runs = (await Promise.all(subjects.map((s) => suggestions.ofSubject(scope, s)))).flatMap((r) => r.toReversed());
  const questions: ProofQuestion[] = [];
  const exchanges: Exchange[] = [];
  for (const run of runs) {
    questions.push({ ...run, answers: await suggestions.answersTo(scope, run.runId) });
    exchanges.push(...(await modelLog.ofRun(scope, run.runId)));
  }
  return { questions, exchanges };
};

/** What of the model's part does not fit the events: an answered suggestion that was not given so, an exchange that was changed. */
export const modelProblems = (
  { suggestionAnswers }: Case,
  { questions, exchanges }: ModelRecord,
  sha256Hex: (text: string) => string,
): readonly string[] => {
  const problems: string[] = [];
  const byRun = new Map(questions.map((q) => [q.runId, q]));
  const byCall = new Map(exchanges.map((x) => [x.callId, x]));
  for (const x of exchanges)
    if (!byRun.has(x.runId)) problems.push(`exchange ${x.callId} belongs to no question of this case`);
  for (const { runId, position, suggestion, exchanges: named } of suggestionAnswers) {
    // Answers of before exchanges were named, in a pack of that time.
    if (named === undefined && questions.length === 0) continue;
    const outcome = byRun.get(runId)?.outcome;
    const given = outcome?.kind === 'suggested' ? outcome.suggestions[position] : undefined;
    if (given === undefined || canonical(given) !== canonical(suggestion))
      problems.push(`question ${runId}: suggestion ${position + 1} is not the one that was answered`);
    for (const { callId, sha256 } of named ?? []) {
      const kept = byCall.get(callId);
      if (!kept) problems.push(`exchange ${callId} is in the record and not in the pack`);
      else if (exchangeSha256(kept, sha256Hex) !== sha256)
        problems.push(`exchange ${callId} is not what the record says`);
    }
  }
  return [...new Set(problems)];
};
