import { Anchor } from '@mantine/core';
import type { ServicePeriod } from '@openum/domain/case/request.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import type { OwnItem, OwnLetter, OwnRequest } from '@openum/http/contract/portal.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import '../appeal/appeal.css';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { ItemStatusBadge, UrgencyBadge } from '../app/StatusBadge.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { settingWord } from '../app/words.ts';
import { sizeWords } from '../case/document/upload.ts';
import { Panel } from '../case/Panel.tsx';
import { AnswerPanel } from './AnswerPanel.tsx';
import { AppealPanel } from './AppealPanel.tsx';
import { Files } from './Files.tsx';
import { historyOf } from './history.ts';
import css from './portal.module.css';
import { requestQuery } from './queries.ts';
import { RequestStatusBadge } from './RequestStatusBadge.tsx';
import { StayPanel } from './StayPanel.tsx';
import { WithdrawPanel } from './WithdrawPanel.tsx';
import { outcomeSentence, requestStatusTone } from './words.ts';

const path = (caseId: string) => `/api/portal/requests/${encodeURIComponent(caseId)}`;

const days = (p: ServicePeriod): string => `${date(p.start)}${p.end ? ` to ${date(p.end)}` : ''}`;

const Outcome = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  const { status, dueAt, plan, items, letters, withdrawnAt } = request;
  const outcomes = items.map((i) => i.status);
  const bad = outcomes.includes('denied');
  const tone = status === 'decided' && bad ? 'bad' : requestStatusTone[status];
  const due = dueAt && (
    <p>
      {plan.name} must answer by {moment(dueAt, zone)}{' '}
      <span className={css.due}>
        <DueTime dueAt={dueAt} zone={zone} focusable />
      </span>
    </p>
  );
  return (
    <div className={css.outcome} data-tone={tone}>
      {status === 'informationNeeded' && <p>The plan needs information from you before it can decide.</p>}
      {status === 'inReview' && <p>The plan is reviewing this request. You have nothing to do.</p>}
      {status === 'decided' && <p>{outcomeSentence(outcomes)}</p>}
      {status === 'withdrawn' && <p>The request was taken back{withdrawnAt && ` on ${moment(withdrawnAt, zone)}`}.</p>}
      {status === 'voided' && <p>The plan closed this request as entered in error.</p>}
      {due}
      {status === 'decided' && letters.length === 0 && !outcomes.every((o) => o === 'notRequired') && (
        <p>The letter is being written; it will appear here.</p>
      )}
    </div>
  );
};

const Item = ({ item, numbered }: { readonly item: OwnItem; readonly numbered: boolean }) => (
  <li className={css.item}>
    <div>
      <div>
        <b>
          {numbered && `${item.itemSequence}. `}
          {item.code}
        </b>{' '}
        {item.label}
      </div>
      <div className={css.quiet}>
        Asked for:{' '}
        {[item.quantity && quantityWords(item.quantity), item.period && days(item.period)].filter(Boolean).join(', ')}
        {item.servicingProvider && `, by ${item.servicingProvider.name}`}
      </div>
    </div>
    <div>
      <ItemStatusBadge status={item.status} />
      {item.authorized && (
        <div>
          <div>
            <span className={css.quiet}>Authorization </span>
            <span className={css.number}>{item.authorized.authorizationNumber}</span>
          </div>
          <div>
            {item.authorized.code !== item.code && `${item.authorized.code}, `}
            {item.authorized.quantity && `${quantityWords(item.authorized.quantity)}, `}
            {days(item.authorized.period)}
          </div>
        </div>
      )}
    </div>
  </li>
);

const letterTitles: Readonly<Partial<Record<OwnLetter['kind'], string>>> = {
  approval: 'Approval letter',
  adverseDetermination: 'Letter on what was not approved',
  extension: 'Letter on the longer time to decide',
  appealResolution: 'Decision on the appeal',
};
const letterTitle = (l: OwnLetter): string => letterTitles[l.kind] ?? 'Letter on this request';

