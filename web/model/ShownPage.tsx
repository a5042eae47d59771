import { citationsOf } from '@openum/domain/suggestion/suggestion.ts';
import type { ListedSuggestion, ShownView } from '@openum/http/contract/modelList.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { capital, moment } from '../app/format.ts';
import { qualifierWords, valueWords } from '../case/criteria/factWords.ts';
import { ListFrame } from '../report/ListFrame.tsx';
import { BareTable } from '../report/ReportTable.tsx';
import { Quotes } from '../suggestion/Quotes.tsx';
import { agentWord, fieldWord, kindWord, verdictWord } from '../suggestion/words.ts';
import { shownSentence } from './describe.ts';
import { SubjectCell } from './SubjectCell.tsx';

const heads = ['About', 'Agent', 'What it suggested', 'What a person made of it', 'Why'] as const;

const words = ({ suggestion: s }: ListedSuggestion, labels: ShownView['labels']): string => {
  switch (s.kind) {
    case 'factFromText': {
      const about = [s.fact.at?.slice(0, 10), qualifierWords(s.fact.qualifiers)].filter(Boolean).join(', ');
      return `${labels[s.fact.key] ?? s.fact.key}: ${valueWords(s.fact.value)}${about ? ` (${about})` : ''}`;
    }
    case 'intakeField':
      return `${fieldWord[s.field]}: ${s.value}`;
    case 'criteriaSet':
      return `${labels[s.criteriaId] ?? s.criteriaId}: ${s.reason}`;
    case 'informationRequest':
    case 'briefNote':
    case 'letterDraft':
    case 'appealDraft':
      return s.text;
    default: {
      const never: never = s;
      return never;
    }
  }
};

const Row = ({ row, labels }: { readonly row: ListedSuggestion; readonly labels: ShownView['labels'] }) => {
  const { zone } = useSession();
  const { answer } = row;
  return (
    <tr>
      <SubjectCell subject={row.subject} caseNumber={row.caseNumber} denialId={row.input.denialId} />
      <td>
        {agentWord[row.agent]}
        <small>
          {row.model ?? 'no model'}, {moment(row.askedAt, zone)}
        </small>
      </td>
      <td className="um-model-words">
        {words(row, labels)}
        <small>{kindWord[row.suggestion.kind]}</small>
        <Quotes citations={citationsOf(row.suggestion)} titleOf={() => 'Document'} />
      </td>
      <td>
        {answer ? capital(verdictWord[answer.verdict]) : 'Not answered'}
        {answer && (
          <small>
            {answer.by}, {moment(answer.at, zone)}
          </small>
        )}
      </td>
      <td className="um-model-words">
        {answer?.reason ?? (answer?.changedTo ? `Changed to: ${answer.changedTo}` : 'No reason given')}
      </td>
    </tr>
  );
};

/** The suggestions behind a figure of the model, each with its quotes and what a person made of it. */
export const ShownPage = () => {
  const search = useSearch({ from: '/shell/model/suggestions' });
  const list = useInfiniteQuery({
    queryKey: ['model', 'suggestions', search],
    queryFn: ({ pageParam, signal }) =>
      get<ShownView>('/api/model/suggestions', { ...search, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const pages = list.data?.pages ?? [];
  const shown = pages.reduce((n, p) => n + p.rows.length, 0);
  return (
    <ListFrame
      title="Suggestions of the model"
      sentence={capital(shownSentence(search))}
      list={list}
      shown={shown}
      nothing="Nothing to list"
      empty="No suggestion of these days is of this kind."
    >
      <BareTable wide caption="Suggestions, of the newest question first" heads={heads}>
        {pages.flatMap(({ rows, labels }) =>
          rows.map((row) => <Row key={`${row.runId} ${row.position}`} row={row} labels={labels} />),
        )}
      </BareTable>
    </ListFrame>
  );
};
