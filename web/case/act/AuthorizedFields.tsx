import { TextInput } from '@mantine/core';
import css from '../case.module.css';
import type { AuthorizedDraft } from './decisionDraft.ts';

type Props = {
  readonly value: AuthorizedDraft;
  readonly change: (part: Partial<AuthorizedDraft>) => void;
  readonly error: (field: keyof AuthorizedDraft) => string | undefined;
  /** Another service than the requested one is a modification only. */
  readonly serviceOpen?: boolean;
};

/** What is authorized: service, units, first and last day. */
export const AuthorizedFields = ({ value, change, error, serviceOpen = false }: Props) => (
  <div className={css.two}>
    <TextInput
      label="Service code"
      value={value.code}
      readOnly={!serviceOpen}
      onChange={(e) => change({ code: e.currentTarget.value.toUpperCase() })}
      error={error('code')}
    />
    <TextInput
      label={value.unit ? `Units (${value.unit})` : 'Units'}
      inputMode="decimal"
      value={value.units}
      onChange={(e) => change({ units: e.currentTarget.value })}
      error={error('units')}
    />
    <TextInput
      label="First day"
      type="date"
      value={value.start}
      onChange={(e) => change({ start: e.currentTarget.value })}
      error={error('start')}
    />
    <TextInput
      label="Last day"
      type="date"
      value={value.end}
      onChange={(e) => change({ end: e.currentTarget.value })}
      error={error('end')}
    />
  </div>
);
