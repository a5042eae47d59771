import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { ViewAuthorization } from '@openum/http/contract/practice/episode.ts';
import { useState } from 'react';
import { levelCodes, levelWord } from '../words.ts';
import { ActBox, type FormProps } from './ActBox.tsx';

const begin = ({ view }: FormProps, a: ViewAuthorization | undefined) => ({
  number: a?.number ?? '',
  coverageId: a?.coverageId ?? view.coverages[0]?.coverageId ?? '',
  levelOfCare: a?.levelOfCare ?? view.row.levelOfCare,
  codes: a?.codes.join(', ') ?? '',
  from: a?.from ?? view.row.uncoveredFrom ?? view.today,
  to: a?.to ?? '',
  units: a?.units === undefined ? '' : String(a.units),
  nextReviewOn: a?.nextReviewOn ?? '',
  contact: a?.contact ?? '',
  reason: '',
});

/** What a payer authorized, as it was told; `correct` changes one that was written down wrongly, with the reason. */
export const AuthorizationForm = (props: FormProps & { readonly correct?: ViewAuthorization }) => {
  const { view, correct } = props;
  const [v, setV] = useState(() => begin(props, correct));
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const problems = [
    ...(view.coverages.length === 0 ? ['Set the payer first.'] : []),
    ...(v.number.trim() ? [] : ['Enter the authorization number.']),
    ...(isCalendarDateText(v.from) && isCalendarDateText(v.to) ? [] : ['Enter the first and the last day.']),
    ...(v.from && v.to && v.to < v.from ? ['The last day lies before the first.'] : []),
    ...(v.units === '' || /^[1-9]\d*$/.test(v.units) ? [] : ['Units must be a whole number, one or more.']),
    ...(correct && !v.reason.trim() ? ['Write why it is corrected.'] : []),
  ];
  const authorization = () => ({
    number: v.number.trim(),
    coverageId: v.coverageId,
    levelOfCare: v.levelOfCare,
    codes: v.codes
      .split(',')
      .map((c) => c.trim())
      .filter((c) => c !== ''),
    from: v.from,
    to: v.to,
    ...(v.units ? { units: Number(v.units) } : {}),
    ...(v.nextReviewOn ? { nextReviewOn: v.nextReviewOn } : {}),
    ...(v.contact.trim() ? { contact: v.contact.trim() } : {}),
  });
  return (
    <ActBox
      {...props}
      title={correct ? `Correct authorization ${correct.number}` : 'Record an authorization'}
      submitLabel={correct ? 'Save the correction' : 'Record'}
      problems={problems}
      command={() =>
        correct
          ? {
              type: 'CorrectAuthorization',
              authorizationId: correct.authorizationId,
              authorization: authorization(),
              reason: v.reason.trim(),
            }
          : { type: 'RecordAuthorization', authorization: authorization() }
      }
    >
      <div className="um-practice-fields">
        <TextInput label="Number" required maxLength={80} {...field('number')} />
        <NativeSelect
          label="Payer"
          required
          {...field('coverageId')}
          data={view.coverages.map((c) => ({ value: c.coverageId, label: `${c.order}. ${c.payerName}` }))}
        />
        <NativeSelect
          label="Level of care"
          required
          {...field('levelOfCare')}
          data={[...new Set([view.row.levelOfCare, v.levelOfCare, ...levelCodes])].map((l) => ({
            value: l,
            label: levelWord(l),
          }))}
        />
        <TextInput label="First day" type="date" required {...field('from')} />
        <TextInput label="Last day" type="date" required min={v.from} {...field('to')} />
        <TextInput label="Units" inputMode="numeric" placeholder="every day" {...field('units')} />
        <TextInput label="Codes" placeholder="every code of the level" {...field('codes')} />
        <TextInput label="Next update by" type="date" {...field('nextReviewOn')} />
        <TextInput label="Who told us" maxLength={200} {...field('contact')} />
      </div>
      {correct && (
        <Textarea label="Why it is corrected" required autosize minRows={2} maxLength={2000} {...field('reason')} />
      )}
    </ActBox>
  );
};
