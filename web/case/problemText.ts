import { ApiProblem } from '../api/client.ts';

/** What went wrong with a call, as a sentence; fields that no control shows are named too. */
export const problemText = (problem: unknown): string => {
  if (!(problem instanceof ApiProblem)) return 'Something went wrong on this page. What you typed is kept; try again.';
  const fields = problem.body?.fields ?? [];
  return [problem.message, ...fields.map((f) => `${f.path}: ${f.message}`)].join(' ');
};
