import { Button } from '@mantine/core';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { eventWord } from '../words.ts';

/** Notes, handovers, and what was let through without coverage. */
export const Notes = ({ view }: { readonly view: EpisodeView }) => {
  const { zone } = useSession();
  const lines = [
    ...view.notes.map((n) => ({ at: n.at, by: n.by, text: n.text })),
    ...view.handovers.map((h) => ({ at: h.at, by: h.by, text: `To ${h.to.name}: ${h.note}` })),
    ...view.overrides.map((o) => ({ at: o.at, by: o.by, text: `Let through without coverage: ${o.reason}` })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Panel title={`Notes (${lines.length})`} flush>
      <ul className="um-practice-list">
        {lines.map((n) => (
          <li key={`${n.at}-${n.text}`}>
            {n.text}
            <div className="um-practice-quiet">
              {n.by}, {moment(n.at, zone)}
            </div>
          </li>
        ))}
        {lines.length === 0 && <li>No note yet.</li>}
      </ul>
    </Panel>
  );
};

const fewEvents = 6;

/** Every act on the episode, the last ones first. */
export const History = ({ view }: { readonly view: EpisodeView }) => {
  const { zone } = useSession();
  const [all, setAll] = useState(false);
  return (
    <Panel title="History" flush>
      <ul className="um-practice-list">
        {view.history
          .toReversed()
          .slice(0, all ? undefined : fewEvents)
          .map((h) => (
            <li key={h.sequence}>
              {h.by} {eventWord[h.type]}
              <div className="um-practice-quiet">{moment(h.at, zone)}</div>
            </li>
          ))}
      </ul>
      {view.history.length > fewEvents && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
          {all ? 'Show the last ones' : `Show all ${view.history.length}`}
        </Button>
      )}
    </Panel>
  );
};
