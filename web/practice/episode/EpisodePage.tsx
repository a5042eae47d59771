import '../practice.css';
import '../../workList/work.css';
import { Anchor, Button } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { episodeMayNot } from '@openum/domain/episode/capability.ts';
import type { EpisodeCommandType } from '@openum/domain/episode/command.ts';
import { coverageStates } from '@openum/domain/ledger/match.ts';
import { validShare } from '@openum/domain/ledger/totals.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { count, date, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { BenefitsPanel } from '../benefits/BenefitsPanel.tsx';
import { DocumentsPanel } from '../document/DocumentsPanel.tsx';
import { episodeQuery } from '../queries.ts';
import {
  channelWord,
  dispositionWord,
  dueWord,
  eventWord,
  levelWord,
  money,
  outcomeTone,
  outcomeWord,
  riskTone,
  riskWord,
  stateSign,
  stateTone,
  stateWord,
  submissionKindWord,
} from '../words.ts';
import type { FormProps } from './ActBox.tsx';
import { AuthorizationForm } from './AuthorizationForm.tsx';
import { AuthorizationsPanel } from './AuthorizationsPanel.tsx';
import { BackForm, CoverageForm, DischargeForm, HandOverForm, LevelForm, NoteForm } from './courseForms.tsx';
import { DayGrid } from './DayGrid.tsx';
import { DayProof } from './DayProof.tsx';
import { AttendanceForm, BillForm, WithdrawForm } from './serviceForms.tsx';

type Act = {
  readonly id: string;
  readonly label: string;
  readonly command: EpisodeCommandType;
  readonly Form: (props: FormProps) => ReactNode;
  /** Why it is of no use on this episode. */
  readonly notNow?: (view: EpisodeView) => string | undefined;
};

const discharged = (view: EpisodeView) => (view.discharge ? 'The patient has been discharged.' : undefined);

const acts: readonly Act[] = [
  { id: 'authorization', label: 'Record authorization', command: 'RecordAuthorization', Form: AuthorizationForm },
  { id: 'attendance', label: 'Enter attendance', command: 'RecordServices', Form: AttendanceForm },
  { id: 'bill', label: 'Bill', command: 'BillServices', Form: BillForm },
  { id: 'payer', label: 'Set payer', command: 'SetCoverage', Form: CoverageForm },
  { id: 'level', label: 'Change level', command: 'ChangeLevelOfCare', Form: LevelForm, notNow: discharged },
  { id: 'discharge', label: 'Discharge', command: 'DischargeEpisode', Form: DischargeForm },
  {
    id: 'back',
    label: 'Take discharge back',
    command: 'CancelDischarge',
    Form: BackForm,
    notNow: (view) => (view.discharge ? undefined : 'The patient has not been discharged.'),
  },
  { id: 'withdraw', label: 'Take attendance back', command: 'WithdrawServices', Form: WithdrawForm },
  { id: 'note', label: 'Note', command: 'AddNote', Form: NoteForm },
  { id: 'handOver', label: 'Hand over', command: 'HandOver', Form: HandOverForm },
];

/** Why somebody may not do it, as the server would say. */
const useWhyNot = () => {
  const { actor } = useSession();
  return (command: EpisodeCommandType): string | undefined => {
    const no = episodeMayNot(command, actor);
    return no && refusalSentence(no);
  };
};

