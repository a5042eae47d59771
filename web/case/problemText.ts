import { ApiProblem } from '../api/client.ts';

/** What went wrong with a call, as a sentence; when more than one field is wrong, the others are named after it. */
export const problemText = (problem: unknown): string => {
  if (!(problem instanceof ApiProblem)) return 'Something went wrong on this page. What you typed is kept; try again.';
  const [, ...others] = problem.body?.fields ?? [];
  return [problem.message, ...others.map((f) => `Also ${f.label ?? f.path}: ${f.message}.`)].join(' ');
};
