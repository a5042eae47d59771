import { type Condition, childrenOf, isLeaf, type Leaf } from '@openum/domain/logic/condition.ts';
import { qualifierWords } from '@openum/domain/logic/explain.ts';
import type { CriteriaSetView } from '@openum/http/contract/criteria.ts';
import { IconCheck } from '@tabler/icons-react';
import { asked, groupWord, levelTone, levelWord } from './words.ts';

type Facts = CriteriaSetView['facts'];

const Source = ({ leaf }: { readonly leaf: Leaf }) => {
  const { source } = leaf;
  if (!source) return null;
  const { verification } = source;
  return (
    <div className="um-criteria-source">
      {source.url ? (
        <a href={source.url} rel="noreferrer" target="_blank">
          {source.citation}, {source.section}
        </a>
      ) : (
        <span>
          {source.citation}, {source.section}
        </span>
      )}
      {verification.level === 'currentText' ? (
        <span>
          <IconCheck size={14} aria-hidden /> {levelWord.currentText.toLowerCase()}
        </span>
      ) : (
        <span className="um-chip" data-tone={levelTone[verification.level]}>
          {levelWord[verification.level]}
        </span>
      )}
    </div>
  );
};

const LeafView = ({ leaf, facts }: { readonly leaf: Leaf; readonly facts: Facts }) => {
  const where = qualifierWords(leaf);
  const gaps = (leaf.gaps ?? []).map((g) => `between ${g.above} and ${g.below}`).join(', ');
  return (
    <li className="um-criteria-leaf">
      <div className="um-criteria-name">{leaf.label}</div>
      <div>
        {facts[leaf.fact]?.label ?? leaf.fact}: {asked(leaf, facts)}
        {where && <>, {where}</>}
      </div>
      {gaps && <div className="um-criteria-quiet">Not addressed by the source, so unknown: {gaps}</div>}
      {leaf.document && <div className="um-criteria-quiet">To document: {leaf.document}</div>}
      <Source leaf={leaf} />
    </li>
  );
};

/** A condition as a nested list: groups with how many of their parts count, points with what they ask and where it is written. */
export const TreeView = ({ node, facts }: { readonly node: Condition; readonly facts: Facts }) =>
  isLeaf(node) ? (
    <ul className="um-criteria-tree">
      <LeafView leaf={node} facts={facts} />
    </ul>
  ) : (
    <div>
      <div className="um-criteria-group">
        <span>{node.label}</span> <span className="um-criteria-quiet">{groupWord(node)}</span>
      </div>
      <ul className="um-criteria-tree">
        {childrenOf(node).map((child) =>
          isLeaf(child) ? (
            <LeafView key={child.id} leaf={child} facts={facts} />
          ) : (
            <li key={child.id}>
              <TreeView node={child} facts={facts} />
            </li>
          ),
        )}
      </ul>
    </div>
  );