const Head = ({ view }: { readonly view: EpisodeView }) => {
  const { row, place, patient } = view;
  const share = validShare(view.totals);
  const part = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl className="um-practice-head">
      {part('Born', date(patient.birthDate))}
      {patient.chartNumber && part('Chart', patient.chartNumber)}
      {part(
        'Programme',
        <>
          {row.programmeName}, {levelWord(row.levelOfCare)} since {date(row.levelFrom)}
        </>,
      )}
      {part('Admitted', `${date(row.admittedOn)}${row.emergency ? ', as an emergency' : ''}`)}
      {view.discharge &&
        part('Discharged', `${date(view.discharge.on)}, ${dispositionWord(view.discharge.disposition)}`)}
      {row.clinicianName && part('Clinician', row.clinicianName)}
      {!view.discharge &&
        part(
          'Covered',
          <>
            <span className="um-chip" data-tone={riskTone[place.risk]}>
              {riskWord[place.risk]}
            </span>{' '}
            {row.uncoveredFrom &&
              (place.risk === 'uncovered'
                ? `since ${date(row.uncoveredFrom)}`
                : `${count(place.daysLeft ?? 0, 'day')} left, first open day ${date(row.uncoveredFrom)}`)}
          </>,
        )}
      {!view.discharge &&
        place.reviewDueOn &&
        part('Next update', `${dueWord[place.due]}, by ${date(place.reviewDueOn)}`)}
      {part(
        'Not covered so far',
        row.atStake > 0 ? (
          <b className="um-practice-bad">
            {money(row.atStake)}, {row.uncoveredServices} of {count(row.services, 'day')}
          </b>
        ) : (
          money(0)
        ),
      )}
      {share !== undefined && part('With a valid authorization', `${Math.round(share * 1000) / 10} %`)}
    </dl>
  );
};

const Legend = () => (
  <ul className="um-grid-legend" aria-label="What the signs mean">
    {coverageStates.map((s) => (
      <li key={s} data-tone={stateTone[s]}>
        <b style={{ color: 'var(--um-tone)' }}>{stateSign[s]}</b> {stateWord[s].toLowerCase()}
      </li>
    ))}
    <li>dashed: planned, as the programme goes on</li>
  </ul>
);

const Submissions = ({ view }: { readonly view: EpisodeView }) => {
  const { zone } = useSession();
  return (
    <Panel title={`Requests to payers (${view.submissions.length})`} flush>
      <ul className="um-practice-list">
        {view.submissions.toReversed().map((s) => (
          <li key={s.submissionId}>
            <div>
              <b>{submissionKindWord[s.kind]}</b>, {levelWord(s.levelOfCare)}, {date(s.from)} to {date(s.to)}{' '}
              <span className="um-chip" data-tone={s.outcome ? outcomeTone[s.outcome] : 'waiting'}>
                {s.outcome ? outcomeWord[s.outcome] : 'Not answered'}
              </span>
            </div>
            <div className="um-practice-quiet">
              {channelWord[s.channel as keyof typeof channelWord]}, {moment(s.sentAt, zone)}
              {s.reference && `, reference ${s.reference}`}
            </div>
          </li>
        ))}
        {view.submissions.length === 0 && <li>Nothing has been sent to a payer for this episode.</li>}
      </ul>
    </Panel>
  );
};

const Coverages = ({ view }: { readonly view: EpisodeView }) => (
  <Panel title="Payers" flush>
    <ul className="um-practice-list">
      {view.coverages.map((c) => (
        <li key={c.coverageId}>
          <b>
            {c.order}. {c.payerName}
          </b>
          <div className="um-practice-quiet">
            Member {c.memberNumber}
            {c.groupNumber && `, group ${c.groupNumber}`}
            {c.stateOfIssue && `, issued in ${c.stateOfIssue}`}
          </div>
        </li>
      ))}
      {view.coverages.length === 0 && <li>No payer is set. Set one before you ask for days.</li>}
    </ul>
  </Panel>
);

const Levels = ({ view }: { readonly view: EpisodeView }) => (
  <Panel title="Levels of care" flush>
    <ul className="um-practice-list">
      {view.levels.toReversed().map((l) => (
        <li key={`${l.from}-${l.programme.programmeId}`}>
          <b>{l.programme.name}</b>, {levelWord(l.programme.levelOfCare)}, since {date(l.from)}
          <div className="um-practice-quiet">
            {l.programme.code}, {money(l.programme.charge)} a day
          </div>
          {l.reason && <div className="um-practice-quiet">{l.reason}</div>}
        </li>
      ))}
    </ul>
  </Panel>
);

