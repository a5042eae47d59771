import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { CaseCommand, CommandOf, ItemDecision } from '@openum/domain/case/command.ts';
import type { IssuedNotice } from '@openum/domain/case/event.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { coordinator, nurse, physician } from './actors.ts';
import { criteria, granted } from './request.ts';
import { by, now } from './story.ts';

export const rationale =
  'Saturation at rest on room air was 92 percent on 3 March; no value at or below 88 percent was sent, nor cor pulmonale.';
export const memberRationale =
  'Your oxygen level at rest was 92 percent. Medicare pays for home oxygen when the level is 88 percent or lower.';

type Adverse = Exclude<ItemDecision, { outcome: 'approved' }>;

export const denial = (change: Partial<Adverse> = {}): Adverse => ({
  outcome: 'denied',
  itemSequence: 1,
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale,
  memberRationale,
  ...change,
});

export const approval = (change: Partial<Extract<ItemDecision, { outcome: 'approved' }>> = {}): ItemDecision => ({
  outcome: 'approved',
  itemSequence: 1,
  authorized: granted(),
  ...change,
});

/** A physician's decision with everything in order: attested, the record opened, the licence of the member's state. */
export const determine = (
  decisions: readonly ItemDecision[] = [denial()],
  change: Partial<CommandOf<'DetermineItems'>> = {},
): CommandOf<'DetermineItems'> => ({
  type: 'DetermineItems',
  actor: physician,
  now,
  decisions,
  criteria: decisions.map((d) => ({ ...criteria, itemSequence: d.itemSequence })),
  requirement: { licence: 'memberState', citation: 'test' },
  peerToPeer: { offers: [], deadlines: [] },
  approvalLocks: [],
  attestation: { noConflictOfInterest: true, reviewedRecord: true },
  evidenceOpened: ['original'],
  ...change,
});

export const claimedBy = (actor: PersonActor = nurse): CaseCommand => by(actor, { type: 'Claim' });

export const referred = (itemSequences: readonly number[] = [1]): CaseCommand =>
  by(nurse, { type: 'CompleteReview', outcome: 'refer', summary: 'Saturation is above the limit.', itemSequences });

export const asked = (requestId = 'ask-1'): CaseCommand =>
  by(nurse, {
    type: 'RequestInformation',
    requestId,
    items: [{ text: 'Saturation during exercise on room air', itemSequence: 1 }],
    dueAt: addElapsed(now, { hours: 72 }),
  });

export const answered = (requestId = 'ask-1'): CaseCommand =>
  by(coordinator, {
    type: 'ReceiveInformation',
    requestId,
    summary: 'The clinic sent an exercise test.',
    documents: [],
    facts: [],
    evaluations: [],
  });

export const withdrawn: CaseCommand = by(coordinator, {
  type: 'Withdraw',
  requestedBy: 'Peoria Lung Clinic',
  reason: 'Therapy is no longer wanted.',
});

export const voided: CaseCommand = by(coordinator, { type: 'Void', reason: 'Entered twice.' });

export const notice = (change: Partial<IssuedNotice> = {}): IssuedNotice => ({
  noticeId: 'notice-1',
  kind: 'adverseDetermination',
  audience: 'member',
  itemSequences: [1],
  templateId: 'template',
  templateVersion: '1',
  language: 'en-US',
  pdfSha256: 'a'.repeat(64),
  htmlSha256: 'b'.repeat(64),
  channel: 'print',
  ...change,
});
