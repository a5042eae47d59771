import type { QuestionRow, QuestionsView } from '@openum/http/contract/modelList.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { capital, count, moment } from '../app/format.ts';
import { ListFrame } from '../report/ListFrame.tsx';
import { BareTable } from '../report/ReportTable.tsx';
import { dropWords } from '../suggestion/state.ts';
import { agentWord, failureSentence } from '../suggestion/words.ts';
import { questionsSentence, stateWord } from './describe.ts';
import { SubjectCell } from './SubjectCell.tsx';

const heads = ['About', 'Asked', 'Agent', 'What came of it', 'Left out, shown to nobody', 'Sent'] as const;

const outcome = (q: QuestionRow): string => {
  if (q.because) return failureSentence[q.because];
  return q.state === 'suggested' ? count(q.shown, 'suggestion') : capital(stateWord[q.state] ?? q.state);
};

/** The questions behind a figure of the model. The words themselves stand on the case, under each question. */
export const QuestionsPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/model/questions' });
  const list = useInfiniteQuery({
    queryKey: ['model', 'questions', search],
    queryFn: ({ pageParam, signal }) =>
      get<QuestionsView>('/api/model/questions', { ...search, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <ListFrame
      title="Questions to the model"
      sentence={capital(questionsSentence(search))}
      list={list}
      shown={rows.length}
      nothing="Nothing to list"
      empty="No question of these days is of this kind."
    >
      <BareTable wide caption="Questions, newest first" heads={heads}>
        {rows.map((q) => (
          <tr key={q.runId}>
            <SubjectCell subject={q.subject} caseNumber={q.caseNumber} denialId={q.denialId} />
            <td>
              {moment(q.askedAt, zone)}
              <small>{q.askedBy?.name ?? 'By itself, after reading'}</small>
            </td>
            <td>
              {agentWord[q.agent]}
              <small>
                {q.model ?? 'no model'}, instructions {q.agentVersion}
                {q.services.length > 0 && `, ${q.services.join(', ')}`}
              </small>
            </td>
            <td>{outcome(q)}</td>
            <td>{dropWords(q.drops) || 'Nothing'}</td>
            <td>
              {count(q.calls, 'call')}
              <small>{(q.inputTokens + q.outputTokens).toLocaleString('en-US')} tokens</small>
            </td>
          </tr>
        ))}
      </BareTable>
    </ListFrame>
  );
};
