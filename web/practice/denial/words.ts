import type { CauseProof } from '@openum/domain/denial/proof.ts';
import type { PracticeAppealOutcome } from '@openum/domain/episode/record.ts';
import type { ClaimStanding } from '@openum/domain/remittance/plan.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import { date, moment } from '../../app/format.ts';
import { money, outcomeWord, stateWord } from '../words.ts';

export const appealOutcomeWord: Record<PracticeAppealOutcome, string> = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  partlyOverturned: 'Overturned in part',
  withdrawn: 'Taken back',
  dismissed: 'Dismissed',
};

export const claimStandingWord: Record<ClaimStanding, string> = {
  ready: 'To be recorded',
  applied: 'Recorded before',
  unknownClaim: 'No claim of this number here',
  noCoverage: 'The episode has no payer',
  reversal: 'Reversal: compare both payments by hand',
  notOurs: 'Forwarded or only estimated',
};

/** One ground of a cause in a sentence. */
export const proofLine = (p: CauseProof, labels: Readonly<Record<string, string>>, zone: ZoneId): string => {
  switch (p.kind) {
    case 'code':
      return `Code ${p.code}: ${labels[p.code] ?? 'not in our list'}`;
    case 'service':
      return `${date(p.on)}: ${stateWord[p.state].toLowerCase()}${p.atStake > 0 ? `, ${money(p.atStake)}` : ''}`;
    case 'onFile':
      return `Authorization ${p.number} covers these days`;
    case 'submission':
      return `Request of ${moment(p.sentAt, zone)}: ${outcomeWord[p.outcome].toLowerCase()}`;
    case 'neverAsked':
      return `Nobody asked for ${date(p.from)} to ${date(p.to)}`;
    case 'talkMissed':
      return `The window for a peer-to-peer closed on ${moment(p.closesAt, zone)} and none was held`;
    case 'emergency':
      return `Emergency admission on ${date(p.admittedOn)}; nobody asked afterwards`;
  }
};
