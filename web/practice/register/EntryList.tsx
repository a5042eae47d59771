import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../case/Panel.tsx';

type ListProps<T> = {
  readonly title: string;
  readonly entries: readonly T[];
  readonly id: (entry: T) => string;
  readonly line: (entry: T) => ReactNode;
  readonly form: (entry: T | undefined, close: () => void) => ReactNode;
  readonly why: string | undefined;
  readonly empty: string;
};

/** Entries of one kind; each opens its form in place. */
export const EntryList = <T extends { readonly name: string; readonly active: boolean }>(props: ListProps<T>) => {
  const { title, entries, id, line, form, why, empty } = props;
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  const chosen = entries.find((e) => id(e) === open);
  return (
    <Panel
      title={title}
      flush
      aside={
        <Button
          size="compact-sm"
          variant="default"
          {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
          onClick={() => {
            if (!why) setOpen('new');
          }}
        >
          Add
        </Button>
      }
    >
      {open !== undefined && <div key={open}>{form(chosen, close)}</div>}
      <ul className="um-practice-list">
        {entries.map((e) => (
          <li key={id(e)}>
            <b>{e.name}</b> {!e.active && <span className="um-chip">Not in use</span>}
            {line(e)}
            {!why && (
              <Button size="compact-xs" variant="subtle" onClick={() => setOpen(id(e))}>
                Change<span className="um-hidden"> {e.name}</span>
              </Button>
            )}
          </li>
        ))}
        {entries.length === 0 && <li>{empty}</li>}
      </ul>
    </Panel>
  );
};
