import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { Redaction } from '@openum/domain/suggestion/redact.ts';
import type { Failure } from '@openum/domain/suggestion/run.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** What was sent to a model, as it was sent. */
export type ModelCall = {
  readonly callId: string;
  readonly runId: string;
  readonly agent: AgentId;
  readonly agentVersion: string;
  readonly model: string;
  readonly prompt: string;
  /** What was taken out of it before it was sent; absent where nobody wrote that down. */
  readonly redaction?: Redaction;
  readonly at: Instant;
};

/** What came back, unaltered. */
export type ModelReply = {
  readonly callId: string;
  readonly at: Instant;
  readonly outcome: 'answered' | Failure;
  readonly answer: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
};

export type ModelBudget = {
  /** Beginning of the day that is counted. */
  readonly since: Instant;
  readonly calls: number;
  readonly tokens: number;
};

export type Exchange = ModelCall & { readonly reply?: Omit<ModelReply, 'callId'> };

/** Every word that went to a model and came back, kept as part of the record. It only grows. */
export type ModelLog = {
  /** Counts before it writes, one call at a time: two processes do not spend the same rest. */
  begin(scope: Scope, call: ModelCall, budget: ModelBudget): Promise<'begun' | 'callsUsedUp' | 'tokensUsedUp'>;
  end(scope: Scope, reply: ModelReply): Promise<void>;
  /** Oldest first. */
  ofRun(scope: Scope, runId: string): Promise<readonly Exchange[]>;
  used(scope: Scope, since: Instant): Promise<{ readonly calls: number; readonly tokens: number }>;
};
