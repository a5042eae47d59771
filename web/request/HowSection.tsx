import { NativeSelect, TextInput } from '@mantine/core';
import { useSession } from '../api/session.ts';
import { channelWord } from '../app/words.ts';
import { entryChannels } from './entrySearch.ts';
import type { EntryChannel } from './form.ts';
import { fieldId, type SectionProps } from './parts.ts';
import css from './request.module.css';

/** How a request reached the plan, and when: its clocks run from then. */
export const HowSection = ({ draft, change, error }: SectionProps) => {
  const { zone } = useSession();
  return (
    <section className={css.section} aria-labelledby="how">
      <h2 id="how">How it came in</h2>
      <div className={css.three}>
        <NativeSelect
          label="Channel"
          value={draft.channel}
          onChange={(e) => change({ channel: e.currentTarget.value as EntryChannel })}
          data={entryChannels.map((value) => ({ value, label: channelWord[value] }))}
        />
        <TextInput
          id={fieldId('receivedAt')}
          label="Day received"
          description="Empty: now"
          type="date"
          value={draft.receivedDay}
          onChange={(e) => change({ receivedDay: e.currentTarget.value })}
          error={error('receivedAt')}
        />
        <TextInput
          label="Time received"
          description={zone}
          type="time"
          value={draft.receivedTime}
          onChange={(e) => change({ receivedTime: e.currentTarget.value })}
        />
      </div>
    </section>
  );
};
