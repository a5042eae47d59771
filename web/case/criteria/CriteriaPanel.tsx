import { Anchor, UnstyledButton } from '@mantine/core';
import { pointOf } from '@openum/domain/criteria/changed.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';
import { IconBulb, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { moment } from '../../app/format.ts';
import { TruthBadge } from '../../app/StatusBadge.tsx';
import { truthWord } from '../../app/words.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { Panel } from '../Panel.tsx';
import tree from './criteria.module.css';
import { LeafRow } from './LeafRow.tsx';
import { LibraryLink, StudyDrafts } from './LibraryLink.tsx';
import { countTruths, fulfilled, type LeafNode, leafTree, worthOpening } from './leafTree.ts';

const countWords = (counts: Readonly<Record<'met' | 'notMet' | 'unknown', number>>): string =>
  [
    counts.met && `${counts.met} met`,
    counts.notMet && `${counts.notMet} not met`,
    counts.unknown && `${counts.unknown} unknown`,
  ]
    .filter(Boolean)
    .join(', ');

type NodesProps = { readonly evaluation: Evaluation; readonly nodes: readonly LeafNode[] };

const Nodes = ({ evaluation, nodes }: NodesProps) => (
  <ul className={css.plain}>
    {nodes.map((n) =>
      n.kind === 'leaf' ? (
        <LeafRow key={n.leaf.path} evaluation={evaluation} leaf={n.leaf} />
      ) : (
        <Group key={n.path} evaluation={evaluation} group={n} />
      ),
    )}
  </ul>
);

type GroupProps = { readonly evaluation: Evaluation; readonly group: Extract<LeafNode, { kind: 'group' }> };

const Group = ({ evaluation, group }: GroupProps) => {
  const { leafPath } = useDesk();
  const [open, setOpen] = useState(() => worthOpening(group, evaluation.wouldChange));
  const walkedInto = leafPath?.startsWith(`${pointOf(evaluation, group.path)}/`) ?? false;
  useEffect(() => {
    if (walkedInto) setOpen(true);
  }, [walkedInto]);
  return (
    <li>
      <UnstyledButton className={tree.group} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>
          {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />} {group.label}
        </span>
        <span className={css.quiet}>{countWords(group.counts)}</span>
      </UnstyledButton>
      {open && (
        <div className={tree.nested}>
          <Nodes evaluation={evaluation} nodes={group.children} />
        </div>
      )}
    </li>
  );
};

const WouldChange = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const { goToLeaf } = useDesk();
  const named = evaluation.leaves.filter((l) => evaluation.wouldChange.includes(l.path));
  // The same question may stand in several places of the tree; one answer serves all.
  const turning = named.filter((l, at) => named.findIndex((m) => m.label === l.label) === at);
  if (turning.length === 0) return null;
  return (
    <div className={css.callout} data-tone="accent">
      <h3>What would change the answer</h3>
      <ul style={{ margin: '0.25rem 0 0', paddingInlineStart: '1.25rem' }}>
        {turning.map((l) => (
          <li key={l.path}>
            <Anchor component="button" type="button" ta="start" onClick={() => goToLeaf(pointOf(evaluation, l.path))}>
              {l.label}
            </Anchor>{' '}
            <span className={css.quiet}>now {truthWord[fulfilled(l)].toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

const EvaluationPart = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const { zone } = useDesk();
  const { criteria, leaves } = evaluation;
  return (
    <section aria-label={`${criteria.name}, item ${evaluation.itemSequence}`}>
      <div className={css.row}>
        <div style={{ display: 'flex', gap: '0.5rem', flexWrap: 'wrap', alignItems: 'baseline' }}>
          <TruthBadge truth={evaluation.truth} />
          <b>
            Item {evaluation.itemSequence}: {criteria.name}
          </b>
          <span className={css.quiet}>{countWords(countTruths(leaves))}</span>
          <LibraryLink criteria={criteria} />
        </div>
        <div className={css.quiet}>
          {criteria.citation}, version {criteria.version},{' '}
          {evaluation.tree === 'continuedStay' ? 'continued stay' : 'initial'}, read{' '}
          {moment(evaluation.evaluatedAt, zone)}
        </div>
      </div>
      {evaluation.referredBecause && (
        <p className={css.row} style={{ margin: 0 }}>
          Why the rules did not approve it by themselves: {evaluation.referredBecause}
        </p>
      )}
      <WouldChange evaluation={evaluation} />
      <Nodes evaluation={evaluation} nodes={leafTree(leaves)} />
    </section>
  );
};

type Props = {
  /** What the keys do here. */
  readonly keys?: string;
};

export const CriteriaPanel = ({ keys = 'Keys: j, k walk the leaves; u next unknown; f add a fact' }: Props) => {
  const { view } = useDesk();
  const { evaluations } = view.state;
  return (
    <Panel title="Criteria" flush aside={<span className={css.quiet}>{keys}</span>}>
      {view.prompts.map((prompt) => (
        <p key={prompt} className={css.callout} data-tone="waiting" style={{ margin: 0 }}>
          <IconBulb size={16} aria-hidden style={{ verticalAlign: '-0.2rem' }} /> {prompt}
        </p>
      ))}
      {evaluations.length === 0 && (
        <p className={css.row}>
          No criteria set fits these items. A clinician decides from the record and the plan's rules.
        </p>
      )}
      {evaluations.map((e) => (
        <EvaluationPart key={pointOf(e, '')} evaluation={e} />
      ))}
      <StudyDrafts />
    </Panel>
  );
};
