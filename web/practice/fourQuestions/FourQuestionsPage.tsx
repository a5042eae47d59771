import { figures, type Question, questions, shownFigure, standing } from '@openum/domain/practiceMetrics/figures.ts';
import '../practice.css';
import './fourQuestions.css';
import { Button } from '@mantine/core';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import { IconDownload, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import { fileOfPractice } from '../../api/practice.ts';
import { date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { fileAddress } from '../../report/search.ts';
import { Asked } from './Asked.tsx';
import { Behind } from './Behind.tsx';
import { Breakdown } from './Breakdown.tsx';
import { Causes } from './Causes.tsx';
import { type FourQuestionsSearch, readFourQuestionsSearch } from './search.ts';
import { Trend } from './Trend.tsx';

const readingQuery = ({ question: _, ...search }: FourQuestionsSearch) =>
  queryOptions({
    queryKey: ['practice', 'four-questions', search],
    queryFn: ({ signal }) => get<FourQuestionsReading>('/api/practice/four-questions', search, signal),
  });

const standingWord = { met: 'On target', missed: 'Off target', unknown: '' } as const;

const Card = ({
  question,
  reading,
  chosen,
  choose,
}: {
  readonly question: Question;
  readonly reading: FourQuestionsReading;
  readonly chosen: boolean;
  readonly choose: () => void;
}) => {
  const f = figures[question];
  const stands = standing(question, reading.figures);
  return (
    <button type="button" className="um-four-card" data-standing={stands} aria-pressed={chosen} onClick={choose}>
      <span className="um-four-title">{f.title}</span>
      <span className="um-four-value">{shownFigure(question, reading.figures)}</span>
      <span className="um-four-target">
        Target {f.target.words}
        {standingWord[stands] && <b>{standingWord[stands]}</b>}
      </span>
      <span className="um-practice-quiet">{f.basis(reading.figures)}</span>
    </button>
  );
};

/** The four figures that an owner asks for, as they stood on any day, each with the list behind it. */
export const FourQuestionsPage = () => {
  const search = useSearch({ from: '/shell/practice/practice/four-questions' });
  const navigate = useNavigate();
  const query = useQuery({ ...readingQuery(search), placeholderData: keepPreviousData });
  const change = (part: Record<string, string>) =>
    void navigate({
      to: '/practice/four-questions',
      search: readFourQuestionsSearch({ ...search, ...part }),
      replace: true,
    });
  const { question = 'valid', ...asked } = search;
  const reading = query.data;
  return (
    <Page
      title="Four questions"
      aside={reading && <span>{`${date(reading.from)} to ${date(reading.asOf)}`}</span>}
      actions={
        <div className="um-practice-actions">
          <Button
            component="a"
            href={fileOfPractice(fileAddress('/api/practice/four-questions.csv', asked))}
            download
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            Table (CSV)
          </Button>
          <Button
            component="a"
            href={fileOfPractice(fileAddress('/api/practice/four-questions.pdf', asked))}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
          >
            One page (PDF)
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={reading === undefined}
            title={reading === undefined ? 'The figures are being counted' : undefined}
            onClick={() => window.print()}
          >
            Print
          </Button>
        </div>
      }
    >
      <Asked search={search} reading={reading} change={change} />
      {query.isError && <FailedState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows label="Counting" />}
      {reading && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser */}
          <div className="um-four-cards" role="group" aria-label="The four questions">
            {questions.map((q) => (
              <Card
                key={q}
                question={q}
                reading={reading}
                chosen={q === question}
                choose={() => change({ question: q })}
              />
            ))}
          </div>
          <p className="um-four-asks">{figures[question].asks}</p>
          <div className="um-practice-columns">
            <div>
              <Behind
                key={question}
                question={question}
                reading={reading}
                file={fileOfPractice(fileAddress(`/api/practice/four-questions/${question}.csv`, asked))}
              />
            </div>
            <div>
              <Trend question={question} months={reading.months} />
              <Causes causes={reading.causes} />
            </div>
          </div>
          <div className="um-four-breakdowns">
            <Breakdown title="By payer" head="Payer" rows={reading.payers} />
            <Breakdown title="By programme" head="Programme" rows={reading.programmes} />
          </div>
        </>
      )}
    </Page>
  );
};
