import { Button, CloseButton, Group, NativeSelect } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { useState } from 'react';
import { AddFactForm } from '../case/criteria/AddFactForm.tsx';
import { leafKey, useDesk } from '../case/desk.ts';
import css from './document.module.css';
import type { Picked } from './pick.ts';

/** Turns words that were marked on a page into a fact for a point of the criteria. */
export const MarkedFact = ({ picked, close }: { readonly picked: Picked; readonly close: () => void }) => {
  const { view, actor, leafPath } = useDesk();
  const leaves = view.state.evaluations.flatMap((e) =>
    e.leaves.map((leaf) => ({ key: leafKey(e.evaluationId, leaf.path), leaf })),
  );
  const start = leaves.find((l) => l.key === leafPath) ?? leaves.find((l) => l.leaf.truth === 'unknown') ?? leaves[0];
  const [key, setKey] = useState(start?.key);
  const [isOpen, setOpen] = useState(false);
  const chosen = leaves.find((l) => l.key === key);
  const no = mayNot('RecordFacts', actor, view.state);
  return (
    <section className={css.picked} aria-label="Marked words">
      <Group justify="space-between" wrap="nowrap" align="start">
        <p className={css.quote}>“{picked.quote}”</p>
        <CloseButton size="sm" aria-label="Forget the marked words" onClick={close} />
      </Group>
      {leaves.length === 0 && (
        <p className={css.quiet}>No criteria are applied to this request, so nothing asks for a fact.</p>
      )}
      {chosen && !no && (
        <>
          <NativeSelect
            size="xs"
            label="For"
            value={chosen.key}
            onChange={(e) => setKey(e.currentTarget.value)}
            data={leaves.map((l) => ({ value: l.key, label: l.leaf.label }))}
          />
          {isOpen ? (
            <AddFactForm key={chosen.key} leaf={chosen.leaf} place={picked} close={close} />
          ) : (
            <Button size="compact-sm" mt="xs" onClick={() => setOpen(true)}>
              Record a fact from these words
            </Button>
          )}
        </>
      )}
      {no && <p className={css.quiet}>You may not record facts on this case now.</p>}
    </section>
  );
};
