import { Button, Menu, Select } from '@mantine/core';
import type { CriteriaSet, TreeName } from '@openum/domain/criteria/criteria-set.ts';
import { leavesOf, treesOf } from '@openum/domain/criteria/trees.ts';
import { childrenOf, isLeaf } from '@openum/domain/logic/condition.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { IconArrowDown, IconArrowUp, IconIndentDecrease, IconIndentIncrease, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { blankLeaf, ownSource } from './blank.ts';
import { GroupFields } from './GroupFields.tsx';
import { LeafFields } from './LeafFields.tsx';
import { PointTree } from './PointTree.tsx';
import type { CriteriaWords } from './queries.ts';
import { indent, insertAt, nodeAt, outdent, type Path, type Placed, pathKey, replaceAt, shift, wrap } from './tree.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly name: TreeName;
  readonly words: CriteriaWords;
  readonly disabled: boolean;
  readonly today: CalendarDate;
  readonly selected: Path | undefined;
  readonly select: (path: Path) => void;
  readonly wrong: ReadonlySet<string>;
  readonly change: (set: CriteriaSet, key?: string) => void;
};

const emptyContinued = { id: 'continued', label: 'Going on with the service is medically necessary', all: [] };

/** A tree of points and, beside it, what the chosen one says. */
export const PointsPart = ({ set, name, words, disabled, today, selected, select, wrong, change }: Props) => {
  const [fact, setFact] = useState<string | null>(null);
  const root = name === 'initial' ? set.initial : set.continuedStay;
  if (!root)
    return (
      <section className="um-template-box">
        <h2>Continued care</h2>
        <p>This set asks nothing of its own when a service goes on; a person then decides without it.</p>
        {!disabled && (
          <div className="um-template-line">
            <Button variant="default" onClick={() => change({ ...set, continuedStay: emptyContinued })}>
              Write points for continued care
            </Button>
            <Button
              variant="default"
              onClick={() => change({ ...set, continuedStay: { ...set.initial, id: 'continued' } })}
            >
              Begin with the points of the first review
            </Button>
          </div>
        )}
      </section>
    );
  const path = selected && nodeAt(root, selected) ? selected : [root.id];
  const node = nodeAt(root, path) ?? root;
  const put = ({ root: next, path: there }: Placed, key?: string) => {
    change(name === 'initial' ? { ...set, initial: next } : { ...set, continuedStay: next }, key);
    select(there);
  };
  const known = treesOf(set)
    .flatMap(leavesOf)
    .flatMap((l) => l.source ?? []);
  const remove = (at: Path) => put({ root: replaceAt(root, at, undefined), path: at.slice(0, -1) });
  const near = (leafPath: Path): { readonly parent: Path; readonly index: number } => {
    if (!isLeaf(node)) return { parent: leafPath, index: childrenOf(node).length };
    const parent = leafPath.slice(0, -1);
    const group = nodeAt(root, parent) ?? root;
    return { parent, index: childrenOf(group).findIndex((c) => c.id === leafPath.at(-1)) + 1 };
  };
  const addPoint = (key: string | null) => {
    if (isLeaf(root)) return;
    const { parent, index } = near(path);
    const source = known.at(-1) ?? ownSource(set, today);
    const definition = key ? words.byKey.get(key) : undefined;
    put(insertAt(root, parent, index, blankLeaf(definition, source, words.byKey)));
    setFact(null);
  };
  const addGroup = () => {
    const { parent, index } = near(path);
    put(insertAt(root, parent, index, { id: 'group', label: 'New group', any: [] }));
  };
  const isRoot = path.length < 2;
  const first = isRoot ? 'The whole tree stays where it is.' : undefined;
  const iconed = (label: string, icon: ReactNode, hint: string, act: () => void) => (
    <ActButton
      variant="default"
      size="compact-sm"
      aria-label={label}
      why={first}
      hint={`${label} (${hint})`}
      onClick={act}
    >
      {icon}
    </ActButton>
  );
  return (
    <div className="um-own">
      <section className="um-template-box" aria-labelledby={`tree-${name}`}>
        <h2 id={`tree-${name}`}>{name === 'initial' ? 'First review' : 'Continued care'}</h2>
        {!disabled && (
          <div className="um-template-line">
            <Select
              className="um-grow"
              label="Add a point about"
              placeholder="Search the catalogue of facts"
              searchable
              limit={60}
              nothingFoundMessage="No fact is called like that"
              value={fact}
              onChange={(key) => key && addPoint(key)}
              data={words.facts.map((f) => ({ value: f.key, label: f.label }))}
            />
            <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={addGroup}>
              Group
            </Button>
          </div>
        )}
        <PointTree
          root={root}
          selected={path}
          select={select}
          disabled={disabled}
          wrong={wrong}
          place={put}
          remove={remove}
        />
        {!isLeaf(root) && childrenOf(root).length === 0 && (
          <p className="um-criteria-quiet">Nothing is asked yet. Search for a fact above to add the first point.</p>
        )}
        {!disabled && (
          <p className="um-criteria-quiet">
            Drag a point to move it, or use Alt with the arrow keys. Delete takes it out, Ctrl Z brings it back.
          </p>
        )}
      </section>
      <section className="um-template-box um-own-inspector" aria-label={`Settings of ${node.label}`}>
        <h2>{isLeaf(node) ? 'Point' : isRoot ? 'The whole tree' : 'Group'}</h2>
        {!disabled && (
          <div className="um-own-moves">
            {iconed('Up', <IconArrowUp size={14} aria-hidden />, 'Alt ↑', () => put(shift(root, path, -1)))}
            {iconed('Down', <IconArrowDown size={14} aria-hidden />, 'Alt ↓', () => put(shift(root, path, 1)))}
            {iconed('Out of its group', <IconIndentDecrease size={14} aria-hidden />, 'Alt ←', () =>
              put(outdent(root, path)),
            )}
            {iconed('Into the group above', <IconIndentIncrease size={14} aria-hidden />, 'Alt →', () =>
              put(indent(root, path)),
            )}
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" size="compact-sm">
                  More
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => put(wrap(root, path, 'all'))}>Put a group around it (all)</Menu.Item>
                <Menu.Item onClick={() => put(wrap(root, path, 'any'))}>Put a group around it (any)</Menu.Item>
                <Menu.Item onClick={() => put(wrap(root, path, 'not'))}>It must not be so</Menu.Item>
                <Menu.Item
                  disabled={isRoot}
                  onClick={() => put(insertAt(root, path.slice(0, -1), near(path).index, node))}
                >
                  Copy it
                </Menu.Item>
                {name === 'continuedStay' && (
                  <Menu.Item
                    onClick={() => {
                      const { continuedStay: _, ...rest } = set;
                      change(rest);
                    }}
                  >
                    Take out the whole tree for continued care
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
            <ActButton variant="default" size="compact-sm" why={first} hint="Delete" onClick={() => remove(path)}>
              Take out
            </ActButton>
          </div>
        )}
        <div className="um-own-fields" key={pathKey(path)}>
          {isLeaf(node) ? (
            <LeafFields
              leaf={node}
              set={set}
              words={words}
              known={known}
              disabled={disabled}
              today={today}
              change={(leaf, key) => put({ root: replaceAt(root, path, leaf), path }, key && `${pathKey(path)}:${key}`)}
            />
          ) : (
            <GroupFields
              group={node}
              disabled={disabled}
              change={(group, key) =>
                put({ root: replaceAt(root, path, group), path }, key && `${pathKey(path)}:${key}`)
              }
            />
          )}
        </div>
      </section>
    </div>
  );
};
