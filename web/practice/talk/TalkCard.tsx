import { Anchor } from '@mantine/core';
import type { TalkLine } from '@openum/http/contract/practice/request.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { count, date, moment } from '../../app/format.ts';
import { sourceText, speakerWords } from '../payer/words.ts';
import { escalationWord } from '../task/words.ts';
import { levelWord, money } from '../words.ts';
import { PayerWord } from './PayerWord.tsx';
import { resultWord, TalkActs } from './TalkActs.tsx';
import { talkStateTone, talkStateWord } from './words.ts';

const Told = ({ title, items }: { readonly title: string; readonly items: TalkLine['sheet']['told'] }) => {
  const { zone } = useSession();
  return items.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      {items.map((t) => (
        <p key={`${t.at}${t.text}`} style={{ whiteSpace: 'pre-wrap' }}>
          <span className="um-practice-quiet">{moment(t.at, zone)}</span> {t.text}
        </p>
      ))}
    </>
  );
};

const List = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {items.map((i) => (
          <li key={i}>{i}</li>
        ))}
      </ul>
    </>
  );

/** To ask on every such call, so that its end can be acted on. */
const questions = [
  'Which criteria, by name and version, were applied to this level?',
  'Which single point is not met by what was sent?',
  'What would have to be documented for the days to be granted?',
  'If not this level: which level, from which day, and is it authorized now?',
  'Name, specialty and state of licence of the reviewer; number of the call.',
] as const;

const Sheet = ({ talk }: { readonly talk: TalkLine }) => {
  const { sheet } = talk;
  const { zone } = useSession();
  return (
    <details className="um-talk-sheet">
      <summary>Call sheet</summary>
      <div>
        {levelWord(sheet.levelOfCare)}
        {sheet.from && sheet.to ? `, ${date(sheet.from)} to ${date(sheet.to)}` : ''}; {count(sheet.daysInCare, 'day')}{' '}
        in care so far; {money(sheet.atStake)} at stake
      </div>
      <Told title="What the payer says against it" items={sheet.against} />
      <h4>Criteria</h4>
      <p>
        {sheet.criteria
          ? `${sheet.criteria.value} (${sheet.criteria.where ?? 'payer'}, ${date(sheet.criteria.on)})`
          : 'Nobody has asked this payer which criteria it uses: ask first.'}
      </p>
      <h4>Who may speak</h4>
      <p>
        {sheet.speaker
          ? `${speakerWords[sheet.speaker.value]} (${sourceText(sheet.speaker)})`
          : 'Nobody has asked this payer: ask before the call who may speak for the patient.'}
      </p>
      {sheet.wants && <List title="What this payer wants to hear" items={sheet.wants.value} />}
      <List title="Missing in the last note" items={sheet.missing} />
      <List title="Contradicted in the last note" items={sheet.contradicted} />
      {sheet.checkedAt ? (
        <p className="um-practice-quiet">Note checked {moment(sheet.checkedAt, zone)}</p>
      ) : (
        <p className="um-practice-quiet">No note has been checked against the criteria.</p>
      )}
      <Told title="What was sent" items={sheet.told} />
      <List title="Ask" items={questions} />
    </details>
  );
};

/** One offer of a talk with its countdown, its owner and what to have at hand. */
export const TalkCard = ({ talk }: { readonly talk: TalkLine }) => {
  const { zone } = useSession();
  const over = !['open', 'scheduled', 'lapsed'].includes(talk.state);
  const written = over && talk.endedBy === 'practice';
  const { task } = talk;
  return (
    <article className="um-talk" data-state={talk.state} aria-label={`Peer-to-peer for ${talk.patientName}`}>
      <header className="um-practice-actions">
        {!over && (
          <b className="um-talk-left">
            <DueTime dueAt={talk.agreedAt ?? talk.closesAt} zone={zone} focusable />
          </b>
        )}
        <Anchor
          fw={600}
          renderRoot={(p) => (
            <Link {...p} to="/practice/episodes/$episodeId/requests" params={{ episodeId: talk.episodeId }} />
          )}
        >
          {talk.patientName}
        </Anchor>
        <span className="um-chip" data-tone={talkStateTone[talk.state]}>
          {talkStateWord[talk.state]}
        </span>
        {talk.payerOfferId && (
          <span className="um-chip" data-tone="quiet">
            Said by the payer
          </span>
        )}
      </header>
      <div>
        {talk.payerName}
        {talk.payerPhysician ? `, ${talk.payerPhysician}` : ''}
        {talk.payerPhone ? `, call ${talk.payerPhone}` : ''}
      </div>
      <div className="um-practice-quiet">
        Window {moment(talk.opensAt, zone)} to {moment(talk.closesAt, zone)}
        {talk.scheduled ? `; agreed ${moment(talk.scheduled.at, zone)} with ${talk.scheduled.clinician.name}` : ''}
        {task?.owner ? `; ${task.taken ? 'taken by' : 'falls to'} ${task.owner.name}` : ''}
        {task?.deputy ? ` and ${task.deputy.name}` : ''}
        {task && escalationWord[task.escalation] ? `; ${escalationWord[task.escalation].toLowerCase()}` : ''}
      </div>
      {talk.reason && !over && (
        <div>
          <b>In question:</b> {talk.reason}
        </div>
      )}
      {talk.held && (
        <div>
          <b>{resultWord[talk.held.result]}.</b> {talk.held.notes}
        </div>
      )}
      {(talk.missed ?? talk.declined) && <div>{(talk.missed ?? talk.declined)?.reason}</div>}
      {talk.escalations.map((e) => (
        <div key={e.at} className="um-practice-quiet">
          {moment(e.at, zone)} handed to {e.to.name}: {e.reason}
        </div>
      ))}
      <PayerWord talk={talk} />
      <Sheet talk={talk} />
      {!written && <TalkActs talk={talk} />}
    </article>
  );
};
