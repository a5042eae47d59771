import type { BenefitReply } from '@openum/domain/benefits/reply.ts';
import { type PartnerId, wholeFile } from '@openum/domain/payerFile/file.ts';
import type { FilePart, ReadPayerFile } from '@openum/domain/payerFile/part.ts';
import type { MadeFile } from '../../port/fileLines.ts';
import { coverageAnswered, recordBenefitReply } from '../benefits/reply.ts';
import { noteAnswered } from './answered.ts';
import type { FileHand } from './make.ts';
import { takeReceipt } from './receipt.ts';
import { type PartResult, recordReply, requestAnswered, unmatched } from './reply.ts';

export type ReadBytes = (bytes: Uint8Array) => ReadPayerFile;

type Place = { readonly fileId: string; readonly part: number };

const takeBenefits = async (hand: FileHand, part: BenefitReply, place: Place): Promise<PartResult> => {
  const found = await coverageAnswered(hand, part);
  if ('standing' in found) return found;
  const result = await recordBenefitReply(hand, found, part, place);
  if (result.standing === 'taken' && found.questionId) await noteAnswered(hand, found.questionId, found.episodeId);
  return result;
};

const takePart = async (
  hand: FileHand,
  sender: PartnerId | undefined,
  part: FilePart,
  place: Place,
): Promise<PartResult> => {
  switch (part.kind) {
    case 'authorization': {
      const found = await requestAnswered(hand, part);
      if ('standing' in found) return found;
      const result = await recordReply(hand, found, part);
      if (result.standing === 'taken') await noteAnswered(hand, found.submissionId, found.episodeId);
      return result;
    }
    case 'benefits':
      return takeBenefits(hand, part, place);
    case 'receipt':
      return takeReceipt(hand, sender, part);
    case 'remittance':
      return { standing: 'kept', text: 'Nothing of it is in the record yet.' };
    case 'claims':
      return { standing: 'kept', text: 'None of them is in the record yet.' };
    case 'other':
      return unmatched(`A file of the kind ${part.set} is of no use here.`);
  }
};

export type TakenFile = {
  readonly fileId: string;
  /** The same bytes had come before: nothing was done again. */
  readonly repeated: boolean;
};

/**
 * Keeps a file byte by byte, then reads it, then records what it says. What cannot be read or belongs to nothing here stays with the
 * reason until somebody settles it.
 */
export const takeFile = async (hand: FileHand, read: ReadBytes, { fileName, bytes }: MadeFile): Promise<TakenFile> => {
  const { casework, scope, now, by } = hand;
  const { payerFiles, environment } = casework;
  const sha256 = environment.sha256Hex(bytes);
  const before = await payerFiles.ofContent(scope, sha256);
  // By the id of its content the second of two hands that bring the same file at once is stopped.
  const fileId = before?.fileId ?? sha256;
  if (before && (await payerFiles.notes(scope, fileId)).length > 0) return { fileId, repeated: true };
  if (!before)
    await payerFiles.keep(
      scope,
      { fileId, direction: 'in', fileName, sha256, size: bytes.byteLength, keptAt: now, keptBy: by },
      bytes,
    );
  const { kinds, sender, parts, unread } = read(bytes);
  const note = (part: number, result: PartResult) =>
    payerFiles.note(scope, fileId, { at: now, by: by.name, part, ...result, ...(part === wholeFile ? { kinds } : {}) });
  await note(wholeFile, {
    standing: parts.length === 0 ? 'broken' : 'kept',
    text: parts.length === 0 ? (unread[0] ?? 'There is nothing in it.') : 'Kept as it came, then read.',
  });
  for (const [at, part] of parts.entries())
    await note(at + 1, await takePart(hand, sender, part, { fileId, part: at + 1 }));
  if (parts.length > 0 && unread.length > 0)
    await note(parts.length + 1, { standing: 'broken', text: `A part could not be read. ${unread[0]}` });
  return { fileId, repeated: false };
};
