import { Checkbox, TextInput } from '@mantine/core';
import type { ClinicianBody, PayerBody } from '@openum/http/contract/practice/register.ts';
import { useState } from 'react';
import { EntryForm } from './EntryForm.tsx';

/** Of an entry that has little more than a name. */
export const NameForm = ({
  label,
  path,
  entry,
  npi = false,
  close,
}: {
  readonly label: string;
  readonly path: string;
  readonly entry: PayerBody | ClinicianBody;
  readonly npi?: boolean;
  readonly close: () => void;
}) => {
  const [body, setBody] = useState<PayerBody & ClinicianBody>(entry);
  const number = body.npi ?? '';
  const problem = !body.name.trim()
    ? 'Enter the name.'
    : number !== '' && !/^\d{10}$/.test(number)
      ? 'An NPI has ten digits.'
      : undefined;
  const { npi: _npi, ...rest } = body;
  return (
    <EntryForm
      label={label}
      path={path}
      body={number ? { ...rest, npi: number } : rest}
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
      {npi && (
        <TextInput
          label="NPI"
          inputMode="numeric"
          value={number}
          onChange={(e) => setBody({ ...body, npi: e.currentTarget.value.trim() })}
        />
      )}
      <Checkbox
        label="In use"
        checked={body.active}
        onChange={(e) => setBody({ ...body, active: e.currentTarget.checked })}
      />
    </EntryForm>
  );
};
