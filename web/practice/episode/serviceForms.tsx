import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import { useState } from 'react';
import { count, date } from '../../app/format.ts';
import { money, stateWord } from '../words.ts';
import { ActBox, type FormProps } from './ActBox.tsx';

const Override = ({ value, change }: { readonly value: string; readonly change: (next: string) => void }) => (
  <Textarea
    label="Why it goes through all the same"
    description="Your name and this reason stay with the record."
    autosize
    minRows={2}
    maxLength={2000}
    value={value}
    onChange={(e) => change(e.currentTarget.value)}
  />
);

/** Days on which the patient was there. */
export const AttendanceForm = (props: FormProps) => {
  const { view } = props;
  const [on, setOn] = useState<string>(view.today);
  const [units, setUnits] = useState('1');
  const [override, setOverride] = useState('');
  return (
    <ActBox
      {...props}
      title="Enter attendance"
      submitLabel="Record"
      problems={[
        ...(isCalendarDateText(on) ? [] : ['Enter the day.']),
        ...(on > view.today ? ['The day lies in the future.'] : []),
        ...(/^[1-9]\d*$/.test(units) ? [] : ['Units must be a whole number, one or more.']),
      ]}
      command={() => ({
        type: 'RecordServices',
        services: [{ on, units: Number(units) }],
        ...(override.trim() ? { override: override.trim() } : {}),
      })}
      override={<Override value={override} change={setOverride} />}
    >
      <div className="um-practice-fields">
        <TextInput
          label="Day"
          type="date"
          required
          min={view.row.admittedOn}
          max={view.today}
          value={on}
          onChange={(e) => setOn(e.currentTarget.value)}
        />
        <TextInput
          label="Units"
          inputMode="numeric"
          required
          value={units}
          onChange={(e) => setUnits(e.currentTarget.value)}
        />
      </div>
    </ActBox>
  );
};

/** Services that go on one claim. */
export const BillForm = (props: FormProps) => {
  const { view } = props;
  const open = view.days.flatMap((d) => d.services.filter((s) => !s.billed));
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    open.filter((s) => s.state === 'covered').map((s) => s.service.serviceId),
  );
  const [claimId, setClaimId] = useState('');
  const [billedOn, setBilledOn] = useState<string>(view.today);
  const [override, setOverride] = useState('');
  const sum = open
    .filter((s) => chosen.includes(s.service.serviceId))
    .reduce((total, s) => total + s.service.charge, 0);
  return (
    <ActBox
      {...props}
      title="Put services on a claim"
      submitLabel={`Bill ${count(chosen.length, 'service')}, ${money(sum)}`}
      problems={[
        ...(open.length === 0 ? ['Every service has been billed.'] : []),
        ...(chosen.length > 0 ? [] : ['Choose at least one service.']),
        ...(claimId.trim() ? [] : ['Enter the claim number.']),
        ...(isCalendarDateText(billedOn) ? [] : ['Enter the day of the bill.']),
      ]}
      command={() => ({
        type: 'BillServices',
        serviceIds: [...chosen],
        claimId: claimId.trim(),
        billedOn,
        ...(override.trim() ? { override: override.trim() } : {}),
      })}
      override={<Override value={override} change={setOverride} />}
    >
      <div className="um-practice-fields">
        <TextInput
          label="Claim number"
          required
          maxLength={80}
          value={claimId}
          onChange={(e) => setClaimId(e.currentTarget.value)}
        />
        <TextInput
          label="Billed on"
          type="date"
          required
          max={view.today}
          value={billedOn}
          onChange={(e) => setBilledOn(e.currentTarget.value)}
        />
      </div>
      <Checkbox.Group label="Services" value={[...chosen]} onChange={setChosen}>
        <div className="um-practice-fields" style={{ maxBlockSize: '14rem', overflowY: 'auto' }}>
          {open.map((s) => (
            <Checkbox
              key={s.service.serviceId}
              value={s.service.serviceId}
              label={`${date(s.service.on)} ${s.service.code} ${money(s.service.charge)}`}
              description={s.state === 'covered' ? undefined : stateWord[s.state]}
            />
          ))}
        </div>
      </Checkbox.Group>
    </ActBox>
  );
};

/** Attendance that was written down by mistake. */
export const WithdrawForm = (props: FormProps) => {
  const { view } = props;
  const open = view.days.flatMap((d) => d.services);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  return (
    <ActBox
      {...props}
      title="Take attendance back"
      submitLabel={`Take back ${count(chosen.length, 'service')}`}
      problems={[
        ...(chosen.length > 0 ? [] : ['Choose at least one service.']),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      command={() => ({ type: 'WithdrawServices', serviceIds: [...chosen], reason: reason.trim() })}
    >
      <Checkbox.Group label="Services" value={[...chosen]} onChange={setChosen}>
        <div className="um-practice-fields" style={{ maxBlockSize: '14rem', overflowY: 'auto' }}>
          {open.map((s) => (
            <Checkbox
              key={s.service.serviceId}
              value={s.service.serviceId}
              label={`${date(s.service.on)} ${s.service.code}`}
              description={s.billed ? `billed, claim ${s.billed.claimId}` : undefined}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </ActBox>
  );
};
