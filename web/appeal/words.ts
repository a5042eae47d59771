import type { AppealStatus } from '@openum/domain/appeal/appeal.ts';
import type {
  AppealOutcome,
  DismissalReason,
  expediteAskers,
  Filing,
  forwardMethods,
} from '@openum/domain/appeal/event.ts';
import type { AppealNoticeKind } from '@openum/domain/appeal/letters.ts';
import type { AppealTiming, Standing } from '@openum/domain/appeal/level.ts';

export const appealStatusWord: Record<AppealStatus, string> = {
  awaitingStanding: 'Consent or appointment missing',
  lateFiling: 'Late: good cause?',
  toAssign: 'Needs a reviewer',
  withReviewer: 'With the reviewer',
  awaitingInformation: 'Waiting for information',
  toForward: 'File to send',
  withExternalBody: 'With the outside body',
  toEffectuate: 'Reversal to put into effect',
  lapsed: 'Not decided in time',
  upheld: 'Upheld',
  partiallyOverturned: 'Overturned in part',
  overturned: 'Overturned',
  dismissed: 'Dismissed',
  withdrawn: 'Withdrawn',
};

export const appealOutcomeWord: Record<AppealOutcome, string> = {
  upheld: 'upheld',
  overturned: 'overturned',
  partiallyOverturned: 'overturned in part',
};

export const partyWord: Record<Filing['party'], string> = {
  member: 'the member',
  representative: 'a representative',
  physician: 'the treating physician',
  provider: 'the provider',
};

export const standingWord: Record<Standing, string> = {
  nothing: 'nothing more is needed',
  writtenConsent: 'the member’s written consent',
  appointment: 'an appointment of representative',
  waiverOfLiability: 'a waiver of liability',
};

export const timingWord: Record<AppealTiming, string> = {
  preService: 'care still to come',
  postService: 'payment of care already given',
};

export const askerWord: Record<(typeof expediteAskers)[number], string> = {
  physician: 'a physician',
  member: 'the member',
  plan: 'the plan itself',
};

export const dismissalWord: Record<DismissalReason, string> = {
  lateWithoutGoodCause: 'Filed late, without good cause',
  noStanding: 'Filed by somebody who may not',
  standingNotShown: 'Consent or appointment never came',
  notAppealable: 'Not something that can be appealed',
  noLongerDisputed: 'Nothing is disputed any more',
  deceasedWithoutSuccessor: 'The member died and nobody carries it on',
};

export const forwardMethodWord: Record<(typeof forwardMethods)[number], string> = {
  portal: 'the body’s portal',
  secureMail: 'secure e-mail',
  fax: 'fax',
  courier: 'courier',
  mail: 'mail',
};

/** As it stands in `Issued the … letter`. */
export const appealLetterWord: Record<AppealNoticeKind, string> = {
  appealAcknowledgement: 'appeal acknowledgement',
  appealResolution: 'appeal decision',
  appealDismissal: 'appeal dismissal',
  appealExtension: 'appeal extension',
  appealExpediteRefused: 'standard-time appeal',
  appealAidContinuing: 'care during the appeal',
  appealForwarded: 'appeal forwarding',
  appealLapse: 'late appeal',
};

export const appealLetterTitle: Record<AppealNoticeKind, string> = {
  appealAcknowledgement: 'Appeal acknowledgement letter',
  appealResolution: 'Appeal decision letter',
  appealDismissal: 'Appeal dismissal letter',
  appealExtension: 'Appeal extension letter',
  appealExpediteRefused: 'Standard-time appeal letter',
  appealAidContinuing: 'Letter about care during the appeal',
  appealForwarded: 'Appeal forwarding letter',
  appealLapse: 'Late appeal letter',
};
