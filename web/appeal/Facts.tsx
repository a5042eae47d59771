import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseAppealsView } from '@openum/http/contract/appeal.ts';
import { useSession } from '../api/session.ts';
import { capital, date, moment } from '../app/format.ts';
import { UrgencyBadge } from '../app/StatusBadge.tsx';
import { Panel } from '../case/Panel.tsx';
import { AppealChip } from './Chip.tsx';
import { askerWord, forwardMethodWord, partyWord, timingWord } from './words.ts';

type Reading = CaseAppealsView['appeals'][number];
type Props = { readonly reading: Reading; readonly view: CaseAppealsView };

/** What is known of the answer that is awaited. */
const Awaited = ({ reading: { appeal: a, expected }, now }: { readonly reading: Reading; readonly now: Instant }) => {
  const { zone } = useSession();
  const overdue = expected !== undefined && now > expected.dueAt;
  return (
    <>
      <dt>Answer expected</dt>
      <dd>
        {expected ? (
          <>
            <span className="um-chip" data-tone={overdue ? 'bad' : 'waiting'}>
              {overdue ? 'Their time is over' : 'Their time runs'}
            </span>{' '}
            {`by ${moment(expected.dueAt, zone)}, counted from ${moment(expected.countedFrom, zone)} (${expected.citation}).`}
            {'\nTheir time, not the plan’s: nothing is missed when it ends.'}
          </>
        ) : (
          'No source says by when they answer.'
        )}
        {a.chases.map(
          (c) => `\nAsked ${moment(c.at, zone)} (${c.asked}): ${c.answer} Again on ${moment(c.askAgainAt, zone)}.`,
        )}
      </dd>
    </>
  );
};

/** What the appeal is, who asked, and where it stands. */
export const Facts = ({ reading, view }: Props) => {
  const { appeal: a, level, status } = reading;
  const { zone } = useSession();
  const services = view.state.items.filter((i) => a.itemSequences.includes(i.sequence));
  return (
    <Panel title={`${a.levelName}, ${a.number}`} aside={<AppealChip status={status} />}>
      <dl className="um-appeal-facts">
        <dt>About</dt>
        <dd>
          {services
            .map(
              (i) =>
                `Line ${i.sequence}: ${i.service.code} ${view.serviceLabels[i.service.code] ?? i.service.display ?? ''}`,
            )
            .join('\n')}
          {`\n${timingWord[a.timing]}`}
        </dd>
        <dt>Filed by</dt>
        <dd>
          {a.filedBy
            ? `${a.filedBy.name}, ${partyWord[a.filedBy.party]}${a.filedBy.relationship ? ` (${a.filedBy.relationship})` : ''}`
            : a.because === 'lapse'
              ? 'Opened because the level before was not decided in time'
              : 'Opened by itself, as the rule demands'}
        </dd>
        <dt>Received</dt>
        <dd>
          {moment(a.receivedAt, zone)}
          {a.filingDeadline && `\nIn time until ${moment(a.filingDeadline, zone)}`}
        </dd>
        <dt>Pace</dt>
        <dd>
          <UrgencyBadge urgency={a.urgency} />
          {a.expediteAsked &&
            `\n${capital(askerWord[a.expediteAsked.by])} asked for a fast decision: ${a.expediteAsked.reason}`}
          {a.expediteRefused && `\nDeclined: ${a.expediteRefused.reason}`}
          {a.expediteRefused?.told &&
            ` Told ${a.expediteRefused.told.to} by phone, ${moment(a.expediteRefused.told.at, zone)}.`}
        </dd>
        <dt>In their words</dt>
        <dd>{a.statement}</dd>
        {level.body === 'plan' && (
          <>
            <dt>Reviewer</dt>
            <dd>{a.reviewer ? `${a.reviewer.name}\n${a.reviewer.credentials}` : 'Nobody yet'}</dd>
          </>
        )}
        {a.organization && (
          <>
            <dt>Organization</dt>
            <dd>
              {a.organization.name}
              {a.organization.reference && `, ${a.organization.reference}`}
            </dd>
          </>
        )}
        {a.forwarded && (
          <>
            <dt>File sent</dt>
            <dd>
              {`${moment(a.forwarded.at, zone)} to ${a.forwarded.to}, by ${forwardMethodWord[a.forwarded.method]}`}
              {a.forwarded.tracking && `, ${a.forwarded.tracking}`}
            </dd>
          </>
        )}
        {status === 'withExternalBody' && <Awaited reading={reading} now={view.now} />}
        {a.aid && (
          <>
            <dt>Care meanwhile</dt>
            <dd>
              {a.aid.granted
                ? `Goes on${a.aid.period ? ` from ${date(a.aid.period.start)}` : ''}${a.aidEnded ? `, ended ${date(a.aidEnded.endedOn)}` : ''}`
                : 'Does not go on'}
              {`: ${a.aid.reason}`}
              {reading.aidEndsAt && `\nHas to go on until ${moment(reading.aidEndsAt, zone)}; then it may be ended`}
            </dd>
          </>
        )}
        <dt>Rules</dt>
        <dd>{level.citations.join('; ')}</dd>
      </dl>
    </Panel>
  );
};
