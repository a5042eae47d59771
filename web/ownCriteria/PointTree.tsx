import { type Condition, childrenOf, isLeaf } from '@openum/domain/logic/condition.ts';
import { requirement } from '@openum/domain/logic/explain.ts';
import { IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useState } from 'react';
import { Button as IconButton, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import { groupWord } from '../criteria/words.ts';
import { indent, moveTo, nodeAt, outdent, type Path, type Placed, pathKey, pathOf, shift, walk } from './tree.ts';

/** What a person does in the tree. A step is worked out on the newest text, which the tree on the screen may lag behind. */
export type TreeActs = {
  readonly select: (path: Path) => void;
  readonly place: (step: (root: Condition, selected: Path) => Placed) => void;
  readonly removeSelected: () => void;
};

type Props = {
  readonly root: Condition;
  /** Key of the chosen node. */
  readonly selected: string;
  readonly acts: TreeActs;
  readonly disabled: boolean;
  /** Places where something is to be mended. */
  readonly wrong: ReadonlySet<string>;
  /** In how many places each part stands. */
  readonly shared: ReadonlyMap<string, number>;
};

type NodeProps = {
  readonly node: Condition;
  readonly path: Path;
  readonly wrong: ReadonlySet<string>;
  readonly shared: ReadonlyMap<string, number>;
  readonly draggable: boolean;
};

const Row = ({ node, path, wrong, shared, draggable }: NodeProps) => {
  const key = pathKey(path);
  const group = !isLeaf(node);
  const places = shared.get(node.part ?? '') ?? 0;
  return (
    <TreeItem id={key} textValue={node.label || 'without a name'} className="um-point">
      <TreeItemContent>
        <span className="um-point-line" data-wrong={wrong.has(key) || undefined}>
          {draggable && path.length > 1 && (
            <IconButton slot="drag" className="um-point-grip">
              <IconGripVertical size={14} aria-hidden />
            </IconButton>
          )}
          {group ? (
            <IconButton slot="chevron" className="um-point-chevron">
              <IconChevronRight size={14} aria-hidden />
            </IconButton>
          ) : (
            <span className="um-point-dot" aria-hidden />
          )}
          <span className="um-point-words">
            <span className={group ? 'um-point-group' : undefined}>{node.label || 'Without a name'}</span>
            <span className="um-point-kind">{group ? groupWord(node) : requirement(node)}</span>
          </span>
          {places > 1 && (
            <span className="um-chip" data-tone="quiet">
              In {places} places
            </span>
          )}
          {wrong.has(key) && (
            <span className="um-chip" data-tone="bad">
              To mend
            </span>
          )}
        </span>
      </TreeItemContent>
      {childrenOf(node).map((child) => (
        <Row
          key={child.id}
          node={child}
          path={[...path, child.id]}
          wrong={wrong}
          shared={shared}
          draggable={draggable}
        />
      ))}
    </TreeItem>
  );
};

/** Where a drop puts a node: into a group, or before or after another one. */
const dropped = (root: Condition, from: Path, target: Path, position: 'on' | 'before' | 'after'): Placed => {
  const node = nodeAt(root, target);
  if (position === 'on' && node && !isLeaf(node)) return moveTo(root, from, target, childrenOf(node).length);
  const parent = target.slice(0, -1);
  const group = nodeAt(root, parent);
  if (!group) return { root, path: from };
  const index = childrenOf(group).findIndex((c) => c.id === target.at(-1));
  return moveTo(root, from, parent, position === 'before' ? index : index + 1);
};

/** A tree of more nodes than this begins with its groups closed. */
const mostOpen = 150;

const firstClosed = (root: Condition): ReadonlySet<string> => {
  const nodes = walk(root);
  if (nodes.length <= mostOpen) return new Set();
  return new Set(nodes.flatMap(({ node, path }) => (isLeaf(node) || path.length < 2 ? [] : [pathKey(path)])));
};

/** Whether a place is above another one, or the same. */
const holds = (above: string, key: string): boolean => key === above || key.startsWith(`${above}/`);

/**
 * The points as a tree: arrows walk it, dragging or the Alt key with an arrow moves, Delete takes out.
 * It is drawn again only when something in it changed: a tree may have hundreds of points.
 */
export const PointTree = memo(({ root, selected, acts, disabled, wrong, shared }: Props) => {
  const [closed, setClosed] = useState(() => firstClosed(root));
  const groups = walk(root).filter(({ node }) => !isLeaf(node));
  const expanded = groups
    .map(({ path }) => pathKey(path))
    .filter((key) => !closed.has(key) || (key !== selected && holds(key, selected)));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onMove: ({ keys, target }) => {
      const [key] = keys;
      if (key !== undefined)
        acts.place((r) => dropped(r, pathOf(String(key)), pathOf(String(target.key)), target.dropPosition));
    },
    getDropOperation: (target) =>
      target.type === 'item' && target.dropPosition === 'on' && isLeaf(nodeAt(root, pathOf(String(target.key))) ?? root)
        ? 'cancel'
        : 'move',
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (disabled) return;
    const moves: Readonly<Record<string, (r: Condition, p: Path) => Placed>> = {
      ArrowUp: (r, p) => shift(r, p, -1),
      ArrowDown: (r, p) => shift(r, p, 1),
      ArrowLeft: outdent,
      ArrowRight: indent,
    };
    const move = event.altKey ? moves[event.key] : undefined;
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      acts.place(move);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      acts.removeSelected();
    }
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <Tree
        aria-label="Points"
        className="um-points"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[selected]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          const [key] = keys;
          if (key !== undefined) acts.select(pathOf(String(key)));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          const open = new Set([...keys].map(String));
          setClosed(new Set(groups.map(({ path }) => pathKey(path)).filter((key) => !open.has(key))));
        }}
        {...(disabled ? {} : { dragAndDropHooks })}
      >
        <Row node={root} path={[root.id]} wrong={wrong} shared={shared} draggable={!disabled} />
      </Tree>
    </div>
  );
});
