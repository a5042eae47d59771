import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { NotSent } from '../NotSent.tsx';
import { useOwnAct } from '../useOwnAct.ts';

/** Asks the plan to look again without an appeal. */
export const Reconsider = ({
  caseId,
  lines,
  name,
}: {
  readonly caseId: string;
  readonly lines: readonly number[];
  readonly name: string;
}) => {
  const { send, busy, failure } = useOwnAct(caseId, 'reconsideration');
  const [statement, setStatement] = useState('');
  return (
    <details>
      <summary>{name}: ask the plan to look again, without an appeal</summary>
      <form
        onSubmit={(e: FormEvent) => {
          e.preventDefault();
          if (statement.trim()) void send({ itemSequences: lines, statement }).then((ok) => ok && setStatement(''));
        }}
      >
        <Textarea
          label="What is new"
          value={statement}
          onChange={(e) => setStatement(e.currentTarget.value)}
          required
          autosize
          minRows={2}
        />
        <NotSent failure={failure} />
        <Button type="submit" size="compact-sm" variant="default" loading={busy} mt="xs">
          Ask
        </Button>
      </form>
    </details>
  );
};
