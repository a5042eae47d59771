import { TextInput } from '@mantine/core';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import css from '../case/case.module.css';

type Props = {
  readonly label: string;
  readonly day: string;
  readonly time: string;
  readonly zone: ZoneId;
  readonly change: (part: { readonly day?: string; readonly time?: string }) => void;
};

/** A day and a wall clock time, side by side. */
export const MomentFields = ({ label, day, time, zone, change }: Props) => (
  <div className={css.two}>
    <TextInput
      label={label}
      type="date"
      required
      value={day}
      onChange={(e) => change({ day: e.currentTarget.value })}
    />
    <TextInput
      label={`${label}: time (${zone})`}
      type="time"
      required
      value={time}
      onChange={(e) => change({ time: e.currentTarget.value })}
    />
  </div>
);
