import { Button, NativeSelect } from '@mantine/core';
import { moment } from '../app/format.ts';
import { useDesk } from '../case/desk.ts';
import { type Baseline, baselineWord, changesWords, type useChanges } from './changes.ts';
import css from './reading.module.css';

type Props = ReturnType<typeof useChanges> & { readonly next: (() => void) | undefined };

/** What is new on the case, since when, and the way through it. */
export const ChangesBar = ({ baseline, choose, there, since, changes, next }: Props) => {
  const { zone } = useDesk();
  return (
    <div className={css.changes}>
      <NativeSelect
        size="xs"
        aria-label="New since"
        value={baseline}
        onChange={(e) => choose(e.currentTarget.value as Baseline)}
        data={there.map((b) => ({ value: b, label: `Since ${baselineWord[b]}` }))}
      />
      <span role="status">
        {since && <span className={css.quiet}>{moment(since.at, zone)}: </span>}
        <b>{changesWords(changes)}</b>
      </span>
      {next && (
        <Button size="compact-xs" variant="default" onClick={next}>
          Next change<kbd className={css.kbd}>c</kbd>
        </Button>
      )}
    </div>
  );
};