const Letters = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  if (request.letters.length === 0) return null;
  return (
    <Panel title={`Letters to you (${request.letters.length})`} flush>
      <ul className={css.plain}>
        {request.letters.map((l) => (
          <li key={l.noticeId} className={css.item}>
            <div>
              <b>{letterTitle(l)}</b>
              <div className={css.quiet}>Issued {moment(l.issuedAt, zone)}</div>
            </div>
            <div className={css.links}>
              {(['pdf', 'html'] as const).map((format) => (
                <Anchor
                  key={format}
                  href={`${path(request.caseId)}/notices/${encodeURIComponent(l.noticeId)}/${format}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {format === 'pdf' ? 'PDF' : 'Web page'}
                  <span className="um-hidden">, {letterTitle(l)}, opens a new tab</span>
                </Anchor>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Answered = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  const answered = request.informationRequests.filter((r) => r.answeredAt !== undefined);
  if (answered.length === 0) return null;
  return (
    <Panel title="Answered questions" flush>
      <ul className={css.plain}>
        {answered.map((r) => (
          <li key={r.requestId} className={css.item}>
            <div>
              <ol className={css.questions}>
                {r.questions.map((q) => (
                  <li key={q.text}>{q.text}</li>
                ))}
              </ol>
              {r.answer && <div className={css.answer}>{r.answer}</div>}
              {r.answeredAt && <div className={css.quiet}>Answered {moment(r.answeredAt, zone)}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Documents = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  const answering = request.status === 'informationNeeded' && !request.closed.answer;
  return (
    <Panel title={`Files you sent (${request.documents.length})`} flush>
      <ul className={css.plain}>
        {request.documents.map((d) => (
          <li key={d.documentId} className={css.item}>
            <div>
              <Anchor
                href={`${path(request.caseId)}/documents/${encodeURIComponent(d.documentId)}`}
                target="_blank"
                rel="noreferrer"
              >
                {d.title}
                <span className="um-hidden">, opens a new tab</span>
              </Anchor>
              <div className={css.quiet}>
                {sizeWords(d.sizeBytes)}, {d.sentBy}, {moment(d.sentAt, zone)}
              </div>
            </div>
          </li>
        ))}
        {request.documents.length === 0 && <li className={css.item}>None so far.</li>}
        {!request.closed.attach && !answering && (
          <li className={css.item}>
            <Files caseId={request.caseId} label="Add files" />
          </li>
        )}
      </ul>
    </Panel>
  );
};

const Facts = ({ request: r }: { readonly request: OwnRequest }) => (
  <Panel title="The request">
    <dl className={css.facts}>
      <dt>Member</dt>
      <dd>
        <b>{r.member.name}</b>
        {`\n${date(r.member.birthDate)}\n${r.member.memberNumber}`}
      </dd>
      <dt>Plan</dt>
      <dd>
        {`${r.plan.name}\n${r.planName}`}
        {r.plan.phone && `\n${r.plan.phone}`}
        {r.plan.hours && <span className={css.quiet}>{`\n${r.plan.hours}`}</span>}
      </dd>
      <dt>Requested by</dt>
      <dd>
        {r.requestingProvider.name}
        {r.requestingProvider.npi && `\nNPI ${r.requestingProvider.npi}`}
      </dd>
      <dt>Diagnoses</dt>
      <dd>{r.diagnoses.map((d) => `${d.code}${d.label ? ` ${d.label}` : ''}`).join('\n')}</dd>
      <dt>Urgency</dt>
      <dd>
        <UrgencyBadge urgency={r.urgency} />
      </dd>
      <dt>Setting</dt>
      <dd>{settingWord[r.setting]}</dd>
      {r.rationale && (
        <>
          <dt>Rationale</dt>
          <dd>{r.rationale}</dd>
        </>
      )}
    </dl>
  </Panel>
);

const History = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  return (
    <Panel title="What happened" flush>
      <ol className={css.plain}>
        {historyOf(request).map((s) => (
          <li key={s.at + s.text} className={css.item}>
            <div>
              {s.text}
              <div className={css.quiet}>{moment(s.at, zone)}</div>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
};

const back = (
  <Anchor renderRoot={(props) => <Link {...props} to="/requests" search={{}} />} size="sm">
    Back to my requests
  </Anchor>
);

/** One request as its sender follows it. */
export const RequestPage = () => {
  const { caseId } = useParams({ from: '/shell/practice/requests/$caseId' });
  const { data: request, error, refetch } = useQuery(requestQuery(caseId));
  if (!request)
    return (
      <Page title="Request" actions={back}>
        {error ? (
          <FailedState error={error} retry={() => void refetch()} />
        ) : (
          <LoadingRows label="Loading the request" />
        )}
      </Page>
    );
  return (
    <Page
      title={`Request ${request.caseNumber}`}
      aside={<RequestStatusBadge status={request.status} outcomes={request.items.map((i) => i.status)} />}
      actions={back}
    >
      <Outcome request={request} />
      <div className={css.layout}>
        <div className={css.column}>
          <AnswerPanel request={request} />
          {request.stay && <StayPanel request={request} stay={request.stay} />}
          <Panel title={request.items.length === 1 ? 'Service' : `Services (${request.items.length})`} flush>
            <ul className={css.plain}>
              {request.items.map((i) => (
                <Item key={i.itemSequence} item={i} numbered={request.items.length > 1} />
              ))}
            </ul>
          </Panel>
          <Letters request={request} />
          <AppealPanel caseId={request.caseId} />
          <Documents request={request} />
          <Answered request={request} />
        </div>
        <div className={css.column}>
          <Facts request={request} />
          <History request={request} />
          <WithdrawPanel request={request} />
        </div>
      </div>
    </Page>
  );
};
