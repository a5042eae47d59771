import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { CheckBasis } from '@openum/domain/suggestion/check.ts';
import type { Redactor } from '@openum/domain/suggestion/redact.ts';
import type { Failure, SuggestionRun } from '@openum/domain/suggestion/run.ts';
import type { AgentAnswer, FieldRead, GivenCitation, Proposal } from '@openum/domain/suggestion/suggestion.ts';
import { z } from 'zod';
import type { Casework } from '../../casework.ts';
import type { Tenant } from '../../port/identity.ts';
import type { LanguageModel } from '../../port/languageModel.ts';
import type { Aliases } from '../prompt.ts';

export type AgentWork = {
  readonly casework: Casework;
  readonly tenant: Tenant;
  readonly run: SuggestionRun;
  readonly model: LanguageModel;
};

/** Questions that are ready to be sent, and how their answers are read and checked. */
export type Prepared = {
  readonly prompts: readonly string[];
  readonly schema: z.ZodType;
  readonly read: (value: unknown) => AgentAnswer;
  readonly basis: CheckBasis;
  readonly pagesLeftOut: number;
  /** Codes of the services that the pages and the subject are about, for the switches. */
  readonly services: readonly string[];
  /** Of a fax: what rules read off it. */
  readonly fromRules?: readonly FieldRead[];
};

export type Prepare = (work: AgentWork) => Promise<Prepared | Extract<Failure, 'nothingToRead' | 'protectedRecord'>>;

export type Agent = { readonly id: AgentId; readonly prepare: Prepare };

/** Every field is always there: servers that hold a model to a form allow no other. */
export const answerOf = <T extends z.ZodType>(entry: T) =>
  z.object({ abstain: z.string().nullable(), suggestions: z.array(entry) });

export const quoteShape = z.object({ document: z.string(), page: z.number().int(), quote: z.string() });

export const givenCitation = (
  { document, page, quote }: z.output<typeof quoteShape>,
  aliases: Aliases,
  { restore }: Redactor,
): GivenCitation => ({ documentId: aliases.back(document), page, quote: restore(quote) });

const longestAbstention = 300;

/** The answer in our terms. What a model says of why it is silent is shortened, and shown as its words. */
export const answered = (abstain: string | null, proposals: readonly Proposal[], { restore }: Redactor): AgentAnswer =>
  proposals.length > 0
    ? { kind: 'suggested', proposals }
    : { kind: 'abstained', because: restore(abstain ?? '').slice(0, longestAbstention) };
