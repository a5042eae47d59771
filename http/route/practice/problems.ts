import { problemLine, type X12Problem } from '@openum/x12/text/problem.ts';

/** Segments of envelopes: what is wrong there is about no claim. */
const envelope = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'PLB']);

/** Problems in a claim: from its first segment up to the next claim of the file. */
export const problemsFrom = (
  problems: readonly X12Problem[],
  starts: readonly number[],
  position: number,
): readonly string[] => {
  const next = starts.filter((p) => p > position).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return problems
    .filter((p) => p.position >= position && p.position < next && !envelope.has(p.segment))
    .map(problemLine);
};
