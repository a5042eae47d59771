import { earliestHard } from '@openum/domain/clock/receipt.ts';
import { presentStage } from '@openum/domain/stay/review.ts';
import { ageInYears, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { DueTime } from '../app/DueTime.tsx';
import { date, moment } from '../app/format.ts';
import { channelWord, lineOfBusinessWord, reviewTypeWord, settingWord } from '../app/words.ts';
import css from './case.module.css';
import { useDesk } from './desk.ts';

/** What to do; the particulars after the colon stand in the panels below. */
const shortTitle = (title: string): string => title.split(':')[0] ?? title;

/** The job at a glance: whose, what kind, with whom, by when. */
export const CaseHeader = () => {
  const { view, zone, actor } = useDesk();
  const { state } = view;
  const { member, coverage, requestingProvider } = state.request;
  const age = ageInYears(member.birthDate, dateInZone(view.now as Instant, state.request.zone));
  const due = earliestHard(view.receipts);
  return (
    <dl className={css.facts}>
      <div>
        <dt>Member</dt>
        <dd>
          {member.given} {member.family}{' '}
          <small>
            {date(member.birthDate)}, {age} years, {member.sex}
          </small>
        </dd>
      </div>
      <div>
        <dt>Member number</dt>
        <dd>{member.memberNumber}</dd>
      </div>
      <div>
        <dt>Plan</dt>
        <dd>
          {coverage.planName} <small>{lineOfBusinessWord[coverage.lineOfBusiness]}</small>
        </dd>
      </div>
      <div>
        <dt>Requested by</dt>
        <dd>
          {requestingProvider.name} {requestingProvider.phone && <small>{requestingProvider.phone}</small>}
        </dd>
      </div>
      <div>
        <dt>Review</dt>
        <dd>
          {reviewTypeWord[presentStage(state)]}{' '}
          <small>
            {settingWord[state.request.setting]}, {channelWord[state.request.channel]}
          </small>
        </dd>
      </div>
      <div>
        <dt>Received</dt>
        <dd>{moment(state.receivedAt, zone)}</dd>
      </div>
      <div>
        <dt>Owner</dt>
        <dd>
          {state.assignee ? (state.assignee.userId === actor.userId ? 'You' : state.assignee.name) : 'Nobody yet'}{' '}
          {state.routed && <small>{state.routed.team.name}</small>}
        </dd>
      </div>
      {view.tasks.length > 0 && (
        <div>
          <dt>Next step</dt>
          <dd>{view.tasks.map((t) => shortTitle(t.title)).join('; ')}</dd>
        </div>
      )}
      <div>
        <dt>Earliest deadline</dt>
        <dd>
          {due ? (
            <>
              <DueTime dueAt={due.dueAt} zone={zone} ruleId={due.ruleId} focusable />{' '}
              <small>{moment(due.dueAt, zone)}</small>
            </>
          ) : (
            'No clock is open'
          )}
        </dd>
      </div>
    </dl>
  );
};
