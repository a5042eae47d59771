import type { Authority } from '@openum/domain/clock/rule.ts';
import type { TalkOutcome } from '@openum/domain/peerToPeer/event.ts';
import type { ClockOutcome } from '@openum/domain/report/clockOutcome.ts';
import { stateWord } from '../app/usStates.ts';

export const authorityWord: Record<Authority, string> = {
  federal: 'Federal',
  state: 'State',
  accreditation: 'Accreditation',
  contract: 'Contract',
  internal: 'Own target',
  pledge: 'Pledge',
};

/** `Texas`, `Federal`, or the body’s own name. */
export const jurisdictionWord = (jurisdiction: string): string =>
  jurisdiction === 'US-FED' ? 'Federal' : (stateWord[jurisdiction.replace(/^US-/, '')] ?? jurisdiction);

export const clockOutcomeWord: Record<ClockOutcome, string> = {
  met: 'Met',
  missed: 'Missed',
  overdue: 'Overdue',
  open: 'Open',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
  superseded: 'Superseded',
};

export const clockOutcomeTone: Record<ClockOutcome, string> = {
  met: 'good',
  missed: 'bad',
  overdue: 'bad',
  open: 'accent',
  withdrawn: 'quiet',
  voided: 'quiet',
  superseded: 'quiet',
};

/** `97.5%`; never 100% while one is missing, nor 0% while one is there. */
export const percent = (share: number | undefined): string => {
  if (share === undefined) return '–';
  const tenths = Math.round(share * 1000);
  const honest = share < 1 && tenths === 1000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths;
  return `${(honest / 10).toFixed(1)}%`;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 d 4 h`, `5 h 12 m`, `40 s`. */
export const spanWord = (seconds: number | undefined): string => {
  if (seconds === undefined) return '–';
  const s = Math.abs(seconds);
  const sign = seconds < 0 ? '−' : '';
  if (s < MINUTE) return `${sign}${s} s`;
  if (s < HOUR) return `${sign}${Math.floor(s / MINUTE)} min`;
  const [big, small, bigWord, smallWord] =
    s < DAY
      ? [Math.floor(s / HOUR), Math.floor((s % HOUR) / MINUTE), 'h', 'm']
      : [Math.floor(s / DAY), Math.floor((s % DAY) / HOUR), 'd', 'h'];
  return `${sign}${big} ${bigWord}${small > 0 ? ` ${small} ${smallWord}` : ''}`;
};

export const talkOutcomeWord: Record<TalkOutcome, string> = {
  upheldIntent: 'Physician’s view unchanged',
  newInformation: 'New information came',
  changedView: 'Physician’s view changed',
};
