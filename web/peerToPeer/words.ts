import type {
  attemptResults,
  mailResults,
  OfferReason,
  offerChannels,
  Side,
  TalkOutcome,
} from '@openum/domain/peerToPeer/event.ts';
import type { PeerToPeerStatus } from '@openum/domain/peerToPeer/peerToPeer.ts';

export const statusWords: Record<PeerToPeerStatus, string> = {
  offered: 'Offered',
  scheduled: 'Agreed',
  held: 'Held',
  missed: 'Missed',
  declined: 'Declined',
  expired: 'Window closed',
};
export const statusTones: Record<PeerToPeerStatus, string> = {
  offered: 'waiting',
  scheduled: 'accent',
  held: 'good',
  missed: 'bad',
  declined: 'quiet',
  expired: 'bad',
};
export const becauseWords: Record<OfferReason, string> = {
  informationMissing: 'because information is missing',
  providerDisagrees: 'because the provider disagrees',
  demanded: 'because a rule demands it',
};
export const channelWords: Record<(typeof offerChannels)[number], string> = {
  phone: 'by phone',
  portal: 'by a link',
  letter: 'by letter',
};
export const attemptWords: Record<(typeof attemptResults)[number], string> = {
  reached: 'reached',
  voicemail: 'left a voice message',
  noAnswer: 'no answer',
  busy: 'busy',
  wrongNumber: 'wrong number',
};
export const effectWords: Record<TalkOutcome, string> = {
  upheldIntent: 'the intent stands',
  newInformation: 'new information came up',
  changedView: 'the view of the plan changed',
};
export const mailWords: Record<(typeof mailResults)[number], string> = {
  mailed: 'by mail',
  noAddress: 'not by mail, no address is on file',
  noServer: 'not by mail, no mail server is set up',
  refused: 'not by mail, the address was refused',
};
export const sideWords: Record<Side, string> = { provider: 'the clinician', plan: 'the plan' };
