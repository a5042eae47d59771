import type { Remittance } from '@openum/domain/remittance/remittance.ts';
import { readFile } from '@openum/x12/envelope/read.ts';
import { readRemittance } from '@openum/x12/remittance/read.ts';
import type { X12Problem } from '@openum/x12/text/problem.ts';
import { problemsFrom } from './problems.ts';

export type ReadRemittances = {
  readonly remittances: readonly Remittance[];
  readonly problems: readonly X12Problem[];
};

/** Payments of an 835 file, with everything that is wrong in it. */
export const remittancesIn = (text: string): ReadRemittances => {
  const { interchanges, problems } = readFile([text]);
  const groups = interchanges.flatMap((i) => i.groups);
  const read = groups.flatMap((g) => g.transactions).map(readRemittance);
  return {
    remittances: read.flatMap((r) => r.remittance ?? []),
    problems: [
      ...problems,
      ...interchanges.flatMap((i) => i.problems),
      ...groups.flatMap((g) => g.problems),
      ...read.flatMap((r) => r.problems),
    ],
  };
};

/** What is wrong in one claim of the file. */
export const problemsOfClaim = (all: ReadRemittances, position: number): readonly string[] =>
  problemsFrom(
    all.problems,
    all.remittances.flatMap((r) => r.claims.map((c) => c.position ?? 0)),
    position,
  );
