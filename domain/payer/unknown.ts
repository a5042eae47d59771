import type { PayerCard } from './card.ts';
import { levelRule } from './question.ts';

const payerQuestions = [
  'card',
  'authorization',
  'leadTime',
  'reviewInterval',
  'criteria',
  'wants',
  'channels',
  'peerToPeer',
  'talkSpeaker',
  'appeals',
  'retro',
] as const;
export type PayerQuestion = (typeof payerQuestions)[number];

/** What work for this level needs to know and nobody has asked the payer yet. */
export const openQuestions = (card: PayerCard | undefined, levelOfCare: string): readonly PayerQuestion[] => {
  if (!card) return ['card'];
  const rule = levelRule(card, levelOfCare);
  // Where nothing is asked for, nobody needs to know how to ask.
  const need = rule?.authorization?.value;
  if (need === 'notRequired') return [];
  if (need === 'noticeOnly') return card.channels === undefined ? ['channels'] : [];
  const missing: Readonly<Record<Exclude<PayerQuestion, 'card'>, unknown>> = {
    authorization: rule?.authorization,
    leadTime: rule?.leadTime,
    reviewInterval: rule?.reviewIntervalDays,
    criteria: rule?.criteria,
    wants: rule?.wants,
    channels: card.channels,
    peerToPeer: card.peerToPeer,
    talkSpeaker: card.talkSpeaker,
    appeals: card.appeals,
    retro: card.retro,
  };
  return payerQuestions.filter((q) => q !== 'card' && missing[q] === undefined);
};
