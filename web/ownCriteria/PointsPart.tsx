import { Button, Select } from '@mantine/core';
import type { SetProblem } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { type PartPlace, partsOf } from '@openum/domain/criteria/parts.ts';
import { leavesOf, type TreePlace, treeAt, treesOf, withTreeAt } from '@openum/domain/criteria/trees.ts';
import { type Condition, childrenOf, isLeaf } from '@openum/domain/logic/condition.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { blankLeaf, ownSource } from './blank.ts';
import { GroupFields } from './GroupFields.tsx';
import { LeafFields } from './LeafFields.tsx';
import { MoveBar } from './MoveBar.tsx';
import { PointTree, type TreeActs } from './PointTree.tsx';
import type { CriteriaWords } from './queries.ts';
import { SharedBox } from './SharedBox.tsx';
import { partCounts, sharedAt, treeWord } from './shared.ts';
import { insertAt, nodeAt, type Path, type Placed, pathKey, replaceAt } from './tree.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly place: TreePlace;
  readonly words: CriteriaWords;
  readonly disabled: boolean;
  readonly today: CalendarDate;
  readonly selected: Path | undefined;
  readonly select: (path: Path) => void;
  /** Leads to another place, also of another tree. */
  readonly show: (place: PartPlace) => void;
  readonly problems: readonly SetProblem[];
  readonly change: (set: CriteriaSet, key?: string) => void;
  /** What stands there when there is no tree yet. */
  readonly empty?: ReactNode;
};

type Newest = {
  readonly root: Condition;
  readonly path: Path;
  readonly put: (placed: Placed) => void;
  readonly remove: (path: Path) => void;
  readonly select: (path: Path) => void;
};

/** The same acts at every drawing, each on what is newest when it is done. */
const actsOn = (newest: { readonly current: Newest | undefined }): TreeActs => ({
  select: (path) => newest.current?.select(path),
  place: (step) => {
    const now = newest.current;
    now?.put(step(now.root, now.path));
  },
  removeSelected: () => {
    const now = newest.current;
    if (now && now.path.length > 1) now.remove(now.path);
  },
});

/** A tree of points and, beside it, what the chosen one says. */
export const PointsPart = (props: Props) => {
  const { set, place, words, disabled, today, selected, select, show, problems, change, empty } = props;
  const [fact, setFact] = useState<string | null>(null);
  const shown = useDeferredValue(set);
  const wrong = useMemo(() => new Set(problems.flatMap((p) => (p.place === place && p.path) || [])), [problems, place]);
  const counts = useMemo(() => partCounts(shown), [shown]);
  const newest = useRef<Newest>(undefined);
  const [acts] = useState(() => actsOn(newest));
  const root = treeAt(set, place);
  if (!root) return empty;
  const path = selected && nodeAt(root, selected) ? selected : [root.id];
  const node = nodeAt(root, path) ?? root;
  const put = ({ root: next, path: there }: Placed, key?: string) => {
    change(withTreeAt(set, place, next), key && `${place}/${pathKey(there)}:${key}`);
    select(there);
  };
  const known = treesOf(set)
    .flatMap(leavesOf)
    .flatMap((l) => l.source ?? []);
  const parts = partsOf(set);
  const shared = sharedAt(set, place, path);
  const remove = (at: Path) => put({ root: replaceAt(root, at, undefined), path: at.slice(0, -1) });
  newest.current = { root, path, put, remove, select };
  const near = (): { readonly parent: Path; readonly index: number } => {
    if (!isLeaf(node)) return { parent: path, index: childrenOf(node).length };
    const parent = path.slice(0, -1);
    const group = nodeAt(root, parent) ?? root;
    return { parent, index: childrenOf(group).findIndex((c) => c.id === path.at(-1)) + 1 };
  };
  const add = (what: Condition) => {
    if (isLeaf(root)) return;
    const { parent, index } = near();
    put(insertAt(root, parent, index, what));
  };
  const addPoint = (key: string) => {
    add(blankLeaf(words.byKey.get(key), known.at(-1) ?? ownSource(set, today), words.byKey));
    setFact(null);
  };
  const free = () => {
    if (!shared) return;
    const { part: _, ...alone } = shared.node;
    put({ root: replaceAt(root, shared.path, alone as Condition), path });
  };
  return (
    <div className="um-own">
      <section className="um-template-box" aria-labelledby={`tree-${place}`}>
        <h2 id={`tree-${place}`}>{treeWord(set, place)}</h2>
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
              data={words.options}
            />
            {parts.size > 0 && (
              <Select
                label="Add a shared part"
                placeholder="Choose"
                searchable
                value={null}
                onChange={(name) => {
                  const first = name === null ? undefined : parts.get(name)?.[0];
                  if (first) add(first.node);
                }}
                data={[...parts].map(([value, [first]]) => ({ value, label: first?.node.label || value }))}
              />
            )}
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => add({ id: 'group', label: 'New group', any: [] })}
            >
              Group
            </Button>
          </div>
        )}
        <PointTree
          root={treeAt(shown, place) ?? root}
          selected={pathKey(path)}
          acts={acts}
          disabled={disabled}
          wrong={wrong}
          shared={counts}
        />
        {!isLeaf(root) && childrenOf(root).length === 0 && (
          <p className="um-criteria-quiet">Nothing is asked yet. Search for a fact above to add the first point.</p>
        )}
      </section>
      <section className="um-template-box um-own-inspector" aria-label={`Settings of ${node.label}`}>
        <h2>{isLeaf(node) ? 'Point' : path.length < 2 ? 'The whole tree' : 'Group'}</h2>
        {shared && <SharedBox set={set} shared={shared} chosen={path} disabled={disabled} show={show} free={free} />}
        {!disabled && (
          <MoveBar
            root={root}
            path={path}
            node={node}
            put={put}
            remove={remove}
            removeTree={place === 'initial' ? undefined : () => change(withTreeAt(set, place, undefined))}
            parts={[...parts.keys()]}
          />
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
              change={(leaf, key) => put({ root: replaceAt(root, path, leaf), path }, key)}
            />
          ) : (
            <GroupFields
              group={node}
              disabled={disabled}
              change={(group, key) => put({ root: replaceAt(root, path, group), path }, key)}
            />
          )}
        </div>
      </section>
    </div>
  );
};
