import './guest.css';
import { Alert, Button, TextInput } from '@mantine/core';
import type { GuestGreeting } from '@openum/http/contract/guestLink.ts';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { post } from '../api/client.ts';
import { problemText } from '../case/problemText.ts';

export type Factor = { readonly npi: string; readonly birthDate: string };

export const GuestFailure = ({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) =>
  error ? (
    <Alert color="red" role="alert">
      {problemText(error)} {children}
    </Alert>
  ) : null;

type Props<V> = {
  readonly greeting: GuestGreeting;
  /** Of the API, below which the second factor is checked. */
  readonly path: string;
  readonly npiHint?: string;
  readonly entered: (view: V, factor: Factor) => void;
  readonly children: ReactNode;
};

/** The second factor, before anything about the patient is shown. */
export const GuestEntry = <V,>({ greeting, path, npiHint, entered, children }: Props<V>) => {
  const [factor, setFactor] = useState<Factor>({ npi: '', birthDate: '' });
  const open = useMutation({
    mutationFn: () => post<V>(`${path}/open`, factor),
    onSuccess: (v) => entered(v, factor),
  });
  if (greeting.locked)
    return (
      <Alert color="red" role="alert">
        This link is locked after too many wrong entries. Call {greeting.plan}
        {greeting.phone ? ` at ${greeting.phone}` : ''} for another.
      </Alert>
    );
  return (
    <form
      noValidate
      className="um-guest-form"
      onSubmit={(e) => {
        e.preventDefault();
        open.mutate();
      }}
    >
      <p>{children}</p>
      <TextInput
        label="Your NPI"
        {...(npiHint ? { description: npiHint } : {})}
        inputMode="numeric"
        autoComplete="off"
        required
        value={factor.npi}
        onChange={(e) => setFactor({ ...factor, npi: e.currentTarget.value })}
      />
      <TextInput
        label="Date of birth of the patient"
        type="date"
        autoComplete="off"
        required
        value={factor.birthDate}
        onChange={(e) => setFactor({ ...factor, birthDate: e.currentTarget.value })}
      />
      <GuestFailure error={open.error} />
      <Button type="submit" loading={open.isPending}>
        Continue
      </Button>
    </form>
  );
};
