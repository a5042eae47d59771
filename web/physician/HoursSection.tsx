import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { PhysicianFileView } from '@openum/http/contract/physician.ts';
import { useState } from 'react';
import { dayOf } from '../app/format.ts';
import { Panel } from '../case/Panel.tsx';
import type { Say } from './useFile.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

type Day = { readonly weekday: number; readonly from: string; readonly to: string; readonly on: boolean };

const weekOf = (file: PhysicianFileView): readonly Day[] =>
  weekdays.map((_, i) => {
    const said = file.availability?.hours?.days.find((d) => d.weekday === i + 1);
    return { weekday: i + 1, from: said?.from ?? '08:00', to: said?.to ?? '17:00', on: said !== undefined };
  });

/** Hours at work and room for cases, by which referred cases are spread. */
export const HoursSection = ({ file, say }: { readonly file: PhysicianFileView; readonly say: Say }) => {
  const [limited, setLimited] = useState(file.availability?.hours !== undefined);
  const [week, setWeek] = useState(() => weekOf(file));
  const [capacity, setCapacity] = useState<number | string>(file.availability?.capacity ?? '');
  const [saved, setSaved] = useState(false);
  const change = (weekday: number, part: Partial<Day>) => {
    setSaved(false);
    setWeek(week.map((d) => (d.weekday === weekday ? { ...d, ...part } : d)));
  };
  const save = async () => {
    const days = week.filter((d) => d.on).map(({ on: _, ...d }) => d);
    const room = typeof capacity === 'number' ? { capacity } : {};
    setSaved(await say('availability', { ...(limited ? { days, zone: file.zone } : {}), ...room }));
  };
  const { availability } = file;
  return (
    <Panel title="Hours and room">
      <form
        aria-label="Hours and room"
        style={{ display: 'grid', gap: '0.625rem' }}
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        <Checkbox
          label={`I work at set hours (${file.zone})`}
          checked={limited}
          onChange={(e) => {
            setSaved(false);
            setLimited(e.currentTarget.checked);
          }}
        />
        {limited && (
          <div className="um-week">
            {week.map((d) => {
              const name = weekdays[d.weekday - 1] ?? '';
              return [
                <Checkbox
                  key={`${name} on`}
                  label={name}
                  checked={d.on}
                  onChange={(e) => change(d.weekday, { on: e.currentTarget.checked })}
                />,
                <TextInput
                  key={`${name} from`}
                  type="time"
                  aria-label={`${name} from`}
                  disabled={!d.on}
                  value={d.from}
                  onChange={(e) => change(d.weekday, { from: e.currentTarget.value })}
                />,
                <TextInput
                  key={`${name} to`}
                  type="time"
                  aria-label={`${name} to`}
                  disabled={!d.on}
                  value={d.to}
                  onChange={(e) => change(d.weekday, { to: e.currentTarget.value })}
                />,
              ];
            })}
          </div>
        )}
        <NumberInput
          label="Most points of work at once"
          description={`A line counts 1 point, more the less time it has left. Empty: ${file.usualCapacity}, as the plan has it.`}
          min={1}
          max={1000}
          maw={320}
          value={capacity}
          onChange={(v) => {
            setSaved(false);
            setCapacity(v);
          }}
        />
        <div className="um-brief-actions">
          <Button type="submit">Save</Button>
          <span role="status">{saved && 'Saved.'}</span>
        </div>
      </form>
      {availability && (
        <p className="um-brief-quiet">
          Last said {dayOf(availability.recordedAt, file.zone)} by {availability.recordedBy}.
        </p>
      )}
    </Panel>
  );
};
