import { Button, Menu } from '@mantine/core';
import { type Condition, childrenOf, isLeaf } from '@openum/domain/logic/condition.ts';
import { IconArrowDown, IconArrowUp, IconIndentDecrease, IconIndentIncrease } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { sharedAs } from './shared.ts';
import { indent, insertAt, nodeAt, outdent, type Path, type Placed, replaceAt, shift, wrap } from './tree.ts';

type Props = {
  readonly root: Condition;
  readonly path: Path;
  readonly node: Condition;
  readonly put: (placed: Placed) => void;
  readonly remove: (path: Path) => void;
  /** Takes the whole tree out; absent where there must be one. */
  readonly removeTree: (() => void) | undefined;
  /** Names of parts that are taken. */
  readonly parts: readonly string[];
};

/** What can be done with the place of a node. */
export const MoveBar = ({ root, path, node, put, remove, removeTree, parts }: Props) => {
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
  const copy = () => {
    const { part: _, ...alone } = node;
    const parent = path.slice(0, -1);
    const group = nodeAt(root, parent) ?? root;
    const index = isLeaf(group) ? 0 : childrenOf(group).findIndex((c) => c.id === node.id) + 1;
    put(insertAt(root, parent, index, alone as Condition));
  };
  return (
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
          <Menu.Item disabled={isRoot} onClick={copy}>
            Copy it
          </Menu.Item>
          <Menu.Item
            disabled={isRoot || node.part !== undefined}
            onClick={() => put({ root: replaceAt(root, path, { ...node, part: sharedAs(node, parts) }), path })}
          >
            Let other places share it
          </Menu.Item>
          {removeTree && <Menu.Item onClick={removeTree}>Take out the whole tree</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ActButton variant="default" size="compact-sm" why={first} hint="Delete" onClick={() => remove(path)}>
        Take out
      </ActButton>
    </div>
  );
};
