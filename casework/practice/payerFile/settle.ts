import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { episodeMayNot } from '@openum/domain/episode/capability.ts';
import { openStandings } from '@openum/domain/payerFile/file.ts';
import type { PracticeActing } from '../acting.ts';
import { recordBenefitReply } from '../benefits/reply.ts';
import { noteAnswered } from './answered.ts';
import { recordReply } from './reply.ts';
import { handOf } from './sendRequest.ts';
import type { ReadBytes } from './take.ts';

export type SettleAct =
  | { readonly type: 'setAside'; readonly part: number; readonly reason: string }
  /** A person says which request an answer belongs to. */
  | { readonly type: 'match'; readonly part: number; readonly episodeId: string; readonly submissionId: string }
  /** A person says whose benefits an answer is about. */
  | {
      readonly type: 'matchBenefits';
      readonly part: number;
      readonly episodeId: string;
      readonly coverageId: string;
    }
  /** A person has brought the file to the payer. */
  | { readonly type: 'handedOver' };

type Settled = { readonly kind: 'done'; readonly recorded: boolean; readonly text: string } | Refusal;

const invalidPart = refuse('fieldInvalid', { field: 'part', problem: 'this part of the file waits for nobody' });

/** What a person decides about a file that nothing could be done with by itself. */
export const settleFile = async (
  me: PracticeActing,
  read: ReadBytes,
  fileId: string,
  act: SettleAct,
): Promise<Settled> => {
  const { payerFiles } = me.casework;
  const file = await payerFiles.find(me.scope, fileId);
  const bytes = file && (await payerFiles.content(me.scope, fileId));
  if (!file || !bytes) return refuse('payerFileNotFound');
  const note = { at: me.now, by: me.actor.name };
  if (act.type === 'handedOver') {
    if (file.standing !== 'made')
      return refuse('fieldInvalid', { field: 'type', problem: 'this file has been handed over, or came in' });
    await payerFiles.note(me.scope, fileId, {
      ...note,
      part: 0,
      standing: 'handedOver',
      text: 'Brought to the payer.',
    });
    return { kind: 'done', recorded: false, text: 'Brought to the payer.' };
  }
  const standing = (await payerFiles.notes(me.scope, fileId)).findLast((n) => n.part === act.part)?.standing;
  if (!standing || !openStandings.includes(standing)) return invalidPart;
  if (act.type === 'setAside') {
    if (act.reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
    await payerFiles.note(me.scope, fileId, { ...note, part: act.part, standing: 'setAside', text: act.reason });
    return { kind: 'done', recorded: false, text: act.reason };
  }
  // Whoever may write it down may say what it belongs to.
  const no = episodeMayNot(act.type === 'match' ? 'RecordAnswer' : 'RecordBenefits', me.actor);
  if (no) return no;
  const part = read(bytes).parts[act.part - 1];
  const at = act.part;
  const result =
    act.type === 'match' && part?.kind === 'authorization'
      ? await recordReply(handOf(me), { episodeId: act.episodeId, submissionId: act.submissionId }, part)
      : act.type === 'matchBenefits' && part?.kind === 'benefits'
        ? await recordBenefitReply(handOf(me), act, part, { fileId, part: at })
        : undefined;
  if (!result) return invalidPart;
  if (act.type === 'match' && result.standing === 'taken')
    await noteAnswered(handOf(me), act.submissionId, act.episodeId);
  await payerFiles.note(me.scope, fileId, { ...note, part: at, ...result });
  return { kind: 'done', recorded: result.standing === 'taken', text: result.text };
};
