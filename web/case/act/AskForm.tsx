import { ActionIcon, Button, Text, Textarea, TextInput } from '@mantine/core';
import { earliestHard } from '@openum/domain/clock/receipt.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { moment } from '../../app/format.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { ActForm } from './ActForm.tsx';
import { askItems } from './askItems.ts';
import { localMoment, wallClock } from './localMoment.ts';
import { useActDraft } from './useActDraft.ts';

type Asked = { readonly text: string; readonly itemSequence?: number; readonly leafPath?: string };

export const AskForm = () => {
  const { view, zone, send } = useDesk();
  const { state } = view;
  const prefilled = askItems(state.evaluations, state.items, view.intake.checklist);
  const hard = earliestHard(view.receipts);
  const inTwoDays = { ...wallClock(addElapsed(view.now as Instant, { hours: 48 }), zone), time: '17:00' };
  const draft = useActDraft<{ items: readonly Asked[]; message: string; day: string; time: string }>('ask', {
    items: prefilled.length > 0 ? prefilled : [{ text: '' }],
    message: '',
    ...inTwoDays,
  });
  const { items, message, day, time } = draft.value;
  const written = items.filter((i) => i.text.trim() !== '');
  const dueAt = localMoment(day, time, zone);
  const change = (at: number, text: string) =>
    draft.change({ items: items.map((i, n) => (n === at ? { ...i, text } : i)) });
  return (
    <ActForm
      title="Request information"
      submitLabel="Send the request"
      draft={draft}
      problems={[
        ...(written.length > 0 ? [] : ['Write at least one thing to ask for.']),
        ...(dueAt === undefined ? ['Enter the day and time by which the answer is needed.'] : []),
        ...(dueAt !== undefined && dueAt <= (view.now as Instant) ? ['The answer cannot be due in the past.'] : []),
      ]}
      submit={async () => {
        if (!dueAt) return;
        await send({
          type: 'RequestInformation',
          items: written.map((i) => ({ ...i, text: i.text.trim() })),
          ...(message.trim() ? { message: message.trim() } : {}),
          dueAt,
        });
      }}
    >
      {prefilled.length > 0 && (
        <Text size="xs" c="dimmed">
          Filled in with the documents that are missing and with what is unknown and could change the answer. Change the
          words, take out or add.
        </Text>
      )}
      {items.map((item, at) => (
        <div key={at} style={{ display: 'flex', gap: '0.25rem', alignItems: 'start' }}>
          <Textarea
            style={{ flex: 1 }}
            label={`${at + 1}. What is needed${item.itemSequence ? ` for item ${item.itemSequence}` : ''}`}
            autosize
            minRows={2}
            maxLength={2000}
            value={item.text}
            onChange={(e) => change(at, e.currentTarget.value)}
          />
          <ActionIcon
            mt={22}
            aria-label={`Take out point ${at + 1}`}
            onClick={() => draft.change({ items: items.filter((_, n) => n !== at) })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() => draft.change({ items: [...items, { text: '' }] })}
      >
        Add a point
      </Button>
      <Textarea
        label="Message to the provider"
        description="Optional"
        autosize
        minRows={2}
        maxLength={4000}
        value={message}
        onChange={(e) => draft.change({ message: e.currentTarget.value })}
      />
      <div className={css.two}>
        <TextInput
          label="Answer needed by"
          type="date"
          required
          value={day}
          onChange={(e) => draft.change({ day: e.currentTarget.value })}
        />
        <TextInput
          label={`Time (${zone})`}
          type="time"
          required
          value={time}
          onChange={(e) => draft.change({ time: e.currentTarget.value })}
        />
      </div>
      {hard && (
        <Text size="xs" fw={dueAt && dueAt > hard.dueAt ? 600 : 400}>
          {dueAt && dueAt > hard.dueAt ? 'This lies after the earliest deadline: ' : 'Earliest deadline: '}
          {moment(hard.dueAt, zone)} ({hard.name}). Whether asking moves it is on the receipt of the clock.
        </Text>
      )}
    </ActForm>
  );
};
