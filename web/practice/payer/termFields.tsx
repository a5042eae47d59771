import { Button } from '@mantine/core';
import type { AppealLevelRule, PayerChannel, RetroRule } from '@openum/domain/payer/card.ts';
import { channelWord } from '../words.ts';
import { ChoiceField, DurationField, WordField } from './valueFields.tsx';
import { withPart } from './withPart.ts';
import { retroFromWords, retroWords } from './words.ts';

type Of<T> = { readonly value: T; readonly set: (value: T) => void };

const Remove = ({ what, act }: { readonly what: string; readonly act: () => void }) => (
  <Button size="compact-xs" variant="subtle" aria-label={`Remove ${what}`} onClick={act}>
    Remove
  </Button>
);

/** The levels of appeal, in their order. */
export const AppealFields = ({ value: levels, set }: Of<readonly AppealLevelRule[]>) => (
  <>
    {levels.map((a, at) => (
      <div key={a.level} className="um-practice-fields">
        <WordField label={`Level ${a.level}`} value={a.name} set={(name) => set(levels.with(at, { ...a, name }))} />
        <DurationField label="Within" value={a.window} set={(window) => set(levels.with(at, { ...a, window }))} />
        <WordField
          label="Address"
          value={a.address ?? ''}
          set={(address) => set(levels.with(at, withPart(a, 'address', address || undefined)))}
        />
        {/* Levels count from one on, so the last one goes first. */}
        {at > 0 && at === levels.length - 1 && (
          <Remove what={`level ${a.level}`} act={() => set(levels.slice(0, -1))} />
        )}
      </div>
    ))}
    <Button
      size="compact-xs"
      variant="default"
      onClick={() =>
        set([
          ...levels,
          {
            level: levels.length + 1,
            name: `Level ${levels.length + 1}`,
            window: { value: 30, unit: 'calendarDays' },
          },
        ])
      }
    >
      Add a level
    </Button>
  </>
);

/** Whether and how long days that have passed can be asked for. */
export const RetroFields = ({ value, set }: Of<RetroRule>) => (
  <>
    <ChoiceField
      label="Requests"
      value={value.accepted}
      set={(accepted) => set({ ...value, accepted })}
      words={retroWords}
    />
    {value.accepted !== 'no' && (
      <>
        <ChoiceField
          label="Counted"
          value={value.from}
          set={(from) => set({ ...value, from })}
          words={retroFromWords}
        />
        {value.window ? (
          <>
            <DurationField label="Within" value={value.window} set={(window) => set({ ...value, window })} />
            <Remove what="the limit" act={() => set(withPart(value, 'window', undefined))} />
          </>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => set({ ...value, window: { value: 30, unit: 'calendarDays' } })}
          >
            Add a limit
          </Button>
        )}
      </>
    )}
  </>
);

/** The ways to reach a payer. */
export const ChannelFields = ({ value: channels, set }: Of<readonly PayerChannel[]>) => (
  <>
    {channels.map((c, at) => (
      <div key={at} className="um-practice-fields">
        <ChoiceField
          label="Way"
          value={c.channel}
          set={(channel) => set(channels.with(at, { ...c, channel }))}
          words={channelWord}
        />
        <WordField
          label="Number or address"
          value={c.address}
          set={(address) => set(channels.with(at, { ...c, address }))}
        />
        <WordField
          label="Hours"
          value={c.hours ?? ''}
          set={(hours) => set(channels.with(at, withPart(c, 'hours', hours || undefined)))}
        />
        {channels.length > 1 && (
          <Remove what={`${channelWord[c.channel]} ${c.address}`} act={() => set(channels.toSpliced(at, 1))} />
        )}
      </div>
    ))}
    <Button size="compact-xs" variant="default" onClick={() => set([...channels, { channel: 'fax', address: '' }])}>
      Add a way
    </Button>
  </>
);
