import { strengthOf } from '@openum/domain/consistency/agreement.ts';
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

export const coefficient = (value: number | undefined): string =>
  value === undefined ? 'not defined' : `${value.toFixed(2)} (${strengthWord[strengthOf(value)]})`;

/** `0.42 to 0.81`; empty when there is none. */
export const intervalWords = ({ interval }: Agreement): string =>
  interval ? `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}` : '';

export const agreementWords = (a: Agreement): string =>
  a.units === 0
    ? 'Nothing rated by two people yet'
    : `${percent(a.percent)} of pairs agree, alpha ${coefficient(a.alpha)}`;
