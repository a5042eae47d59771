import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import { refusalProblem } from '../../problem/problem.ts';

/** The bytes of a kept file; ends the request where this practice has no such file. */
export const bytesOf = async ({ casework, scope }: PracticeActing, fileId: string): Promise<Uint8Array> => {
  const bytes = await casework.payerFiles.content(scope, fileId);
  if (!bytes) throw refusalProblem(refuse('payerFileNotFound'));
  return bytes;
};
