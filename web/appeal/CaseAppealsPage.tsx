import './appeal.css';
import { Anchor, Button } from '@mantine/core';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseAppealsView } from '@openum/http/contract/appeal.ts';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import css from '../case/case.module.css';
import { draftKey } from '../case/draft.ts';
import { Panel } from '../case/Panel.tsx';
import { sentence } from '../case/timeline/sentence.ts';
import { AppealDetail } from './AppealDetail.tsx';
import type { ActContext } from './act/act.ts';
import { appealActs } from './acts.ts';
import { AppealChip } from './Chip.tsx';
import { filingActs } from './fileActs.ts';
import { useCaseAppeals, useReviewers, useSendAct } from './queries.ts';
import { Reconsiderations } from './Reconsiderations.tsx';
import { SpecForm } from './SpecForm.tsx';
import type { ActSpec } from './spec.ts';

const Timeline = ({ view, appealId }: { readonly view: CaseAppealsView; readonly appealId: string | undefined }) => {
  const { zone } = useSession();
  const said = { moment: (at: Instant) => moment(at, zone), factLabel: (key: string) => key };
  const events = view.timeline.filter(
    (e) => !('appealId' in e.data) || appealId === undefined || e.data.appealId === appealId,
  );
  return (
    <Panel title="What happened" flush>
      <ol className="um-appeal-list">
        {events.toReversed().map((e) => (
          <li key={e.sequence}>
            {sentence(e, said)}
            <div className="um-appeal-quiet">
              {moment(e.occurredAt, zone)}, {e.actor.kind === 'system' ? 'OpenUM' : e.actor.name}
              {e.onBehalfOf && `, for ${e.onBehalfOf}`}
            </div>
          </li>
        ))}
        {events.length === 0 && <li>Nothing yet.</li>}
      </ol>
    </Panel>
  );
};

const Acts = ({
  acts,
  open,
  label,
}: {
  readonly acts: readonly ActSpec[];
  readonly open: (id: string) => void;
  readonly label: string;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
  <div className="um-appeal-acts" role="group" aria-label={label}>
    {acts.map((a) => (
      <ActButton
        key={a.id}
        why={a.why}
        size="compact-sm"
        variant={a.id === 'decide' || a.id === 'forward' || a.id === 'effectuate' ? 'filled' : 'default'}
        onClick={() => open(a.id)}
      >
        {a.label}
      </ActButton>
    ))}
  </div>
);

const Loaded = ({ view }: { readonly view: CaseAppealsView }) => {
  const { actor, zone } = useSession();
  const navigate = useNavigate();
  const { appeal: wanted } = useSearch({ from: '/shell/desk/cases/$caseId/appeals' });
  const chosen = view.appeals.find((r) => r.appeal.appealId === wanted) ?? view.appeals.at(-1);
  const reviewers = useReviewers(view.caseId, chosen?.appeal.appealId, view.version);
  const [openId, setOpenId] = useState<string>();
  const [told, setTold] = useState('');
  const send = useSendAct(view.caseId, view.version);
  const ctx: ActContext = {
    view,
    actor,
    zone,
    now: new Date(serverNow()).toISOString() as Instant,
    reviewers: reviewers.data ?? [],
  };
  const filing = filingActs(ctx);
  const acts = chosen ? appealActs(chosen, ctx) : [];
  const spec = [...acts, ...filing].find((a) => a.id === openId);
  const choose = (appealId: string) =>
    void navigate({ to: '/cases/$caseId/appeals', params: { caseId: view.caseId }, search: { appeal: appealId } });
  const subject = spec && filing.includes(spec) ? view.caseId : (chosen?.appeal.appealId ?? view.caseId);
  return (
    <>
      <p role="status" aria-live="polite" className={told ? css.callout : 'um-hidden'} data-tone="good">
        {told}
      </p>
      {view.appeals.length > 1 && (
        <nav className="um-appeal-tabs" aria-label="Appeals of this case">
          {view.appeals.map((r) => (
            <Button
              key={r.appeal.appealId}
              size="compact-md"
              variant={r === chosen ? 'light' : 'default'}
              aria-current={r === chosen ? 'page' : undefined}
              onClick={() => {
                setOpenId(undefined);
                choose(r.appeal.appealId);
              }}
              rightSection={<AppealChip status={r.status} />}
            >
              {r.appeal.levelName}
            </Button>
          ))}
        </nav>
      )}
      <div className="um-appeal-layout">
        <div className="um-appeal-column">
          {chosen ? (
            <>
              <Acts acts={acts} open={setOpenId} label={`Acts on appeal ${chosen.appeal.number}`} />
              {spec && !filing.includes(spec) && (
                <SpecForm
                  key={`${spec.id} ${subject}`}
                  spec={spec}
                  draftKey={draftKey(actor.userId, subject, spec.id)}
                  zone={zone}
                  send={send}
                  close={(done) => {
                    setOpenId(undefined);
                    if (done) setTold(done);
                  }}
                />
              )}
              <AppealDetail reading={chosen} view={view} reviewers={ctx.reviewers} />
            </>
          ) : (
            <Panel title="No appeal yet">
              <p>
                Nobody has appealed a decision of this case. An appeal that came by phone, mail or fax is filed here.
              </p>
            </Panel>
          )}
        </div>
        <div className="um-appeal-column">
          <Panel title="File">
            <Acts acts={filing} open={setOpenId} label="What can be filed" />
            {filing.length === 0 && (
              <p>In this line of business a decision before the service is not appealed; the claim is.</p>
            )}
            {view.filing
              .filter((f) => f.window)
              .map((f) => (
                <p key={f.level.id} className="um-appeal-quiet">
                  {f.level.name}: window {f.window && (view.now <= f.window.deadline ? 'closes' : 'closed')} on{' '}
                  {f.window && moment(f.window.deadline, zone)}, counted from the letter of{' '}
                  {f.window && date(f.window.noticeDate)} ({f.window?.citation}).
                </p>
              ))}
          </Panel>
          {spec && filing.includes(spec) && (
            <SpecForm
              key={`${spec.id} ${subject}`}
              spec={spec}
              draftKey={draftKey(actor.userId, subject, spec.id)}
              zone={zone}
              send={send}
              close={(done) => {
                setOpenId(undefined);
                if (done) setTold(done);
              }}
            />
          )}
          <Reconsiderations view={view} />
          <Timeline view={view} appealId={chosen?.appeal.appealId} />
        </div>
      </div>
    </>
  );
};

/** The appeals of one case: where each stands, what can be done, who may decide, and what happened. */
export const CaseAppealsPage = () => {
  const { caseId } = useParams({ from: '/shell/desk/cases/$caseId/appeals' });
  const { data: view, error, refetch } = useCaseAppeals(caseId);
  const back = (
    <div className="um-appeal-acts">
      <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />} size="sm">
        The case
      </Anchor>
      <Anchor renderRoot={(props) => <Link {...props} to="/appeals" search={{}} />} size="sm">
        All appeals
      </Anchor>
    </div>
  );
  return (
    <Page title={view ? `Appeals of ${view.caseNumber}` : 'Appeals'} actions={back}>
      {!view && error && <FailedState error={error} retry={() => void refetch()} />}
      {!view && !error && <LoadingRows label="Loading the appeals of the case" />}
      {view && <Loaded view={view} />}
    </Page>
  );
};
