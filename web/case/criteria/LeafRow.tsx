import { Button, UnstyledButton } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { pointOf } from '@openum/domain/criteria/changed.ts';
import type { Evaluation, LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import { isWithheld } from '@openum/domain/part2/withhold.ts';
import { useEffect, useRef, useState } from 'react';
import { TruthBadge } from '../../app/StatusBadge.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { AddFactForm } from './AddFactForm.tsx';
import tree from './criteria.module.css';
import { EvidenceLine } from './EvidenceLine.tsx';
import { useLeafExtras } from './leafExtras.ts';
import { fulfilled } from './leafTree.ts';

type Props = { readonly evaluation: Evaluation; readonly leaf: LeafFinding };

/** One question of the criteria with its answer, and what the answer rests on. */
export const LeafRow = ({ evaluation, leaf }: Props) => {
  const { view, actor, leafPath, goToLeaf } = useDesk();
  const { mark, below } = useLeafExtras();
  const [adding, setAdding] = useState(false);
  const key = pointOf(evaluation, leaf.path);
  const here = leafPath === key;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!here) return;
    row.current?.querySelector<HTMLElement>('[data-leaf]')?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'center' });
  }, [here]);
  const facts = view.state.facts.filter((f) => leaf.factIds.includes(f.id));
  const mayAdd = mayNot('RecordFacts', actor, view.state) === undefined;
  return (
    <li ref={row} className={tree.leaf} {...(here ? { 'data-here': true } : {})}>
      <div className={tree.leafHead}>
        <span className={tree.leafTruth}>
          {facts.some(isWithheld) ? (
            <span className={css.quiet}>Protected</span>
          ) : (
            <TruthBadge truth={fulfilled(leaf)} />
          )}
        </span>
        <UnstyledButton
          className={tree.leafName ?? ''}
          data-leaf
          aria-current={here ? 'true' : undefined}
          onClick={() => goToLeaf(key)}
        >
          {leaf.label}
        </UnstyledButton>
        {mark?.(evaluation, leaf)}
        {mayAdd && !adding && (
          <Button
            className={tree.addFact ?? ''}
            variant="subtle"
            size="compact-xs"
            data-add-fact
            onClick={() => setAdding(true)}
          >
            Add fact<span className="um-hidden"> for: {leaf.label}</span>
          </Button>
        )}
      </div>
      <div className={tree.leafBody}>
        <div className={css.quiet}>{leaf.explanation}</div>
        {leaf.overruled && (
          <div>
            Answered by {leaf.overruled.by}: {leaf.overruled.reason}
          </div>
        )}
        {facts.map((f) => (
          <EvidenceLine key={f.id} fact={f} />
        ))}
        {below?.(evaluation, leaf)}
        {adding && <AddFactForm leaf={leaf} close={() => setAdding(false)} />}
      </div>
    </li>
  );
};
