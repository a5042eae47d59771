import type { AgentId } from './agent.ts';
import type { Verdict } from './run.ts';
import type { AiSuggestion } from './suggestion.ts';

/**
 * A person has dealt with what a model suggested. The record holds what was shown, by which model and instructions, and what the
 * person made of it; what follows for the case is in events of its own, by the same person.
 */
export type SuggestionAnswer = {
  readonly runId: string;
  /** Place among the suggestions of its run. */
  readonly position: number;
  readonly agent: AgentId;
  readonly agentVersion: string;
  readonly model: string;
  readonly suggestion: AiSuggestion;
  /** What was sent and what came back, by the hash of each exchange: the log of the case vouches for them too. */
  readonly exchanges?: readonly { readonly callId: string; readonly sha256: string }[];
  readonly verdict: Verdict;
  /** Of a rejection always. */
  readonly reason?: string;
  /** The words as the person changed them. */
  readonly changedTo?: string;
};

export type SuggestionEvent = { readonly type: 'SuggestionAnswered'; readonly data: SuggestionAnswer };
