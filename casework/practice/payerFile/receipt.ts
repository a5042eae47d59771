import { type PartnerId, partnerKey, wholeFile } from '@openum/domain/payerFile/file.ts';
import type { ReceiptReply } from '@openum/domain/payerFile/part.ts';
import type { FileHand } from './make.ts';
import { type PartResult, recordRejection, unmatched } from './reply.ts';

/** Whether the payer's system could read what was sent (999, TA1). What it did not take is over and is sent anew. */
export const takeReceipt = async (
  hand: FileHand,
  sender: PartnerId | undefined,
  receipt: ReceiptReply,
): Promise<PartResult> => {
  const { casework, scope, now, by } = hand;
  const { payerFiles } = casework;
  const sent = sender && (await payerFiles.sentUnder(scope, partnerKey(sender), receipt.control));
  if (!sent) return unmatched(`It speaks of file ${receipt.control}, and none of that number went to this partner.`);
  const told = receipt.findings.join(' ');
  const place = sent.episodeId ? { episodeId: sent.episodeId } : {};
  await payerFiles.note(scope, sent.fileId, {
    at: now,
    by: by.name,
    part: wholeFile,
    standing: !receipt.taken ? 'refused' : sent.standing === 'answered' ? 'answered' : 'accepted',
    text: `${receipt.taken ? 'The payer’s system took it.' : 'The payer’s system did not take it.'} ${told}`.trim(),
    ...place,
  });
  const taken: PartResult = { standing: 'taken', text: `About file ${receipt.control} of this practice.`, ...place };
  if (receipt.taken || !sent.episodeId || !sent.reference) return taken;
  const submissionId = sent.reference;
  const acted = await recordRejection(hand, { episodeId: sent.episodeId, submissionId }, receipt.findings);
  return acted.kind === 'done' ? { ...taken, submissionId } : taken;
};
