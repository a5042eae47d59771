import './brief.css';
import { fieldWords } from '@openum/domain/matching/reasons.ts';
import type { BriefView } from '@openum/http/contract/physician.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { date, dayOf, moment } from '../app/format.ts';
import { itemStatusWord, lineOfBusinessWord, reviewTypeWord, settingWord, urgencyWord } from '../app/words.ts';
import { BriefItem } from './BriefItem.tsx';
import { RankList } from './RankList.tsx';

const licenceWords = { memberState: 'a licence of the member’s state', anyState: 'a licence of any US state' } as const;

const fields = (specialties: readonly string[]): string => specialties.map(fieldWords).join(', ');

const Facts = ({ view }: { readonly view: BriefView }) => {
  const { zone } = useSession();
  const { brief } = view;
  const { coverage, reviewType, setting, requestingProvider, diagnoses } = brief.request;
  return (
    <dl className="um-brief-facts">
      <div>
        <dt>Member</dt>
        <dd>
          {brief.member.name}, {brief.member.age} years, {brief.member.sex}
        </dd>
      </div>
      <div>
        <dt>Plan</dt>
        <dd>
          {coverage.planName}, {lineOfBusinessWord[coverage.lineOfBusiness]}
        </dd>
      </div>
      <div>
        <dt>Review</dt>
        <dd>
          {urgencyWord[brief.urgency]}, {reviewTypeWord[reviewType].toLowerCase()}, {settingWord[setting].toLowerCase()}
        </dd>
      </div>
      <div>
        <dt>Asked by</dt>
        <dd>
          {requestingProvider.name}
          {requestingProvider.phone ? `, ${requestingProvider.phone}` : ''}
        </dd>
      </div>
      <div>
        <dt>Diagnoses</dt>
        <dd>{diagnoses.map((d) => d.code).join(', ') || 'none given'}</dd>
      </div>
      <div>
        <dt>Deadline</dt>
        <dd>
          {brief.clock ? (
            <>
              <DueTime dueAt={brief.clock.dueAt} zone={zone} ruleId={brief.clock.ruleId} focusable />{' '}
              {moment(brief.clock.dueAt, zone)} <small>{brief.clock.citation}</small>
            </>
          ) : (
            'No clock is open'
          )}
        </dd>
      </div>
      <div>
        <dt>In charge</dt>
        <dd>{brief.assignee?.name ?? 'Nobody yet'}</dd>
      </div>
    </dl>
  );
};

const Demand = ({ view }: { readonly view: BriefView }) => {
  const { requirement, preferred } = view.brief.demand;
  return (
    <p>
      To decide against it: a physician with {licenceWords[requirement.licence]}
      {requirement.specialties && `, of ${fields(requirement.specialties)}`}
      {requirement.boardCertified && ', board certified'}.{' '}
      <span className="um-brief-quiet">{requirement.citation}.</span>
      {!requirement.specialties && preferred.length > 0 && ` The service is at home in ${fields(preferred)}.`}
    </p>
  );
};

const History = ({ view }: { readonly view: BriefView }) => {
  const { zone } = useSession();
  const { history } = view.brief;
  if (history.length === 0) return <p className="um-brief-quiet">No other request of this member is on record.</p>;
  return (
    <ul>
      {history.map((h) => (
        <li key={`${h.caseId} ${h.itemSequence}`}>
          <Link to="/cases/$caseId" params={{ caseId: h.caseId }}>
            {h.caseNumber}
          </Link>{' '}
          {dayOf(h.receivedAt, zone)}: {h.service.code}
          {h.same && <b> same service</b>}, {itemStatusWord[h.status].toLowerCase()}
          {h.authorizedThrough && ` through ${date(h.authorizedThrough)}`}
          {h.rationale && <span className="um-brief-quiet"> {h.rationale}</span>}
        </li>
      ))}
    </ul>
  );
};

/** All that a physician needs for the lines that wait, on one page, on the screen and on paper. */
export const BriefSheet = ({ view }: { readonly view: BriefView }) => {
  const { zone } = useSession();
  const { brief, caseId, ranked } = view;
  const place = { caseId, documents: brief.documents };
  return (
    <div className="um-brief">
      <Facts view={view} />
      {brief.items.length === 0 && <p>No line of this case waits for a physician.</p>}
      {brief.items.map((item) => (
        <BriefItem key={item.itemSequence} item={item} place={place} zone={zone} />
      ))}
      {brief.request.rationale && (
        <section>
          <h3>What the provider wrote</h3>
          <p className="um-brief-prewrap">{brief.request.rationale}</p>
        </section>
      )}
      {brief.informationRequests.length > 0 && (
        <section>
          <h3>Information asked for</h3>
          <ul>
            {brief.informationRequests.map((r) => (
              <li key={r.requestId}>
                {r.items.map((i) => i.text).join('; ')}.{' '}
                {r.answeredAt
                  ? `Answered ${moment(r.answeredAt, zone)}: ${r.summary ?? ''}`
                  : `Open until ${moment(r.dueAt, zone)}.`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Before this request</h3>
        <History view={view} />
      </section>
      <section>
        <h3>Who may decide</h3>
        <Demand view={view} />
        <RankList ranked={ranked} {...(brief.assignee ? { holderId: brief.assignee.userId } : {})} />
      </section>
    </div>
  );
};
