import { wholeFile } from '@openum/domain/payerFile/file.ts';
import type { FileHand } from './make.ts';

/** What went out as a file is answered: its own file says so too. Nothing happens where it went by another way. */
export const noteAnswered = async (
  { casework, scope, now, by }: FileHand,
  fileId: string,
  episodeId: string,
): Promise<void> => {
  const sent = await casework.payerFiles.find(scope, fileId);
  if (!sent) return;
  await casework.payerFiles.note(scope, fileId, {
    at: now,
    by: by.name,
    part: wholeFile,
    standing: 'answered',
    text: 'The payer answered.',
    episodeId,
  });
};
