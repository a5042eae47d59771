import { Alert, Button } from '@mantine/core';
import type { FieldRead } from '@openum/domain/suggestion/suggestion.ts';
import { useState } from 'react';
import { problemText } from '../case/problemText.ts';
import { Quotes } from './Quotes.tsx';
import own from './suggestion.module.css';
import { fieldWord, takeFieldWord } from './words.ts';

type Props = {
  readonly read: FieldRead;
  /** Puts it into the form; a sentence when that could not be done. */
  readonly take: () => Promise<string | undefined>;
};

/** A field of a fax that rules read where a label names it. There is no model behind it, and so nothing to accept or reject. */
export const RuleField = ({ read, take }: Props) => {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly problem?: string }>();
  const put = async () => {
    setBusy(true);
    try {
      const problem = await take();
      setSaid(problem ? { problem } : {});
    } catch (failure) {
      setSaid({ problem: problemText(failure) });
    }
    setBusy(false);
  };
  return (
    <li className={own.card}>
      <div>
        {fieldWord[read.field]} <b>{read.value}</b> <span className={own.quiet}>read by rules</span>
      </div>
      <Quotes citations={[read.citation]} titleOf={() => 'Message'} />
      <div>
        <Button size="compact-xs" variant="default" loading={busy} onClick={() => void put()}>
          {takeFieldWord(read.field)}
          <span className="um-hidden">: {fieldWord[read.field]}, read by rules</span>
        </Button>
      </div>
      <div aria-live="polite" className={own.quiet}>
        {said &&
          !said.problem &&
          (read.field === 'memberBirthDate' ? 'The register says the same.' : 'It is in the form.')}
      </div>
      {said?.problem && (
        <Alert color="yellow" role="alert" py={4}>
          {said.problem}
        </Alert>
      )}
    </li>
  );
};
