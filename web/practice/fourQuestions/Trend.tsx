import { Skeleton } from '@mantine/core';
import { figures, type Question, shownFigure } from '@openum/domain/practiceMetrics/figures.ts';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import { lazy, Suspense } from 'react';
import { Panel } from '../../case/Panel.tsx';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }));

type Props = { readonly question: Question; readonly months: FourQuestionsReading['months'] };

export const Trend = ({ question, months }: Props) => {
  const { title, value, target, percent } = figures[question];
  const first = months[0];
  const last = months.at(-1);
  const summary =
    first && last
      ? `${title} by month: ${shownFigure(question, first)} in ${first.name}, ${shownFigure(question, last)} in ${last.name}. Target ${target.words}.`
      : title;
  return (
    <Panel title="By month">
      <div role="img" aria-label={summary} className="um-four-trend">
        <Suspense fallback={<Skeleton h={220} />}>
          <TrendChart
            name={title}
            target={target}
            percent={percent}
            data={months.map((m) => ({ label: m.name, value: value(m) ?? null }))}
          />
        </Suspense>
      </div>
      <p className="um-practice-quiet">A month with nothing to count is left open.</p>
    </Panel>
  );
};
