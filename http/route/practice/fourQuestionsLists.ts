import type { FourQuestionsReading } from '@openum/casework/practice/fourQuestions/read.ts';
import type { Question } from '@openum/domain/practiceMetrics/figures.ts';
import { type Column, csvOf } from '../../csv/csv.ts';

type Row = { readonly episodeId: string; readonly cells: Readonly<Record<string, string | number | undefined>> };

const dollars = (cents: number): string => (cents / 100).toFixed(2);

const rowsOf = (question: Question, { answers: a }: FourQuestionsReading): readonly Row[] => {
  switch (question) {
    case 'valid':
      return a.validAuthorization.open.map(({ episodeId, on, state, atStake }) => ({
        episodeId,
        cells: { day: on, why: state, dollars_at_stake: dollars(atStake) },
      }));
    case 'lag':
      return a.expiryLag.lags.map(({ episodeId, number, expiredOn, submittedOn, days }) => ({
        episodeId,
        cells: { authorization: number, ended: expiredOn, next_request: submittedOn, days },
      }));
    case 'overturn':
      return a.overturn.appeals.map(({ episodeId, answeredOn, outcome }) => ({
        episodeId,
        cells: { answered: answeredOn, outcome },
      }));
    case 'talks':
      return a.missedPeerToPeer.talks.map(({ episodeId, closesAt, reason }) => ({
        episodeId,
        cells: { window_closed: closesAt, what_the_record_says: reason },
      }));
  }
};

const headings: Record<Question, readonly string[]> = {
  valid: ['day', 'why', 'dollars_at_stake'],
  lag: ['authorization', 'ended', 'next_request', 'days'],
  overturn: ['answered', 'outcome'],
  talks: ['window_closed', 'what_the_record_says'],
};

/** The list behind one of the four questions, a row for each. */
export const listCsv = (question: Question, reading: FourQuestionsReading): string => {
  const who = (row: Row) => reading.episodes[row.episodeId];
  const columns: readonly Column<Row>[] = [
    ['patient', (r) => who(r)?.patientName],
    ['episode', (r) => who(r)?.episodeNumber],
    ...headings[question].map((h): Column<Row> => [h, (r) => r.cells[h]]),
  ];
  return csvOf(columns, rowsOf(question, reading));
};
