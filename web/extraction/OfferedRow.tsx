import { Alert, Anchor, Button, Group } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { isWithheld } from '@openum/domain/part2/withhold.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { qualifierWords, valueWords } from '../case/criteria/factWords.ts';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { samePlace } from '../document/pick.ts';
import { answerTo, placeOfOffer } from './answer.ts';
import { CorrectForm } from './CorrectForm.tsx';
import own from './extraction.module.css';
import { RejectOffered } from './RejectOffered.tsx';

/** One fact as it was read, the words on which it rests, and what a person may make of it. */
export const OfferedRow = ({ offered }: { readonly offered: OfferedFact }) => {
  const { view, actor, send, openDocument, tell, documentId: shown, place } = useDesk();
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
  const there = placeOfOffer(offered);
  const isShown = shown === fact.documentId && samePlace(there, place);
  const show = () => openDocument(fact.documentId, undefined, there);
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
  const withheld = isWithheld(fact);
  return (
    <li className={own.row} {...(isShown ? { 'data-shown': true } : {})}>
      <div className={own.head}>
        <span>
          {label} <b>{answer ?? valueWords(value)}</b>
        </span>
        {!withheld && <span className={css.quiet}>{fact.at ? fact.at.slice(0, 10) : 'undated'}</span>}
        {fact.qualifiers && <span className={css.quiet}>{qualifierWords(fact.qualifiers)}</span>}
        {conflict && <span className={own.against}>Another value stands against it</span>}
        {known && <span className={css.quiet}>In the record already</span>}
      </div>
      <div className={own.quote}>
        <Anchor component="button" type="button" size="xs" ta="start" onClick={show}>
          {title}, page {fact.page}
        </Anchor>
        {!withheld && <span>“{fact.quote.replace(/\s+/g, ' ')}”</span>}
      </div>
      {open === 'correct' && <CorrectForm offered={offered} close={close} />}
      {open === 'reject' && <RejectOffered offered={offered} label={label} close={close} />}
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      {!no && !open && (
        <Group gap={6}>
          <Button size="compact-xs" data-take loading={busy} onClick={() => void accept()}>
            Take as a fact<span className="um-hidden">: {label}</span>
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setOpen('correct')}>
            Correct<span className="um-hidden">: {label}</span>
          </Button>
          <Button size="compact-xs" variant="default" data-reject onClick={() => setOpen('reject')}>
            Reject<span className="um-hidden">: {label}</span>
          </Button>
        </Group>
      )}
    </li>
  );
};
