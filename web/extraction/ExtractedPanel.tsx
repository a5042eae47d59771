import { Button } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useState } from 'react';
import { FailedState } from '../app/states.tsx';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { keyOf } from './answer.ts';
import own from './extraction.module.css';
import { OfferedRow } from './OfferedRow.tsx';
import { useExtracted } from './useExtracted.ts';

const atOnce = 20;

const Rows = ({ offered }: { readonly offered: readonly OfferedFact[] }) => {
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <ul className={own.rows}>
        {offered.slice(0, shown).map((o) => (
          <OfferedRow key={keyOf(o)} offered={o} />
        ))}
      </ul>
      {offered.length > shown && (
        <Button size="compact-sm" variant="default" m="xs" onClick={() => setShown(shown + atOnce)}>
          Show {Math.min(atOnce, offered.length - shown)} more of {offered.length - shown}
        </Button>
      )}
    </>
  );
};

const Others = ({ offered }: { readonly offered: readonly OfferedFact[] }) => {
  const [open, setOpen] = useState(false);
  if (offered.length === 0) return null;
  return (
    <>
      <Button size="compact-sm" variant="subtle" m="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide' : 'Show'} {offered.length} that no point of the criteria asks for
      </Button>
      {open && <Rows offered={offered} />}
    </>
  );
};

/** What rules read from the documents of the case, for a person to take, correct or reject. Nothing here counts before that. */
export const ExtractedPanel = () => {
  const { view, actor } = useDesk();
  const { data, error, refetch } = useExtracted();
  if (view.state.documents.length === 0) return null;
  const offered = data?.facts ?? [];
  const asked = offered.filter((o) => o.asked);
  const no = mayNot('AnswerExtractedFact', actor, view.state);
  return (
    <Panel
      title="Read from the documents"
      flush
      aside={<span className={css.quiet}>{asked.length > 0 ? `${asked.length} to look at` : ''}</span>}
    >
      {error && <FailedState error={error} retry={() => void refetch()} />}
      {data && (
        <p className={own.note}>
          {asked.length > 0
            ? 'Read by rules and not yet looked at by anybody. The criteria do not count it until you take it.'
            : data.pages === 0
              ? 'Facts appear here when the documents have been read.'
              : 'Nothing more was read that a point of the criteria asks for.'}
          {asked.length > 0 && no && ` ${refusalSentence(no)}`}
        </p>
      )}
      <Rows offered={asked} />
      <Others offered={offered.filter((o) => !o.asked)} />
    </Panel>
  );
};
