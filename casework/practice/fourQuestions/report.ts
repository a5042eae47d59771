import { localText } from '@openum/domain/clock/due.ts';
import { causeWord } from '@openum/domain/denial/words.ts';
import { moneyText } from '@openum/domain/money/usual.ts';
import {
  type FourFigures,
  figures,
  type Question,
  questions,
  shownFigure,
  standing,
} from '@openum/domain/practiceMetrics/figures.ts';
import { usualDay } from '@openum/domain/time/usual.ts';
import type { OwnerReport, ReportFigure } from '../../port/ownerReport.ts';
import type { PracticeActing } from '../acting.ts';
import type { FourQuestionsReading } from './read.ts';

const mostCauses = 5;

const figureOf = (question: Question, r: FourQuestionsReading): ReportFigure => {
  const figure = figures[question];
  const of = (f: FourFigures) => figure.value(f);
  const values = r.months.flatMap((m) => of(m) ?? []);
  const top = figure.percent ? 1 : Math.max(1, figure.target.at, ...values);
  return {
    title: figure.title,
    asks: figure.asks,
    value: shownFigure(question, r.figures),
    target: figure.target.words,
    standing: standing(question, r.figures),
    basis: figure.basis(r.figures),
    months: r.months.map((m) => {
      const value = of(m);
      return {
        name: m.name,
        value: value === undefined ? '' : figure.shown(value),
        ...(value === undefined ? {} : { height: value / top }),
      };
    }),
    targetHeight: figure.target.at / top,
  };
};

/** The sheet for the owner, from the same reading as the screen. */
export const ownerReport = ({ practice, now, actor }: PracticeActing, r: FourQuestionsReading): OwnerReport => {
  const payer = r.payers.find((p) => p.key === r.payerId)?.name;
  const programme = r.programmes.find((p) => p.key === r.programmeId)?.name;
  const part = [payer, programme].filter((p) => p !== undefined).join(', ');
  return {
    title: 'The four questions',
    practice: practice.name,
    period: `${usualDay(r.from)} to ${usualDay(r.asOf)}, as it was known at the end of ${usualDay(r.asOf)}`,
    ...(part ? { part: `Only ${part}` } : {}),
    figures: questions.map((q) => figureOf(q, r)),
    causes: r.causes.slice(0, mostCauses).map((c) => ({
      name: causeWord[c.cause],
      count: String(c.count),
      amount: moneyText(c.amount),
      recovered: moneyText(c.recovered),
    })),
    noCauses: 'Nothing was denied in these days.',
    footer: `Made ${localText(now, practice.zone)} by ${actor.name}`,
  };
};
