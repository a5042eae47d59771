import { useMemo } from 'react';
import { moment } from '../../app/format.ts';
import { useDesk } from '../desk.ts';
import type { Said } from './subject.ts';

/** How this case page names moments and facts. */
export const useSaid = (): Said => {
  const { view, zone } = useDesk();
  return useMemo(
    () => ({
      moment: (at) => moment(at, zone),
      factLabel: (key) => view.factLabels[key]?.label ?? key,
    }),
    [view.factLabels, zone],
  );
};
