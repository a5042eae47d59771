import type { Subject } from '@openum/domain/suggestion/agent.ts';
import type { SuggestionAnswer } from '@openum/domain/suggestion/event.ts';
import type { AnswerFigures, RunFigures } from '@openum/domain/suggestion/figures.ts';
import type { RunOutcome, SuggestionRun } from '@openum/domain/suggestion/run.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type NewRun = Omit<SuggestionRun, 'model' | 'finishedAt' | 'outcome'>;

export type TakenRun = SuggestionRun & { readonly attempts: number };

/** What a person made of a suggestion on a subject that has no log of a case. */
export type KeptAnswer = Omit<SuggestionAnswer, 'suggestion'> & {
  readonly by: { readonly userId: string; readonly name: string };
  readonly at: Instant;
};

/** Questions to agents and what came of them. Answers of people on cases are events of the case. */
export type Suggestions = {
  ask(scope: Scope, run: NewRun): Promise<void>;
  run(scope: Scope, runId: string): Promise<SuggestionRun | undefined>;
  /** Newest first. */
  ofSubject(scope: Scope, subject: Subject): Promise<readonly SuggestionRun[]>;
  /** Up to `limit` that nobody has answered and that are due, oldest first, hidden from others for `leaseSeconds`. */
  take(scope: Scope, now: Instant, limit: number, leaseSeconds: number): Promise<readonly TakenRun[]>;
  /** The first outcome stands. */
  finish(
    scope: Scope,
    runId: string,
    finished: { readonly model?: string; readonly finishedAt: Instant; readonly outcome: RunOutcome },
  ): Promise<void>;
  /** False, and nothing is written, when it was answered before. */
  answer(scope: Scope, answer: KeptAnswer): Promise<boolean>;
  answersTo(scope: Scope, runId: string): Promise<readonly KeptAnswer[]>;
  /** Of runs asked, and answers given, from one moment to before another. */
  figures(
    scope: Scope,
    from: Instant,
    before: Instant,
  ): Promise<{ readonly runs: readonly RunFigures[]; readonly answers: readonly AnswerFigures[] }>;
};
