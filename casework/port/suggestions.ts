import type { AgentId, Subject } from '@openum/domain/suggestion/agent.ts';
import type { DropReason } from '@openum/domain/suggestion/drop.ts';
import type { SuggestionAnswer } from '@openum/domain/suggestion/event.ts';
import type { AnswerFigures, CallFigures, RunFigures } from '@openum/domain/suggestion/figures.ts';
import type { Failure, RunOutcome, SuggestionRun, Verdict } from '@openum/domain/suggestion/run.ts';
import type { AiSuggestion } from '@openum/domain/suggestion/suggestion.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type NewRun = Omit<SuggestionRun, 'model' | 'finishedAt' | 'outcome'>;

export type TakenRun = SuggestionRun & { readonly attempts: number };

/** What a person made of a suggestion on a subject that has no log of a case. */
export type KeptAnswer = Omit<SuggestionAnswer, 'suggestion' | 'exchanges'> & {
  readonly by: { readonly userId: string; readonly name: string };
  readonly at: Instant;
};

/** Questions by when they were asked, and by what they are. */
export type QuestionFilter = {
  readonly from: Instant;
  readonly before: Instant;
  readonly agent?: AgentId;
  readonly agentVersion?: string;
  /** `none`: of those that no model was at hand for. */
  readonly model?: string;
  /** A code of a service that they are about. */
  readonly service?: string;
};

export const questionStates = ['open', 'abstained', 'failed', 'suggested'] as const;
export type QuestionState = (typeof questionStates)[number];

export type QuestionListFilter = QuestionFilter & {
  /** What came of them; `open` when nothing has yet. */
  readonly state?: QuestionState;
  readonly because?: Failure;
  /** Of an answer something was left out: for one of these reasons. */
  readonly left?: readonly DropReason[];
};

/** What a question was about, as a list names it. */
type Named = { readonly caseNumber?: string };

export type ListedQuestion = SuggestionRun &
  Named & { readonly calls: number; readonly inputTokens: number; readonly outputTokens: number };

export type ShownListFilter = QuestionFilter & {
  /** What a person made of them; `none`: nothing yet. */
  readonly verdict?: readonly (Verdict | 'none')[];
  /** Only those that quote a page. */
  readonly quoting?: true;
};

/** One suggestion that people saw, and what one made of it. */
export type ListedSuggestion = Named &
  Pick<SuggestionRun, 'runId' | 'agent' | 'agentVersion' | 'subject' | 'input' | 'askedAt' | 'model'> & {
    readonly position: number;
    readonly suggestion: AiSuggestion;
    readonly answer?: Pick<KeptAnswer, 'verdict' | 'reason' | 'changedTo' | 'at'> & { readonly by: string };
  };

export type SuggestionPage<T> = { readonly rows: readonly T[]; readonly next?: string };

/** Questions to agents and what came of them. Answers of people on cases are events of the case. */
export type Suggestions = {
  ask(scope: Scope, run: NewRun): Promise<void>;
  run(scope: Scope, runId: string): Promise<SuggestionRun | undefined>;
  /** Newest first. */
  ofSubject(scope: Scope, subject: Subject): Promise<readonly SuggestionRun[]>;
  /** Up to `limit` that nobody has answered and that are due, oldest first, hidden from others for `leaseSeconds`. */
  take(scope: Scope, now: Instant, limit: number, leaseSeconds: number): Promise<readonly TakenRun[]>;
  /** The first outcome stands. `services`: those that were found when its pages were read. */
  finish(
    scope: Scope,
    runId: string,
    finished: {
      readonly model?: string;
      readonly finishedAt: Instant;
      readonly outcome: RunOutcome;
      readonly services?: readonly string[];
    },
  ): Promise<void>;
  /** False, and nothing is written, when it was answered before. */
  answer(scope: Scope, answer: KeptAnswer): Promise<boolean>;
  answersTo(scope: Scope, runId: string): Promise<readonly KeptAnswer[]>;
  /** Of questions asked then, what came of them, what people have made of it until now, and what they cost. */
  figures(
    scope: Scope,
    filter: QuestionFilter,
  ): Promise<{
    readonly runs: readonly RunFigures[];
    readonly answers: readonly AnswerFigures[];
    readonly calls: readonly CallFigures[];
  }>;
  /** Codes of the services that questions of these days were about, in order. */
  services(scope: Scope, days: Pick<QuestionFilter, 'from' | 'before'>): Promise<readonly string[]>;
  /** Newest first. Throws RangeError on a place that no page gave out. */
  questions(
    scope: Scope,
    filter: QuestionListFilter,
    after: string | undefined,
    limit: number,
  ): Promise<SuggestionPage<ListedQuestion>>;
  /** Of the newest question first, in the order in which it gave them. */
  shown(
    scope: Scope,
    filter: ShownListFilter,
    after: string | undefined,
    limit: number,
  ): Promise<SuggestionPage<ListedSuggestion>>;
};
