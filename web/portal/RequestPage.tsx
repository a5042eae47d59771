import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import '../appeal/appeal.css';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { Panel } from '../case/Panel.tsx';
import { AnswerPanel } from './AnswerPanel.tsx';
import { AppealPanel } from './appeal/AppealPanel.tsx';
import css from './portal.module.css';
import { requestQuery } from './queries.ts';
import { RequestStatusBadge } from './RequestStatusBadge.tsx';
import { Answered } from './request/Answered.tsx';
import { Documents } from './request/Documents.tsx';
import { Facts } from './request/Facts.tsx';
import { History } from './request/History.tsx';
import { Item } from './request/Item.tsx';
import { Letters } from './request/Letters.tsx';
import { Outcome } from './request/Outcome.tsx';
import { StayPanel } from './StayPanel.tsx';
import { WithdrawPanel } from './WithdrawPanel.tsx';

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