const Notes = ({ view }: { readonly view: EpisodeView }) => {
  const { zone } = useSession();
  const lines = [
    ...view.notes.map((n) => ({ at: n.at, by: n.by, text: n.text })),
    ...view.handovers.map((h) => ({ at: h.at, by: h.by, text: `To ${h.to.name}: ${h.note}` })),
    ...view.overrides.map((o) => ({ at: o.at, by: o.by, text: `Let through without coverage: ${o.reason}` })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Panel title={`Notes (${lines.length})`} flush>
      <ul className="um-practice-list">
        {lines.map((n) => (
          <li key={`${n.at}-${n.text}`}>
            {n.text}
            <div className="um-practice-quiet">
              {n.by}, {moment(n.at, zone)}
            </div>
          </li>
        ))}
        {lines.length === 0 && <li>No note yet.</li>}
      </ul>
    </Panel>
  );
};

const fewEvents = 6;

const History = ({ view }: { readonly view: EpisodeView }) => {
  const { zone } = useSession();
  const [all, setAll] = useState(false);
  return (
    <Panel title="History" flush>
      <ul className="um-practice-list">
        {view.history
          .toReversed()
          .slice(0, all ? undefined : fewEvents)
          .map((h) => (
            <li key={h.sequence}>
              {h.by} {eventWord[h.type]}
              <div className="um-practice-quiet">{moment(h.at, zone)}</div>
            </li>
          ))}
      </ul>
      {view.history.length > fewEvents && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
          {all ? 'Show the last ones' : `Show all ${view.history.length}`}
        </Button>
      )}
    </Panel>
  );
};

const Content = ({ view }: { readonly view: EpisodeView }) => {
  const [chosen, setChosen] = useState<CalendarDate>();
  const [open, setOpen] = useState<string>();
  const whyNot = useWhyNot();
  const Form = acts.find((a) => a.id === open)?.Form;
  return (
    <>
      <Head view={view} />
      <div className="um-practice-actions" style={{ marginBlockEnd: '0.75rem' }}>
        {acts.map((a) => (
          <ActButton
            key={a.id}
            size="xs"
            variant={open === a.id ? 'filled' : 'default'}
            why={whyNot(a.command) ?? a.notNow?.(view)}
            onClick={() => setOpen(open === a.id ? undefined : a.id)}
          >
            {a.label}
          </ActButton>
        ))}
      </div>
      {Form && <Form key={open} view={view} close={() => setOpen(undefined)} />}
      <div style={{ marginBlock: '0.75rem' }}>
        <Panel title="Day by day" flush>
          <DayGrid view={view} chosen={chosen} choose={setChosen} />
          {chosen && <DayProof view={view} on={chosen} />}
          <Legend />
        </Panel>
      </div>
      <div className="um-practice-columns">
        <div>
          <AuthorizationsPanel view={view} whyNot={whyNot('CorrectAuthorization')} />
          <DocumentsPanel view={view} whyNotWithdraw={whyNot('WithdrawDocument')} />
          <Submissions view={view} />
          <Notes view={view} />
        </div>
        <div>
          <Coverages view={view} />
          <BenefitsPanel episodeId={view.episodeId} />
          <Levels view={view} />
          <History view={view} />
        </div>
      </div>
    </>
  );
};

/** One course of a patient: each day with what was asked, granted, given and billed. */
export const EpisodePage = () => {
  const { episodeId } = useParams({ from: '/shell/practice/practice/episodes/$episodeId' });
  const episode = useQuery(episodeQuery(episodeId));
  const view = episode.data;
  return (
    <Page
      title={view ? view.row.patientName : 'Episode'}
      tabTitle={view ? `Episode ${view.row.episodeNumber}` : 'Episode'}
      aside={
        view && (
          <>
            <span>{view.row.episodeNumber}</span>
            {view.row.part2 && (
              <span className="um-chip" title="Records of this patient fall under 42 CFR Part 2">
                42 CFR Part 2
              </span>
            )}
          </>
        )
      }
      actions={
        <div className="um-practice-actions">
          <Button
            size="compact-sm"
            renderRoot={(props) => (
              <Link {...props} to="/practice/episodes/$episodeId/requests" params={{ episodeId }} />
            )}
          >
            Requests to payers
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/practice/note-check" search={{ episode: episodeId }} />}
          >
            Check a note
          </Button>
          <Anchor renderRoot={(props) => <Link {...props} to="/practice/board" />}>Back to the board</Anchor>
        </div>
      }
    >
      {episode.isError && !view && <FailedState error={episode.error} retry={() => void episode.refetch()} />}
      {episode.isPending && <LoadingRows label="Loading the episode" />}
      {view && <Content view={view} />}
    </Page>
  );
};
