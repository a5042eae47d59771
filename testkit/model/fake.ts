import type { LanguageModel, ModelQuestion } from '@openum/casework/port/languageModel.ts';

export type FakeModel = LanguageModel & { readonly asked: readonly ModelQuestion[] };

/** A model that answers each question with what it is given, without a server. What does not fit the form is garbage. */
export const modelSaying = (
  answer: (question: ModelQuestion) => unknown,
  change: Partial<LanguageModel> = {},
): FakeModel => {
  const asked: ModelQuestion[] = [];
  return {
    ...{ name: 'small', host: '127.0.0.1', onThisMachine: true, takesPart2: false, redaction: 'none' },
    ...{ callsPerDay: 100, tokensPerDay: 100_000, atOnce: 2 },
    ...change,
    asked,
    ask: async (question) => {
      asked.push(question);
      const value = answer(question);
      const usage = { inputTokens: 100, outputTokens: 20, text: JSON.stringify(value) };
      return question.schema.safeParse(value).success
        ? { kind: 'answered', value, ...usage }
        : { kind: 'failed', because: 'garbage', ...usage };
    },
  };
};
