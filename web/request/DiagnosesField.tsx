import { Pill } from '@mantine/core';
import type { DiagnosisHit } from '@openum/http/contract/request.ts';
import { typedDiagnosis } from './form.ts';
import { fieldId } from './parts.ts';
import css from './request.module.css';
import { SearchField } from './SearchField.tsx';

type Props = {
  readonly chosen: readonly DiagnosisHit[];
  readonly choose: (diagnoses: readonly DiagnosisHit[]) => void;
  readonly error: string | undefined;
};

/** The search for diagnoses, to be laid out with other fields; what was chosen is `ChosenDiagnoses`. */
export const DiagnosesSearch = ({ chosen, choose, error }: Props) => (
  <SearchField<DiagnosisHit>
    id={fieldId('diagnoses')}
    label="Diagnoses"
    description="The first is the principal one; an ICD-10-CM code may also be typed"
    required={chosen.length === 0}
    placeholder="Words or code"
    path="/api/diagnoses"
    error={error}
    keyOf={(d) => d.code}
    show={(d) => (
      <>
        <b>{d.code}</b> {d.label}
      </>
    )}
    pick={(d) => chosen.some((x) => x.code === d.code) || choose([...chosen, d])}
    typed={typedDiagnosis}
  />
);

export const ChosenDiagnoses = ({ chosen, choose }: Omit<Props, 'error'>) =>
  chosen.length === 0 ? null : (
    <ul className={css.pills} aria-label="Chosen diagnoses">
      {chosen.map((d, at) => (
        <li key={d.code}>
          <Pill
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Take out ${d.code}`, 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => choose(chosen.filter((x) => x.code !== d.code))}
          >
            {d.code} {d.label}
            {at === 0 && ' (principal)'}
          </Pill>
        </li>
      ))}
    </ul>
  );

export const DiagnosesField = (props: Props) => (
  <>
    <DiagnosesSearch {...props} />
    <ChosenDiagnoses {...props} />
  </>
);
