import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { coverageOrders } from '@openum/domain/episode/record.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lineOfBusinessWord } from '../../app/words.ts';
import { registerQuery } from '../queries.ts';
import { dispositions, levelWord } from '../words.ts';
import { ActBox, type FormProps } from './ActBox.tsx';

export const LevelForm = (props: FormProps) => {
  const { view } = props;
  const programmes = (useQuery(registerQuery).data?.programmes ?? []).filter(
    (p) => p.active && p.programmeId !== view.row.programmeId,
  );
  const [programmeId, setProgrammeId] = useState('');
  const [from, setFrom] = useState<string>(view.today);
  const [reason, setReason] = useState('');
  return (
    <ActBox
      {...props}
      title="Change the level of care"
      submitLabel="Record the change"
      problems={[
        ...(programmeId ? [] : ['Choose the programme.']),
        ...(isCalendarDateText(from) ? [] : ['Enter since when.']),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      command={() => ({ type: 'ChangeLevelOfCare', programmeId, from, reason: reason.trim() })}
    >
      <div className="um-practice-fields">
        <NativeSelect
          label="Programme"
          required
          value={programmeId}
          onChange={(e) => setProgrammeId(e.currentTarget.value)}
          data={[
            { value: '', label: 'Choose' },
            ...programmes.map((p) => ({ value: p.programmeId, label: `${p.name} (${levelWord(p.levelOfCare)})` })),
          ]}
        />
        <TextInput
          label="Since"
          type="date"
          required
          max={view.today}
          value={from}
          onChange={(e) => setFrom(e.currentTarget.value)}
        />
      </div>
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

export const DischargeForm = (props: FormProps) => {
  const { view } = props;
  const before = view.discharge;
  const [on, setOn] = useState<string>(before?.on ?? view.today);
  const [disposition, setDisposition] = useState(before?.disposition ?? 'home');
  const [reason, setReason] = useState('');
  return (
    <ActBox
      {...props}
      title={before ? 'Correct the discharge' : 'Discharge'}
      submitLabel={before ? 'Save the correction' : 'Record the discharge'}
      problems={[
        ...(isCalendarDateText(on) ? [] : ['Enter the day.']),
        ...(before && !reason.trim() ? ['Write why it is corrected.'] : []),
      ]}
      command={() => ({
        type: 'DischargeEpisode',
        on,
        disposition,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      })}
    >
      <div className="um-practice-fields">
        <TextInput
          label="Last day"
          type="date"
          required
          min={view.row.admittedOn}
          max={view.today}
          value={on}
          onChange={(e) => setOn(e.currentTarget.value)}
        />
        <NativeSelect
          label="Where to"
          value={disposition}
          onChange={(e) => setDisposition(e.currentTarget.value)}
          data={dispositions.map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Textarea
        label={before ? 'Why it is corrected' : 'Remark'}
        required={before !== undefined}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </ActBox>
  );
};

export const BackForm = (props: FormProps) => {
  const [reason, setReason] = useState('');
  return (
    <ActBox
      {...props}
      title="Take the discharge back"
      submitLabel="Take it back"
      problems={reason.trim() ? [] : ['Write the reason.']}
      command={() => ({ type: 'CancelDischarge', reason: reason.trim() })}
    >
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

export const CoverageForm = (props: FormProps) => {
  const { view } = props;
  const payers = (useQuery(registerQuery).data?.payers ?? []).filter((p) => p.active);
  const taken = view.coverages.map((c) => c.order);
  const free = coverageOrders.find((o) => !taken.includes(o));
  const [v, setV] = useState({
    coverageId: free ? '' : (view.coverages[0]?.coverageId ?? ''),
    order: String(free ?? 1),
    payerId: '',
    memberNumber: '',
    groupNumber: '',
    lineOfBusiness: '',
    stateOfIssue: '',
  });
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const choose = (coverageId: string) => {
    const c = view.coverages.find((x) => x.coverageId === coverageId);
    setV({
      coverageId,
      order: String(c?.order ?? free ?? 1),
      payerId: c?.payerId ?? '',
      memberNumber: c?.memberNumber ?? '',
      groupNumber: c?.groupNumber ?? '',
      lineOfBusiness: c?.lineOfBusiness ?? '',
      stateOfIssue: c?.stateOfIssue ?? '',
    });
  };
  return (
    <ActBox
      {...props}
      title="Set a payer"
      submitLabel="Save"
      problems={[
        ...(v.payerId ? [] : ['Choose the payer.']),
        ...(v.memberNumber.trim() ? [] : ['Enter the member number.']),
        ...(v.stateOfIssue === '' || /^[A-Z]{2}$/.test(v.stateOfIssue) ? [] : ['The state is two capital letters.']),
      ]}
      command={() => ({
        type: 'SetCoverage',
        order: Number(v.order) as 1 | 2 | 3,
        payerId: v.payerId,
        memberNumber: v.memberNumber.trim(),
        ...(v.coverageId ? { coverageId: v.coverageId } : {}),
        ...(v.groupNumber.trim() ? { groupNumber: v.groupNumber.trim() } : {}),
        ...(v.lineOfBusiness ? { lineOfBusiness: v.lineOfBusiness as LineOfBusiness } : {}),
        ...(v.stateOfIssue ? { stateOfIssue: v.stateOfIssue } : {}),
      })}
    >
      <div className="um-practice-fields">
        {view.coverages.length > 0 && (
          <NativeSelect
            label="Which"
            value={v.coverageId}
            onChange={(e) => choose(e.currentTarget.value)}
            data={[
              ...(free ? [{ value: '', label: 'Another payer' }] : []),
              ...view.coverages.map((c) => ({ value: c.coverageId, label: `Change ${c.order}. ${c.payerName}` })),
            ]}
          />
        )}
        <NativeSelect
          label="Pays"
          {...field('order')}
          data={[
            { value: '1', label: 'First' },
            { value: '2', label: 'Second' },
            { value: '3', label: 'Third' },
          ]}
        />
        <NativeSelect
          label="Payer"
          required
          {...field('payerId')}
          data={[{ value: '', label: 'Choose' }, ...payers.map((p) => ({ value: p.payerId, label: p.name }))]}
        />
        <TextInput label="Member number" required maxLength={50} {...field('memberNumber')} />
        <TextInput label="Group number" maxLength={50} {...field('groupNumber')} />
        <NativeSelect
          label="Line of business"
          {...field('lineOfBusiness')}
          data={[
            { value: '', label: 'Unknown' },
            ...linesOfBusiness.map((l) => ({ value: l, label: lineOfBusinessWord[l] })),
          ]}
        />
        <TextInput label="State of issue" maxLength={2} placeholder="NY" {...field('stateOfIssue')} />
      </div>
    </ActBox>
  );
};

export const NoteForm = (props: FormProps) => {
  const [text, setText] = useState('');
  return (
    <ActBox
      {...props}
      title="Write a note"
      submitLabel="Save the note"
      problems={text.trim() ? [] : ['Write the note.']}
      command={() => ({ type: 'AddNote', text: text.trim() })}
    >
      <Textarea
        label="Note"
        required
        autosize
        minRows={3}
        maxLength={8000}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
    </ActBox>
  );
};

export const HandOverForm = (props: FormProps) => {
  const people = useQuery(registerQuery).data?.people ?? [];
  const [toUserId, setTo] = useState('');
  const [note, setNote] = useState('');
  return (
    <ActBox
      {...props}
      title="Hand over"
      submitLabel="Hand over"
      problems={[...(toUserId ? [] : ['Choose a colleague.']), ...(note.trim() ? [] : ['Write what they must know.'])]}
      command={() => ({ type: 'HandOver', toUserId, note: note.trim() })}
    >
      <NativeSelect
        label="To"
        required
        value={toUserId}
        onChange={(e) => setTo(e.currentTarget.value)}
        data={[{ value: '', label: 'Choose' }, ...people.map((p) => ({ value: p.userId, label: p.name }))]}
      />
      <Textarea
        label="What they must know"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
    </ActBox>
  );
};
