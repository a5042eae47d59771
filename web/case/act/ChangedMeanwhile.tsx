import { Button } from '@mantine/core';
import { moment } from '../../app/format.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { actorLabel, sentence } from '../timeline/sentence.ts';
import { useSaid } from '../timeline/useSaid.ts';

type Props = {
  /** Version on which the person began to write. */
  readonly base: number;
  readonly accept: () => void;
};

/** What others did to the case since somebody began to write; nothing when nobody did. */
export const ChangedMeanwhile = ({ base, accept }: Props) => {
  const { view, actor, zone } = useDesk();
  const said = useSaid();
  const since = view.timeline.filter(
    (e) => e.sequence > base && !(e.actor.kind === 'person' && e.actor.userId === actor.userId),
  );
  return (
    <div aria-live="polite">
      {since.length > 0 && (
        <div className={css.callout} data-tone="waiting" style={{ marginBlockEnd: '0.625rem' }}>
          <b>While you were writing, the case changed.</b> Your text is kept. Look at what changed; you can then send on
          version {view.state.version}.
          <ul style={{ margin: '0.25rem 0', paddingInlineStart: '1.125rem' }}>
            {since.map((e) => (
              <li key={e.sequence}>
                {actorLabel(e.actor)}, {moment(e.recordedAt, zone)}: {sentence(e, said)}
              </li>
            ))}
          </ul>
          <Button variant="default" size="compact-xs" onClick={accept}>
            I have seen it
          </Button>
        </div>
      )}
    </div>
  );
};
