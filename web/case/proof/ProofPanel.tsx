import { Button } from '@mantine/core';
import { part2Problem } from '@openum/domain/part2/part2.ts';
import { mayMakeProof } from '@openum/domain/proof/access.ts';
import { IconFileZip } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { spokenRefusal } from '../act/whyNot.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { Panel } from '../Panel.tsx';
import { ReadsList } from './ReadsList.tsx';

/** The record as evidence: everything about the case in one file, and who has looked at it. */
export const ProofPanel = () => {
  const { view, actor } = useDesk();
  const [asked, setAsked] = useState(false);
  const hint = useId();
  const { part2 } = view;
  const closed = part2.documentIds.length > 0 ? part2Problem(actor, part2.rule) : undefined;
  const open = mayMakeProof(actor) && !closed;
  const button = {
    size: 'compact-sm',
    variant: 'default',
    leftSection: <IconFileZip size={15} aria-hidden />,
    'aria-describedby': hint,
  } as const;
  return (
    <Panel title="Record">
      {open ? (
        <Button
          {...button}
          component="a"
          href={`/api/cases/${encodeURIComponent(view.caseId)}/proof`}
          download
          onClick={() => setAsked(true)}
        >
          Proof pack
        </Button>
      ) : (
        <Button {...button} data-disabled aria-disabled>
          Proof pack
        </Button>
      )}
      <p id={hint} className={css.quiet}>
        {open
          ? 'One sealed ZIP file: index, events with their chain, files, letters, criteria, clocks. It is written into the log of reads.'
          : closed
            ? spokenRefusal(closed)
            : 'For: medical director, UM director, quality manager.'}
      </p>
      <div aria-live="polite">
        {asked && (
          <p>
            Every file is checked first, then the download begins; your browser shows how far it is. Check the file with{' '}
            <code>npm run openum -- verify-proof &lt;file&gt;</code>.
          </p>
        )}
      </div>
      <ReadsList />
    </Panel>
  );
};
