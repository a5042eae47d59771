import { moneyText } from '../money/usual.ts';
import { targets } from './fourQuestions.ts';

export const questions = ['valid', 'lag', 'overturn', 'talks'] as const;
export type Question = (typeof questions)[number];

/** The figures without the lists behind them. */
export type FourFigures = {
  readonly validShare?: number;
  readonly services: number;
  readonly uncovered: number;
  /** Cents. */
  readonly atStake: number;
  readonly lagDays?: number;
  readonly lags: number;
  readonly overturnShare?: number;
  readonly decided: number;
  readonly overturned: number;
  readonly recovered: number;
  readonly missedTalks: number;
};

const count = (n: number, one: string): string => `${n.toLocaleString('en-US')} ${n === 1 ? one : `${one}s`}`;

type Figure = {
  readonly title: string;
  /** The question as an owner asks it. */
  readonly asks: string;
  readonly value: (f: FourFigures) => number | undefined;
  readonly shown: (value: number) => string;
  readonly target: { readonly at: number; readonly words: string };
  readonly meets: (value: number) => boolean;
  /** What the figure rests on. */
  readonly basis: (f: FourFigures) => string;
  /** Whether the figure has a chart of percents. */
  readonly percent: boolean;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const days = (n: number): string => `${n.toFixed(n === 0 ? 0 : 1)} ${n === 1 ? 'day' : 'days'}`;

export const figures: Record<Question, Figure> = {
  valid: {
    title: 'Valid authorization',
    asks: 'What share of services was given under a valid authorization?',
    value: (f) => f.validShare,
    shown: percent,
    target: { at: targets.validShare, words: 'above 98 %' },
    meets: (v) => v > targets.validShare,
    basis: (f) => `${f.uncovered} of ${count(f.services, 'service')} not covered, ${moneyText(f.atStake)} at stake`,
    percent: true,
  },
  lag: {
    title: 'Lag after expiry',
    asks: 'How long from the end of an authorization to the next request?',
    value: (f) => f.lagDays,
    shown: days,
    target: { at: targets.lagDays, words: '0 days' },
    meets: (v) => v <= targets.lagDays,
    basis: (f) => `${count(f.lags, 'authorization')} ran out while the patient stayed`,
    percent: false,
  },
  overturn: {
    title: 'Appeals overturned',
    asks: 'What share of decided appeals was overturned?',
    value: (f) => f.overturnShare,
    shown: percent,
    target: { at: targets.overturnShare, words: 'above 50 %' },
    meets: (v) => v > targets.overturnShare,
    basis: (f) => `${f.overturned} of ${count(f.decided, 'appeal')}, ${moneyText(f.recovered)} recovered`,
    percent: true,
  },
  talks: {
    title: 'Missed peer-to-peers',
    asks: 'How many offered talks did nobody hold?',
    value: (f) => f.missedTalks,
    shown: String,
    target: { at: targets.missedTalks, words: '0' },
    meets: (v) => v <= targets.missedTalks,
    basis: (f) => (f.missedTalks === 0 ? 'none was missed' : `${count(f.missedTalks, 'window')} closed without a talk`),
    percent: false,
  },
};

export type Standing = 'met' | 'missed' | 'unknown';

/** Whether a figure meets its target; without anything to count it is unknown, not met. */
export const standing = (question: Question, f: FourFigures): Standing => {
  const value = figures[question].value(f);
  if (value === undefined) return 'unknown';
  return figures[question].meets(value) ? 'met' : 'missed';
};

export const shownFigure = (question: Question, f: FourFigures): string => {
  const value = figures[question].value(f);
  return value === undefined ? 'Nothing to count' : figures[question].shown(value);
};
