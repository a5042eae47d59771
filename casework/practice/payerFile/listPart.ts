import type { FilePart } from '@openum/domain/payerFile/part.ts';
import type { PracticeActing } from '../acting.ts';

/** What became of the entries of a list, a remittance or claims, after a person recorded them. */
export type ListResult = { readonly done: number; readonly known: number; readonly left: number };

const words = ({ done, known, left }: ListResult): string =>
  [
    `${done} recorded`,
    ...(known > 0 ? [`${known} recorded before`] : []),
    ...(left > 0 ? [`${left} left for a person`] : []),
  ].join(', ');

/** Parts of a file of one kind, by their places. */
export const partsOfKind = (parts: readonly FilePart[], kind: FilePart['kind']): readonly number[] =>
  parts.flatMap((p, at) => (p.kind === kind ? [at + 1] : []));

/** Notes how far a list is recorded. One of which something is left stays open until that is recorded or set aside. */
export const noteList = (
  { casework, scope, actor, now }: PracticeActing,
  fileId: string,
  part: number,
  result: ListResult,
): Promise<void> =>
  casework.payerFiles.note(scope, fileId, {
    at: now,
    by: actor.name,
    part,
    standing: result.left === 0 ? 'taken' : 'kept',
    text: `${words(result)}.`,
  });
