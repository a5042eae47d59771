import { Button } from '@mantine/core';
import { problemText } from '../case/problemText.ts';
import type { SaveState } from './useAutosave.ts';

/** How far what is on the screen has been kept. */
export const SaveLine = ({ state, retry }: { readonly state: SaveState; readonly retry: () => void }) => {
  switch (state.kind) {
    case 'saved':
      return <span className="um-criteria-quiet">All is kept</span>;
    case 'waiting':
    case 'saving':
      return <span className="um-criteria-quiet">Keeping …</span>;
    case 'conflict':
      return <span className="um-criteria-quiet">Not kept</span>;
    case 'failed':
      return (
        <span className="um-own-failed" role="alert">
          Not kept: {problemText(state.error)}{' '}
          <Button size="compact-xs" variant="default" onClick={retry}>
            Try again
          </Button>
        </span>
      );
  }
};
