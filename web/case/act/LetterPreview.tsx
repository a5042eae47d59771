import { Alert, Button, Text } from '@mantine/core';
import type { NoticePreview } from '@openum/http/contract/case.ts';
import { useMutation } from '@tanstack/react-query';
import { post } from '../../api/client.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { problemText } from '../problemText.ts';
import { Warning } from '../Warning.tsx';
import type { DecisionBody } from './decisionDraft.ts';

const kindWord = { approval: 'Approval letter', adverseDetermination: 'Adverse determination letter' } as const;

/** The letters as they would go. Nothing is stored or sent by looking at them. */
export const LetterPreview = ({ decisions }: { readonly decisions: readonly DecisionBody[] }) => {
  const { view } = useDesk();
  const said = JSON.stringify(decisions);
  const preview = useMutation({
    mutationFn: async () => ({
      of: said,
      ...(await post<NoticePreview>(`/api/cases/${encodeURIComponent(view.caseId)}/notice-preview`, { decisions })),
    }),
  });
  const shown = preview.data;
  return (
    <div className={css.form}>
      <Button
        variant="default"
        style={{ justifySelf: 'start' }}
        loading={preview.isPending}
        onClick={() => preview.mutate()}
      >
        {shown ? 'Preview the letters again' : 'Preview the letters'}
      </Button>
      <div aria-live="polite">
        {preview.isError && <Alert color="red">{problemText(preview.error)}</Alert>}
        {shown && shown.of !== said && <Text size="xs">You changed the decision after this preview.</Text>}
        {shown && shown.problems.length > 0 && (
          <Warning title="Still missing in the letters">
            <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
              {shown.problems.map((p) => (
                <li key={`${p.field} ${p.message}`}>
                  {p.field}: {p.message}
                </li>
              ))}
            </ul>
          </Warning>
        )}
      </div>
      {shown?.letters.map((letter) => (
        <figure key={`${letter.audience} ${letter.kind}`} style={{ margin: 0 }}>
          <figcaption className={css.quiet}>
            {kindWord[letter.kind]} to the {letter.audience}, reading grade {letter.readingGrade.toFixed(1)}
          </figcaption>
          <iframe
            className={css.letter}
            sandbox=""
            srcDoc={letter.html}
            title={`${kindWord[letter.kind]} to the ${letter.audience}`}
          />
        </figure>
      ))}
    </div>
  );
};
