import { Alert, Button, NativeSelect } from '@mantine/core';
import { noDuty, type TaskArea, type TaskDuty, taskAreas } from '@openum/domain/practiceTask/task.ts';
import type { DutyView } from '@openum/http/contract/practice/payer.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePracticeSend } from '../send.ts';
import { areaWord } from '../task/words.ts';
import { dutyQuery } from './queries.ts';

const Form = ({ view, why }: { readonly view: DutyView; readonly why: string | undefined }) => {
  const { save, busy, message } = usePracticeSend();
  const [duty, setDuty] = useState<TaskDuty>(view.saved?.duty ?? noDuty);
  const set = (area: TaskArea, part: 'owner' | 'deputy', userId: string) => {
    const person = view.people.find((p) => p.userId === userId);
    const { [part]: _, ...rest } = duty[area];
    setDuty({ ...duty, [area]: person ? { ...rest, [part]: person } : rest });
  };
  const people = [{ value: '', label: 'Nobody' }, ...view.people.map((p) => ({ value: p.userId, label: p.name }))];
  return (
    <form
      className="um-practice-form"
      aria-label="Who has which work"
      onSubmit={(e) => {
        e.preventDefault();
        if (!why) void save('/api/practice/duty', { duty, expectedVersion: view.saved?.version ?? 0 });
      }}
    >
      <h2 style={{ margin: 0, fontSize: '1.0625rem' }}>Who has which work</h2>
      <div className="um-practice-quiet">
        A task falls to the owner of its area; the deputy joins when three quarters of its time are gone.
      </div>
      {taskAreas.map((area) => (
        <div key={area} className="um-practice-fields">
          {(['owner', 'deputy'] as const).map((part) => (
            <NativeSelect
              key={part}
              label={`${areaWord[area]}: ${part}`}
              value={duty[area][part]?.userId ?? ''}
              onChange={(e) => set(area, part, e.currentTarget.value)}
              data={people}
            />
          ))}
        </div>
      ))}
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
        >
          Save
        </Button>
        <span className="um-practice-quiet">{why}</span>
      </div>
    </form>
  );
};

export const DutyPanel = ({ why }: { readonly why: string | undefined }) => {
  const { data } = useQuery(dutyQuery);
  return data ? <Form key={data.saved?.version ?? 0} view={data} why={why} /> : null;
};
