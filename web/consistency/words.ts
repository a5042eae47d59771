import { fewestUnits, strengthOf } from '@openum/domain/consistency/agreement.ts';
import type { Recommendation } from '@openum/domain/consistency/ratingSet.ts';
import type { Agreement } from '@openum/domain/consistency/report.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { percent } from '../report/words.ts';

export const recommendationWord: Record<Recommendation, string> = {
  approve: 'Approve as requested',
  notAsRequested: 'Not as requested',
  needInformation: 'Needs information first',
};

export const answerWord: Record<Truth, string> = { met: 'Met', notMet: 'Not met', unknown: 'Unknown' };

const strengthWord: Record<ReturnType<typeof strengthOf>, string> = {
  poor: 'poor',
  slight: 'slight',
  fair: 'fair',
  moderate: 'moderate',
  substantial: 'substantial',
  almostPerfect: 'almost perfect',
};

/** Without a minus before zero. */
const twoDigits = (value: number): string => value.toFixed(2).replace(/^-(0\.00)$/, '$1');

export const coefficient = (value: number | undefined): string =>
  value === undefined ? 'not defined' : `${twoDigits(value)} (${strengthWord[strengthOf(value)]})`;

/** `0.42 to 0.81`; empty when there is none. */
export const intervalWords = ({ interval }: Agreement): string =>
  interval ? `${twoDigits(interval.low)} to ${twoDigits(interval.high)}` : '';

/** Says when a coefficient rests on too few; nothing otherwise. */
export const fewWords = (units: number): string =>
  units > 0 && units < fewestUnits ? `only ${units}; fewer than ${fewestUnits} are too few to rest on` : '';

export const agreementWords = (a: Agreement): string => {
  if (a.units === 0) return 'Nothing was rated by two people';
  const few = fewWords(a.units);
  return `${percent(a.percent)} of pairs agree, alpha ${coefficient(a.alpha)}${few ? `; ${few}` : ''}`;
};
