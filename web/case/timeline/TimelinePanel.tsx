import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { moment } from '../../app/format.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { NoticeLinks } from '../NoticesPanel.tsx';
import { Panel } from '../Panel.tsx';
import { actorLabel, isOfKind, sentence, subjects, type TimelineKind } from './sentence.ts';
import { useSaid } from './useSaid.ts';

const kinds = Object.keys(subjects) as TimelineKind[];

/** Everything that ever happened to the case, newest first. */
export const TimelinePanel = () => {
  const { view, zone } = useDesk();
  const said = useSaid();
  const [kind, setKind] = useState<TimelineKind | ''>('');
  const there = kinds.filter((k) => view.timeline.some((e) => isOfKind(e, k)));
  const shown = view.timeline.filter((e) => kind === '' || isOfKind(e, kind)).toReversed();
  return (
    <Panel
      title={`Timeline (${view.timeline.length})`}
      flush
      aside={
        <NativeSelect
          size="xs"
          aria-label="Show on the timeline"
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value as TimelineKind | '')}
          data={[{ value: '', label: 'Everything' }, ...there.map((k) => ({ value: k, label: subjects[k].label }))]}
        />
      }
    >
      <ol className={css.plain}>
        {shown.map((e) => (
          <li key={e.sequence} className={css.row}>
            <div className={css.prewrap}>{sentence(e, said)}</div>
            {e.type === 'NoticeIssued' && <NoticeLinks notice={e.data} />}
            <div className={css.quiet}>
              {actorLabel(e.actor)}
              {e.onBehalfOf && ` for ${e.onBehalfOf}`}, {moment(e.recordedAt, zone)}
              {e.occurredAt !== e.recordedAt && `; happened ${moment(e.occurredAt, zone)}`}
            </div>
            <details>
              <summary className={css.quiet}>
                Event {e.sequence}, {e.type}
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <pre tabIndex={0} style={{ overflow: 'auto', maxBlockSize: '20rem', fontSize: '0.75rem' }}>
                {JSON.stringify({ data: e.data, actor: e.actor, hash: e.hash, previousHash: e.previousHash }, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
