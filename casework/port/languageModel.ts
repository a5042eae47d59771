import type { Redaction } from '@openum/domain/suggestion/redact.ts';
import type { Failure } from '@openum/domain/suggestion/run.ts';
import type { z } from 'zod';

export type ModelQuestion = {
  readonly system: string;
  readonly prompt: string;
  /** What the answer must look like; another one is garbage. */
  readonly schema: z.ZodType;
};

export type ModelAnswer = { readonly inputTokens: number; readonly outputTokens: number; readonly text: string } & (
  | { readonly kind: 'answered'; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly because: Extract<Failure, 'unreachable' | 'refused' | 'tooSlow' | 'garbage' | 'cutShort'>;
    }
);

/** A language model of the installation's choice. It is given text and gives text; it has no tools and reaches nothing. */
export type LanguageModel = {
  readonly name: string;
  /** Host that the prompts go to, for people. */
  readonly host: string;
  /** What is asked of it does not leave the machine. */
  readonly onThisMachine: boolean;
  readonly redaction: Redaction;
  /** The installation's own word that text of records under 42 CFR Part 2 may be sent to it. */
  readonly takesPart2: boolean;
  /** For each tenant and day. */
  readonly callsPerDay: number;
  readonly tokensPerDay: number;
  /** Questions under way at once, in one process. */
  readonly atOnce: number;
  /** US dollars for a million tokens, where somebody pays for them. */
  readonly price?: { readonly input: number; readonly output: number };
  ask(question: ModelQuestion): Promise<ModelAnswer>;
};
