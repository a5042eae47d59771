import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { moneyUnknown } from './AppealLine.tsx';
import { DenialForm } from './DenialForm.tsx';
import type { DenialFormProps } from './forms.tsx';

/** What a won appeal brought, once a remittance or the payer has said it. */
export const MoneyForm = ({ line, close }: DenialFormProps) => {
  const won = line.appeals.find(moneyUnknown);
  const [recovered, setRecovered] = useState<number | string>('');
  return (
    <DenialForm
      on={line}
      title="What the appeal brought"
      submitLabel="Record the money"
      problems={recovered === '' ? ['Enter what the payer pays after all.'] : []}
      act={() => ({
        type: 'RecordAppealMoney',
        appealId: won?.appealId ?? '',
        recovered: Math.round(Number(recovered) * 100),
      })}
      close={close}
    >
      <NumberInput
        label="Recovered"
        required
        prefix="$"
        decimalScale={2}
        min={0}
        thousandSeparator=","
        value={recovered}
        onChange={setRecovered}
      />
    </DenialForm>
  );
};
