import { Alert, Anchor, Badge, Button, Group } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { qualifierWords, valueWords } from '../case/criteria/factWords.ts';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { answerTo } from './answer.ts';
import { CorrectForm } from './CorrectForm.tsx';
import own from './extraction.module.css';
import { RejectForm } from './RejectForm.tsx';

/** One fact as it was read, the words on which it rests, and what a person may make of it. */
export const OfferedRow = ({ offered }: { readonly offered: OfferedFact }) => {
  const { view, actor, send, openDocument, tell } = useDesk();
  const [open, setOpen] = useState<'correct' | 'reject'>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const { fact, conflict, known } = offered;
  const definition = view.factLabels[fact.key];
  const label = definition?.label ?? fact.key;
  const { value } = fact;
  const answer = value.kind === 'code' ? definition?.options?.find((o) => o.value === value.value)?.label : undefined;
  const title = view.state.documents.find((d) => d.documentId === fact.documentId)?.title ?? 'Document';
  const no = mayNot('AnswerExtractedFact', actor, view.state);
  const show = () =>
    openDocument(fact.documentId, undefined, { page: fact.page, start: fact.span.from, end: fact.span.to });
  const accept = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await send(answerTo(offered, { verdict: 'accepted' }));
      tell(`${label} is taken as a fact; the criteria were read again.`);
    } catch (problem) {
      setFailed(problemText(problem));
      setBusy(false);
    }
  };
  const close = () => setOpen(undefined);
  return (
    <li className={own.row}>
      <div className={own.head}>
        <span>
          {label} <b>{answer ?? valueWords(value)}</b>
        </span>
        <span className={css.quiet}>{fact.at ? fact.at.slice(0, 10) : 'undated'}</span>
        {fact.qualifiers && <span className={css.quiet}>{qualifierWords(fact.qualifiers)}</span>}
        {conflict && (
          <Badge color="orange" variant="light" size="sm">
            Another value stands against it
          </Badge>
        )}
        {known && (
          <Badge color="gray" variant="light" size="sm">
            In the record already
          </Badge>
        )}
      </div>
      <div className={own.quote}>
        <Anchor component="button" type="button" size="xs" ta="start" onClick={show}>
          {title}, page {fact.page}
        </Anchor>
        <span>“{fact.quote.replace(/\s+/g, ' ')}”</span>
      </div>
      {open === 'correct' && <CorrectForm offered={offered} close={close} />}
      {open === 'reject' && <RejectForm offered={offered} label={label} close={close} />}
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      {!no && !open && (
        <Group gap={6}>
          <Button size="compact-xs" loading={busy} onClick={() => void accept()}>
            Take as a fact<span className="um-hidden">: {label}</span>
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setOpen('correct')}>
            Correct<span className="um-hidden">: {label}</span>
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setOpen('reject')}>
            Reject<span className="um-hidden">: {label}</span>
          </Button>
        </Group>
      )}
    </li>
  );
};
