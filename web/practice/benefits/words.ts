import type { BenefitStanding, BenefitWarning } from '@openum/domain/benefits/card.ts';
import type { BenefitAnswer, BenefitLimit, LimitUnit, YearAmount } from '@openum/domain/benefits/verification.ts';
import type { AuthorizationNeed } from '@openum/domain/payer/card.ts';
import { count, date } from '../../app/format.ts';
import { levelWord, money } from '../words.ts';

export const needWord: Record<AuthorizationNeed, string> = {
  required: 'required',
  noticeOnly: 'notice only',
  notRequired: 'not required',
};

export const answerWord: Record<BenefitAnswer, string> = { yes: 'Yes', no: 'No', unknown: 'Not said' };

export const standingWord: Record<BenefitStanding, string> = {
  none: 'Never verified',
  valid: 'Verified',
  endsSoon: 'Ends soon',
  expired: 'Has run out',
};
export const standingTone: Record<BenefitStanding, string> = {
  none: 'bad',
  valid: 'good',
  endsSoon: 'waiting',
  expired: 'bad',
};

const unitWord: Record<LimitUnit, string> = { days: 'day', visits: 'visit' };

export const warningLine = (w: BenefitWarning): string => {
  switch (w.kind) {
    case 'inactive':
      return 'The payer says that this coverage is not active.';
    case 'coverageEnds':
      return `The coverage ends on ${date(w.on)}.`;
    case 'notCovered':
      return `${levelWord(w.levelOfCare)} is not covered by this plan.`;
    case 'authorizationNeeded':
      return `${levelWord(w.levelOfCare)} needs an authorization, and nobody has asked for one.`;
    case 'limit':
      return `${count(w.left, unitWord[w.unit])} left of ${levelWord(w.levelOfCare).toLowerCase()}, after what was given since.`;
  }
};

/** `12 of 30 days left`, as far as it was said. */
export const limitWords = ({ unit, allowed, used, left }: BenefitLimit): string =>
  [
    ...(allowed === undefined ? [] : [`${count(allowed, unitWord[unit])} a year`]),
    ...(used === undefined ? [] : [`${used} used`]),
    ...(left === undefined ? [] : [`${left} left`]),
  ].join(', ') || 'Limited, no number said';

export const yearWords = (a: YearAmount | undefined): string =>
  a
    ? [
        ...(a.total === undefined ? [] : [`${money(a.total)} a year`]),
        ...(a.met === undefined ? [] : [`${money(a.met)} met`]),
        ...(a.left === undefined ? [] : [`${money(a.left)} left`]),
      ].join(', ')
    : 'Not said';
