import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { acceptedWords, isAcceptedType } from '@openum/domain/document/accepted.ts';

/** Of a file that somebody outside the plan sends. */
export const largestSentFileBytes = 10 * 1024 * 1024;
const mostFiles = 200;

/** A file as somebody outside the plan sends it. */
export type SentFile = { readonly title: string; readonly contentType: string; readonly bytes: Uint8Array };

/** Why a file from outside is not taken into this case. */
export const sentFileProblem = (file: SentFile, { documents }: Pick<Case, 'documents'>): Refusal | undefined => {
  const problem = (text: string) => refuse('fieldInvalid', { field: 'document', problem: text });
  if (!isAcceptedType(file.contentType)) return problem(`send a ${acceptedWords} file`);
  if (file.bytes.byteLength > largestSentFileBytes) return problem('the file is larger than 10 MB');
  return documents.length >= mostFiles ? problem(`a request takes at most ${mostFiles} files`) : undefined;
};
