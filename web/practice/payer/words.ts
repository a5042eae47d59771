import type { AuthorizationNeed, RetroRule, RuleSource, Said, TalkSpeaker } from '@openum/domain/payer/card.ts';
import { date } from '../../app/format.ts';

export const needWords: Record<AuthorizationNeed, string> = {
  required: 'Required',
  noticeOnly: 'Notice only',
  notRequired: 'Not required',
};

export const speakerWords: Record<TalkSpeaker, string> = {
  treatingClinician: 'The treating clinician only',
  physician: 'Any physician of the practice',
  licensedClinician: 'Any licensed clinician',
  anybody: 'Anybody who knows the case',
};

export const retroWords: Record<RetroRule['accepted'], string> = {
  yes: 'Accepted',
  emergencyOnly: 'After an emergency only',
  no: 'Not accepted',
};

export const retroFromWords: Record<RetroRule['from'], string> = {
  admission: 'From admission',
  discharge: 'From discharge',
};

export const sourceWord: Record<RuleSource, string> = {
  contract: 'Contract',
  providerManual: 'Provider manual',
  payerWebsite: 'Payer’s website',
  phone: 'Telephone',
  letter: 'Letter',
  experience: 'Own experience',
};

/** Where it is from and when it was said. */
export const sourceText = ({ source, where, on }: Said<unknown>): string =>
  [sourceWord[source], ...(where ? [where] : []), date(on)].join(', ');
