import { part2 } from '@openum/content/disclosure/load.ts';
import type { Case } from '@openum/domain/case/state.ts';

/** The statement that must go with this record; absent where nothing in it points to substance use treatment. */
export const part2Statement = (c: Case): string | undefined =>
  c.request.diagnoses.some(({ code }) => part2.diagnosisPrefixes.some((prefix) => code.startsWith(prefix)))
    ? `${part2.statement} (${part2.citation})`
    : undefined;
