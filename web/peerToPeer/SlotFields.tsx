import './slots.css';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { SlotDraft } from './slots.ts';

type Props = {
  readonly slots: readonly SlotDraft[];
  readonly zone: string;
  readonly change: (slots: readonly SlotDraft[]) => void;
  /** What a further line begins with; absent where there is exactly one. */
  readonly more?: SlotDraft;
  readonly least?: number;
};

export const SlotFields = ({ slots, zone, change, more, least = 0 }: Props) => {
  const set = (at: number, part: Partial<SlotDraft>) => change(slots.map((s, n) => (n === at ? { ...s, ...part } : s)));
  return (
    <>
      {slots.map((slot, at) => (
        <div key={at} className="um-slot">
          <TextInput
            label={more ? `Day ${at + 1}` : 'Day'}
            type="date"
            value={slot.day}
            onChange={(e) => set(at, { day: e.currentTarget.value })}
          />
          <TextInput
            label="Time"
            type="time"
            title={zone}
            value={slot.time}
            onChange={(e) => set(at, { time: e.currentTarget.value })}
          />
          <TextInput
            label="Minutes"
            inputMode="numeric"
            value={slot.minutes}
            onChange={(e) => set(at, { minutes: e.currentTarget.value })}
          />
          {more && slots.length > least && (
            <ActionIcon
              mb={4}
              aria-label={`Take out time ${at + 1}`}
              onClick={() => change(slots.filter((_, n) => n !== at))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {more && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          style={{ justifySelf: 'start' }}
          onClick={() => change([...slots, more])}
        >
          Add a time
        </Button>
      )}
    </>
  );
};
