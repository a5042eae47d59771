import { readFileSync } from 'node:fs';
import type { LanguageModel, ModelAnswer } from '@openum/casework/port/languageModel.ts';
import type { Redaction } from '@openum/domain/suggestion/redact.ts';
import { modelFetch } from './fetch.ts';

/** Hosts by which a machine reaches itself. */
export const isOnThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);

export type ModelSettings = {
  readonly url: string;
  readonly name: string;
  /** File that holds the key; read for each question, so that a key can be changed while the server runs. */
  readonly keyFile?: string;
  /** `schema`: the server holds the model to the form; `json`: it only promises JSON. Checked here either way. */
  readonly format: 'schema' | 'json';
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly atOnce: number;
  readonly callsPerDay: number;
  readonly tokensPerDay: number;
  readonly redaction: Redaction;
  /** Text of records under 42 CFR Part 2 may be sent to it. */
  readonly takesPart2?: boolean;
  readonly price?: { readonly input: number; readonly output: number };
};

const mostOutputTokens = 4000;

type Failed = Extract<ModelAnswer, { kind: 'failed' }>;
type Usage = { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined } | undefined;

const spent = (usage: Usage) => ({ inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 });

const isTimeout = (e: unknown): boolean =>
  e instanceof Error && (e.name === 'TimeoutError' || e.name === 'AbortError' || isTimeout(e.cause));

const nothing = { text: '', inputTokens: 0, outputTokens: 0 };

/** Any server that speaks the chat completions of OpenAI, on this machine or elsewhere. */
export const createLanguageModel = (settings: ModelSettings): LanguageModel => {
  const { url, name, keyFile, format, timeoutSeconds, retries } = settings;

  const failure = async (e: unknown): Promise<Failed> => {
    const { APICallError, NoObjectGeneratedError, RetryError } = await import('ai');
    if (isTimeout(e)) return { kind: 'failed', because: 'tooSlow', ...nothing };
    if (RetryError.isInstance(e)) return failure(e.lastError);
    if (NoObjectGeneratedError.isInstance(e)) {
      const because = e.finishReason === 'length' ? 'cutShort' : 'garbage';
      return { kind: 'failed', because, text: e.text ?? '', ...spent(e.usage) };
    }
    if (APICallError.isInstance(e)) {
      if (e.statusCode === undefined || e.isRetryable) return { kind: 'failed', because: 'unreachable', ...nothing };
      const because = e.statusCode >= 400 ? 'refused' : 'garbage';
      return { kind: 'failed', because, ...nothing, text: e.responseBody ?? '' };
    }
    return { kind: 'failed', because: 'garbage', ...nothing };
  };

  return {
    name,
    host: new URL(url).host,
    onThisMachine: isOnThisMachine(new URL(url).hostname),
    redaction: settings.redaction,
    takesPart2: settings.takesPart2 ?? false,
    callsPerDay: settings.callsPerDay,
    tokensPerDay: settings.tokensPerDay,
    atOnce: settings.atOnce,
    ...(settings.price ? { price: settings.price } : {}),
    ask: async ({ system, prompt, schema }) => {
      // Loaded with the first question: an installation without a model never needs it.
      const [{ generateText, Output }, { createOpenAICompatible }] = await Promise.all([
        import('ai'),
        import('@ai-sdk/openai-compatible'),
      ]);
      globalThis.AI_SDK_LOG_WARNINGS = false;
      try {
        const provider = createOpenAICompatible({
          name: 'installation',
          baseURL: url,
          fetch: modelFetch,
          supportsStructuredOutputs: format === 'schema',
          ...(keyFile ? { apiKey: readFileSync(keyFile, 'utf8').trim() } : {}),
        });
        const result = await generateText({
          model: provider(name),
          system,
          prompt,
          output: Output.object({ schema, name: 'suggestions' }),
          temperature: 0,
          maxOutputTokens: mostOutputTokens,
          maxRetries: retries,
          timeout: timeoutSeconds * 1000,
        });
        const { text, finishReason, usage } = result;
        // Half an answer may read like a whole one.
        if (finishReason === 'length') return { kind: 'failed', because: 'cutShort', text, ...spent(usage) };
        return { kind: 'answered', value: result.output, text, ...spent(usage) };
      } catch (e) {
        return failure(e);
      }
    },
  };
};
