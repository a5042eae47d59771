import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ProgrammeBody } from '@openum/http/contract/practice/register.ts';
import { useState } from 'react';
import { levelCodes, levelWord, weekdayWords } from '../words.ts';
import { EntryForm } from './EntryForm.tsx';

export const newProgramme: ProgrammeBody = { name: '', levelOfCare: 'residential', code: '', charge: 0, active: true };

export const ProgrammeForm = ({ entry, close }: { readonly entry: ProgrammeBody; readonly close: () => void }) => {
  const [body, setBody] = useState(entry);
  const [dollars, setDollars] = useState(entry.charge ? String(entry.charge / 100) : '');
  const sum = /^\d+(\.\d{1,2})?$/.test(dollars) ? Math.round(Number(dollars) * 100) : undefined;
  const problem = !body.name.trim()
    ? 'Enter the name.'
    : !body.code.trim()
      ? 'Enter the code by which a day is billed.'
      : sum === undefined
        ? 'Enter the charge of a day in dollars.'
        : undefined;
  return (
    <EntryForm
      label="Programme"
      path="/api/practice/programmes"
      body={{ ...body, charge: sum ?? 0 }}
      problem={problem}
      close={close}
    >
      <TextInput
        label="Name"
        required
        maxLength={200}
        value={body.name}
        onChange={(e) => setBody({ ...body, name: e.currentTarget.value })}
      />
      <NativeSelect
        label="Level of care"
        required
        value={body.levelOfCare}
        onChange={(e) => setBody({ ...body, levelOfCare: e.currentTarget.value })}
        data={levelCodes.map((l) => ({ value: l, label: levelWord(l) }))}
      />
      <TextInput
        label="Code of a day"
        required
        maxLength={20}
        value={body.code}
        onChange={(e) => setBody({ ...body, code: e.currentTarget.value })}
      />
      <TextInput
        label="Charge of a day, $"
        required
        inputMode="decimal"
        value={dollars}
        onChange={(e) => setDollars(e.currentTarget.value)}
      />
      <Checkbox.Group
        label="Weekdays"
        description="None marked: every day"
        value={(body.weekdays ?? []).map(String)}
        onChange={(days) => {
          const { weekdays: _before, ...rest } = body;
          setBody(days.length === 0 ? rest : { ...rest, weekdays: days.map(Number).toSorted() });
        }}
      >
        <div className="um-practice-actions">
          {weekdayWords.map((w, i) => (
            <Checkbox key={w} size="xs" value={String(i + 1)} label={w} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label="In use"
        checked={body.active}
        onChange={(e) => setBody({ ...body, active: e.currentTarget.checked })}
      />
    </EntryForm>
  );
};
