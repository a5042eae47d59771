import type { Instant } from '../time/instant.ts';
import type { AgentId, Subject } from './agent.ts';
import type { Drops } from './drop.ts';
import type { AiSuggestion, FieldRead } from './suggestion.ts';
import type { SwitchTarget } from './switch.ts';

/** Why no answer of use came. None of it keeps anybody from working. */
export const failures = [
  'notConfigured',
  'switchedOff',
  'callsUsedUp',
  'tokensUsedUp',
  'unreachable',
  'refused',
  'tooSlow',
  'garbage',
  'cutShort',
  'nothingToRead',
  'cannotRedact',
  'protectedRecord',
  'error',
] as const;
export type Failure = (typeof failures)[number];

type WhatCame =
  | {
      readonly kind: 'suggested';
      /** In the order in which they were kept; a suggestion is named by its place. */
      readonly suggestions: readonly AiSuggestion[];
      readonly drops: Drops;
      /** Pages of the documents that were not shown to the model, for their number. */
      readonly pagesLeftOut?: number;
    }
  | { readonly kind: 'abstained'; readonly because: string }
  | {
      readonly kind: 'failed';
      readonly because: Failure;
      /** The switch that kept it silent, when one did. */
      readonly by?: SwitchTarget;
    };

export type RunOutcome = WhatCame & {
  /** Of a fax: what rules read off it; no model had a part in that. */
  readonly fromRules?: readonly FieldRead[];
};

/** One question to an agent about one subject, and what came of it. */
export type SuggestionRun = {
  readonly runId: string;
  readonly agent: AgentId;
  /** Of the agent's instructions. */
  readonly agentVersion: string;
  readonly subject: Subject;
  /** The line, the denial, or the words that it is about. */
  readonly input: RunInput;
  /** Codes of the services that it is about, as far as they are known. */
  readonly services: readonly string[];
  readonly askedAt: Instant;
  /** Absent: it was asked by itself, when documents had been read. */
  readonly askedBy?: { readonly userId: string; readonly name: string };
  readonly model?: string;
  readonly finishedAt?: Instant;
  readonly outcome?: RunOutcome;
};

export type RunInput = {
  readonly itemSequence?: number;
  readonly denialId?: string;
  /** What a physician wrote, to be said in plain words. */
  readonly rationale?: string;
};

export const verdicts = ['accepted', 'edited', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];
