import { NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { durationText } from '@openum/domain/clock/rule.ts';
import { moment } from '../../app/format.ts';
import { groundWord } from '../../app/words.ts';
import { useDesk } from '../desk.ts';
import { ActForm } from './ActForm.tsx';
import { useActDraft } from './useActDraft.ts';

const blank = { clockId: '', ground: '', length: '', reason: '' };

export const ExtendForm = () => {
  const { view, zone, clockId = '', send } = useDesk();
  const draft = useActDraft('extend', blank);
  // What was written for another clock does not fit this one: its rule has other grounds.
  const { ground, length, reason } = draft.value.clockId === clockId ? draft.value : blank;
  const change = (part: Partial<typeof blank>) => draft.change({ ground, length, reason, ...part, clockId });
  const receipt = view.receipts.find((r) => r.clockId === clockId);
  const choice = view.extensions.find((e) => e.clockId === clockId);
  const chosen = choice?.lengths.find((l) => String(l.by.value) === length) ?? choice?.lengths.at(-1);
  if (!receipt || !choice) return null;
  return (
    <ActForm
      title="Extend the time to decide"
      submitLabel="Extend"
      draft={draft}
      problems={[
        ...(choice.closed ? [refusalSentence(choice.closed)] : []),
        ...(ground ? [] : ['Choose the ground.']),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      submit={() =>
        send({
          type: 'ExtendClock',
          clockId,
          ground,
          reason: reason.trim(),
          ...(chosen ? { by: chosen.by } : {}),
        })
      }
    >
      <Text size="sm">
        <b>{receipt.name}</b>, {receipt.citation}. Due {moment(receipt.dueAt, zone)}.
      </Text>
      <Radio.Group label="Ground" required value={ground} onChange={(v) => change({ ground: v })}>
        <Stack gap={4} mt={4}>
          {choice.grounds.map((g) => (
            <Radio key={g} value={g} label={groundWord(g)} />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        label="Extend by"
        value={chosen ? String(chosen.by.value) : ''}
        onChange={(e) => change({ length: e.currentTarget.value })}
        data={choice.lengths.map((l) => ({ value: String(l.by.value), label: durationText(l.by) }))}
      />
      {chosen && (
        <Text size="sm" role="status">
          New due moment: <b>{moment(chosen.dueAt, zone)}</b>.
          {choice.noticeRequired && ' It counts once the letter to the member has gone out, before the present one.'}
        </Text>
      )}
      <Textarea
        label="Reason"
        description="The member reads these words in the letter"
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(e) => change({ reason: e.currentTarget.value })}
      />
    </ActForm>
  );
};
