import { Button, CloseButton, Group, NativeSelect } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { pointOf } from '@openum/domain/criteria/changed.ts';
import { useState } from 'react';
import { AddFactForm } from '../case/criteria/AddFactForm.tsx';
import { useDesk } from '../case/desk.ts';
import { useExtracted } from '../extraction/useExtracted.ts';
import css from './document.module.css';
import type { Picked } from './pick.ts';
import { saidIn } from './said.ts';

/** Turns words that were marked on a page into a fact for a point of the criteria. */
export const MarkedFact = ({ picked, close }: { readonly picked: Picked; readonly close: () => void }) => {
  const { view, actor, leafPath } = useDesk();
  const leaves = view.state.evaluations.flatMap((e) => e.leaves.map((leaf) => ({ key: pointOf(e, leaf.path), leaf })));
  const offers = useExtracted().data?.facts ?? [];
  const [choice, setChoice] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const chosen =
    leaves.find((l) => l.key === (choice ?? leafPath)) ?? leaves.find((l) => l.leaf.truth === 'unknown') ?? leaves[0];
  const asked = chosen?.leaf.reads?.fact;
  const said = asked ? saidIn(picked, asked, view.factLabels[asked], offers) : {};
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
            onChange={(e) => setChoice(e.currentTarget.value)}
            data={leaves.map((l) => ({ value: l.key, label: l.leaf.label }))}
          />
          {isOpen ? (
            <AddFactForm key={chosen.key} leaf={chosen.leaf} place={picked} said={said} close={close} />
          ) : (
            <Button size="compact-sm" mt="xs" data-record-words onClick={() => setOpen(true)}>
              Record a fact from these words
            </Button>
          )}
        </>
      )}
      {no && <p className={css.quiet}>You may not record facts on this case now.</p>}
    </section>
  );
};
