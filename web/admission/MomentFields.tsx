import { TextInput } from '@mantine/core';
import { useSession } from '../api/session.ts';
import { fieldId } from '../request/parts.ts';
import css from './admission.module.css';
import type { MomentDraft } from './draft.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: MomentDraft;
  readonly change: (value: MomentDraft) => void;
  readonly error: string | undefined;
};

/** Day and time of something, on the wall clock of the zone that is named. */
export const MomentFields = ({ id, label, hint, required = false, value, change, error }: Props) => {
  const { zone } = useSession();
  return (
    <div className={css.moment}>
      <TextInput
        id={fieldId(id)}
        label={`${label}, day`}
        {...(hint ? { description: hint } : {})}
        type="date"
        required={required}
        value={value.day}
        onChange={(e) => change({ ...value, day: e.currentTarget.value })}
        error={error}
      />
      <TextInput
        label={`${label}, time`}
        description={zone}
        inputWrapperOrder={
          hint ? ['label', 'description', 'input', 'error'] : ['label', 'input', 'description', 'error']
        }
        type="time"
        required={required}
        value={value.time}
        onChange={(e) => change({ ...value, time: e.currentTarget.value })}
      />
    </div>
  );
};
