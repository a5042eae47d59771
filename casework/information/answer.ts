import { invalid, type Refusal, refuse } from '@openum/domain/case/refusal.ts';

/** What a guest writes: beside each question, and apart from them. */
export type GivenAnswer = { readonly answers: readonly string[]; readonly more?: string | undefined };

/** The answers as one summary, each under its question, so that it reads by itself. */
export const summaryOf = (questions: readonly string[], { answers, more }: GivenAnswer): string | Refusal => {
  if (answers.length > questions.length) return invalid('answers', 'there are more answers than questions');
  const rest = more?.trim() ?? '';
  const given = questions.map((_, at) => answers[at]?.trim() ?? '');
  if (rest === '' && given.every((a) => a === '')) return refuse('fieldMissing', { field: 'answers' });
  const number = (at: number) => (questions.length > 1 ? `${at + 1}. ` : '');
  return [
    ...questions.map((q, at) => `${number(at)}${q}\n${given[at] || 'No answer.'}`),
    ...(rest === '' ? [] : [`Further:\n${rest}`]),
  ].join('\n\n');
};
