import '../practice.css';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { AdmissionBody, EpisodeAnswer } from '@openum/http/contract/practice/episode.ts';
import type { RegisteredPatient } from '@openum/http/contract/practice/register.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { newId } from '../../api/command.ts';
import { date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { lineOfBusinessWord } from '../../app/words.ts';
import { Panel } from '../../case/Panel.tsx';
import { FailureLine } from '../ProblemLine.tsx';
import { patientsQuery, registerQuery } from '../queries.ts';
import { levelWord } from '../words.ts';

const empty = {
  family: '',
  given: '',
  birthDate: '',
  chartNumber: '',
  programmeId: '',
  admittedOn: '',
  clinicianId: '',
  payerId: '',
  memberNumber: '',
  groupNumber: '',
  lineOfBusiness: '',
  stateOfIssue: '',
};
type Fields = typeof empty;

const problemsOf = (v: Fields, known: RegisteredPatient | undefined): readonly string[] => [
  ...(known || (v.family.trim() && v.given.trim())
    ? []
    : ['Enter the name of the patient, or choose one who is known.']),
  ...(known || isCalendarDateText(v.birthDate) ? [] : ['Enter the date of birth.']),
  ...(v.programmeId ? [] : ['Choose the programme.']),
  ...(isCalendarDateText(v.admittedOn) ? [] : ['Enter the day of the admission.']),
  ...(v.payerId && !v.memberNumber.trim() ? ['Enter the member number.'] : []),
  ...(v.stateOfIssue === '' || /^[A-Z]{2}$/.test(v.stateOfIssue) ? [] : ['The state is two capital letters.']),
];

/** Finds somebody who was here before, so that nobody is entered twice. */
const KnownPatients = ({
  text,
  choose,
}: {
  readonly text: string;
  readonly choose: (p: RegisteredPatient) => void;
}) => {
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const found = useQuery(patientsQuery(wanted)).data?.patients ?? [];
  if (found.length === 0) return null;
  return (
    <div>
      <p className="um-practice-quiet" style={{ margin: 0 }}>
        Known patients whose name begins like this:
      </p>
      <ul className="um-practice-list">
        {found.slice(0, 6).map((p) => (
          <li key={p.patientId}>
            <Button size="compact-sm" variant="default" onClick={() => choose(p)}>
              {p.family}, {p.given}, born {date(p.birthDate)}
              {p.chartNumber && `, chart ${p.chartNumber}`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** A new episode: who, into which programme, since when, and who pays. */
export const AdmitPage = () => {
  const register = useQuery(registerQuery);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [v, setV] = useState<Fields>(empty);
  const [known, setKnown] = useState<RegisteredPatient>();
  const [emergency, setEmergency] = useState(false);
  const [part2, setPart2] = useState(false);
  const [commandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const field = (name: keyof Fields) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const choose = (p: RegisteredPatient) => {
    const [first] = p.coverages.toSorted((a, b) => a.order - b.order);
    setKnown(p);
    setV({
      ...v,
      payerId: first?.payerId ?? '',
      memberNumber: first?.memberNumber ?? '',
      groupNumber: first?.groupNumber ?? '',
      lineOfBusiness: first?.lineOfBusiness ?? '',
      stateOfIssue: first?.stateOfIssue ?? '',
    });
  };
  const problems = problemsOf(v, known);
  const bodyOf = (): AdmissionBody => ({
    commandId,
    ...(known
      ? { patientId: known.patientId }
      : {
          newPatient: {
            family: v.family.trim(),
            given: v.given.trim(),
            birthDate: v.birthDate,
            ...(v.chartNumber.trim() ? { chartNumber: v.chartNumber.trim() } : {}),
            ...(part2 ? { part2 } : {}),
          },
        }),
    programmeId: v.programmeId,
    admittedOn: v.admittedOn,
    emergency,
    ...(v.clinicianId ? { clinicianId: v.clinicianId } : {}),
    coverages: v.payerId
      ? [
          {
            order: 1,
            payerId: v.payerId,
            memberNumber: v.memberNumber.trim(),
            ...(v.groupNumber.trim() ? { groupNumber: v.groupNumber.trim() } : {}),
            ...(v.lineOfBusiness ? { lineOfBusiness: v.lineOfBusiness as LineOfBusiness } : {}),
            ...(v.stateOfIssue ? { stateOfIssue: v.stateOfIssue } : {}),
          },
        ]
      : [],
  });
  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { episodeId } = await post<EpisodeAnswer>('/api/practice/episodes', bodyOf());
      await client.invalidateQueries({ queryKey: ['practice'] });
      await navigate({ to: '/practice/episodes/$episodeId', params: { episodeId } });
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  if (register.isError) return <FailedState error={register.error} retry={() => void register.refetch()} />;
  if (!register.data) return <LoadingRows label="Loading programmes and payers" rows={4} />;
  const { programmes, payers, clinicians } = register.data;
  return (
    <Page title="Admit a patient">
      <form
        style={{ display: 'grid', gap: '0.75rem', maxInlineSize: '56rem' }}
        onSubmit={(e) => {
          e.preventDefault();
          if (problems.length === 0) void submit();
        }}
      >
        <Panel title="Patient">
          {known ? (
            <p style={{ margin: 0 }}>
              <b>
                {known.family}, {known.given}
              </b>
              , born {date(known.birthDate)}
              {known.chartNumber && `, chart ${known.chartNumber}`}{' '}
              <Button size="compact-xs" variant="subtle" onClick={() => setKnown(undefined)}>
                Somebody else
              </Button>
            </p>
          ) : (
            <div style={{ display: 'grid', gap: '0.5rem' }}>
              <div className="um-practice-fields">
                <TextInput label="Family name" required maxLength={100} autoComplete="off" {...field('family')} />
                <TextInput label="Given name" required maxLength={100} autoComplete="off" {...field('given')} />
                <TextInput label="Date of birth" type="date" required {...field('birthDate')} />
                <TextInput label="Chart number" maxLength={50} autoComplete="off" {...field('chartNumber')} />
              </div>
              <Checkbox
                label="Records fall under 42 CFR Part 2 (substance use treatment)"
                checked={part2}
                onChange={(e) => setPart2(e.currentTarget.checked)}
              />
              <KnownPatients text={v.family} choose={choose} />
            </div>
          )}
        </Panel>
        <Panel title="Admission">
          <div style={{ display: 'grid', gap: '0.5rem' }}>
            <div className="um-practice-fields">
              <NativeSelect
                label="Programme"
                required
                {...field('programmeId')}
                data={[
                  { value: '', label: 'Choose' },
                  ...programmes
                    .filter((p) => p.active)
                    .map((p) => ({ value: p.programmeId, label: `${p.name} (${levelWord(p.levelOfCare)})` })),
                ]}
              />
              <TextInput label="Admitted on" type="date" required {...field('admittedOn')} />
              <NativeSelect
                label="Clinician"
                {...field('clinicianId')}
                data={[
                  { value: '', label: 'Not set' },
                  ...clinicians.filter((c) => c.active).map((c) => ({ value: c.clinicianId, label: c.name })),
                ]}
              />
            </div>
            <Checkbox
              label="Emergency: there was no time to ask the payer first"
              checked={emergency}
              onChange={(e) => setEmergency(e.currentTarget.checked)}
            />
          </div>
        </Panel>
        <Panel title="Who pays first">
          <div className="um-practice-fields">
            <NativeSelect
              label="Payer"
              {...field('payerId')}
              data={[
                { value: '', label: 'Not known yet' },
                ...payers.filter((p) => p.active).map((p) => ({ value: p.payerId, label: p.name })),
              ]}
            />
            <TextInput label="Member number" maxLength={50} autoComplete="off" {...field('memberNumber')} />
            <TextInput label="Group number" maxLength={50} autoComplete="off" {...field('groupNumber')} />
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
        </Panel>
        <FailureLine failure={failure} />
        <div className="um-practice-actions">
          <Button
            type="submit"
            loading={busy}
            {...(problems.length > 0
              ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') }
              : {})}
          >
            Admit
          </Button>
          {problems.length > 0 && <span className="um-practice-quiet">{problems[0]}</span>}
        </div>
      </form>
    </Page>
  );
};
