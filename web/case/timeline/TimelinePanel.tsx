import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { moment } from '../../app/format.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { NoticeLinks } from '../NoticesPanel.tsx';
import { Panel } from '../Panel.tsx';
import { actorLabel, isOfKind, sentence, subjects, type TimelineKind } from './sentence.ts';
import { useSaid } from './useSaid.ts';
import './timeline.css';

const kinds = Object.keys(subjects) as TimelineKind[];

const print = () => {
  const { dataset } = document.documentElement;
  dataset.print = 'timeline';
  window.print();
  delete dataset.print;
};

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
        <div className="um-timeline-head">
          <NativeSelect
            size="xs"
            aria-label="Show on the timeline"
            value={kind}
            onChange={(e) => setKind(e.currentTarget.value as TimelineKind | '')}
            data={[{ value: '', label: 'Everything' }, ...there.map((k) => ({ value: k, label: subjects[k].label }))]}
          />
          <ActionIcon variant="default" aria-label="Print the timeline" title="Print the timeline" onClick={print}>
            <IconPrinter size={15} aria-hidden />
          </ActionIcon>
        </div>
      }
    >
      <div className="um-timeline">
        <div className="um-timeline-title">
          Case {view.state.caseNumber}, {kind === '' ? 'everything that happened' : subjects[kind].label.toLowerCase()},
          newest first, times in {zone}
        </div>
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
                  {JSON.stringify(
                    { data: e.data, actor: e.actor, hash: e.hash, previousHash: e.previousHash },
                    null,
                    2,
                  )}
                </pre>
              </details>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
};
