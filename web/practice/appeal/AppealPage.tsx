import '../practice.css';
import '../packet/packet.css';
import './appeal.css';
import { Alert, Anchor, Button, NativeSelect, Textarea } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { AppealDraft } from '@openum/domain/denial/appeal/draft.ts';
import { episodeMayNot } from '@openum/domain/episode/capability.ts';
import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { draftKey } from '../../case/draft.ts';
import { Panel } from '../../case/Panel.tsx';
import { useDraft } from '../../case/useDraft.ts';
import { episodeShelf } from '../../document/usePages.ts';
import { AppealArguments } from '../../suggestion/AppealArguments.tsx';
import { AppealHead } from './AppealHead.tsx';
import { ClosingPanel } from './ClosingPanel.tsx';
import { ExhibitsPanel } from './ExhibitsPanel.tsx';
import { stateOf } from './edit.ts';
import { FinishPanel } from './FinishPanel.tsx';
import { PointCard } from './PointCard.tsx';
import { RecordPanel, type Shown } from './RecordPanel.tsx';

const appealQuery = (episodeId: string, denialId: string, criteria: string | undefined) => ({
  queryKey: ['practice', 'appeal', episodeId, denialId, criteria ?? ''],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<AppealDesk>(`${episodeShelf(episodeId)}/denials/${encodeURIComponent(denialId)}/appeal`, { criteria }, signal),
  placeholderData: keepPreviousData,
});

type Typed = { readonly draft: AppealDraft; readonly urgency: 'standard' | 'expedited' };

const Desk = ({ desk }: { readonly desk: AppealDesk }) => {
  const { actor, view } = useSession();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>();
  const typed = useDraft<Typed>(
    draftKey(actor.userId, desk.episodeId, `appeal.${desk.denial.denialId}.${desk.level}`),
    {
      draft: desk.appeal?.draft ?? desk.start,
      urgency: desk.appeal?.urgency ?? 'standard',
    },
  );
  const { draft, urgency } = typed.value;
  const state = stateOf(desk, draft, urgency);
  const isLocked = state === 'sent';
  const no = episodeMayNot('DraftAppeal', { ...actor, name: view.user.name, roles: view.user.roles, kind: 'person' });
  const edit = (next: AppealDraft) => {
    if (!isLocked) typed.change({ draft: next });
  };
  const change = (part: Partial<AppealDraft>) => edit({ ...draft, ...part });
  const titleOf = (id: string) => desk.documents.find((d) => d.documentId === id)?.title ?? 'A document';
  const otherCriteria = desk.criteriaId !== draft.criteriaId;
  return (
    <div className="um-appeal">
      <div>
        {typed.restored && !isLocked && (
          <Alert color="blue" variant="light">
            This is what you typed before and did not keep.{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() =>
                typed.discard({ draft: desk.appeal?.draft ?? desk.start, urgency: desk.appeal?.urgency ?? 'standard' })
              }
            >
              Start again from what is kept
            </Button>
          </Alert>
        )}
        <Panel title="What we appeal" flush>
          <div className="um-appeal-text">
            <Textarea
              aria-label="What we appeal"
              autosize
              minRows={3}
              maxRows={14}
              maxLength={20_000}
              readOnly={isLocked}
              value={draft.opening}
              onChange={(e) => change({ opening: e.currentTarget.value })}
            />
            {!isLocked && (
              <AppealArguments
                episodeId={desk.episodeId}
                denialId={desk.denial.denialId}
                titleOf={titleOf}
                add={(argument) => change({ opening: `${draft.opening.trimEnd()}\n\n${argument}` })}
              />
            )}
          </div>
        </Panel>
        <Panel title="Point by point" flush>
          {!isLocked && (
            <div className="um-practice-form">
              <div>
                <NativeSelect
                  label="By these criteria"
                  value={desk.criteriaId}
                  onChange={(e) =>
                    void navigate({
                      to: '/practice/episodes/$episodeId/denials/$denialId/appeal',
                      params: { episodeId: desk.episodeId, denialId: desk.denial.denialId },
                      search: { criteria: e.currentTarget.value },
                      replace: true,
                    })
                  }
                  data={desk.criteria.map((c) => ({
                    value: c.criteriaId,
                    label: c.citation ? `${c.name} (${c.citation})` : c.name,
                  }))}
                />
              </div>
              {otherCriteria && (
                <div className="um-practice-actions">
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() =>
                      change({
                        criteriaId: desk.start.criteriaId,
                        criteriaName: desk.start.criteriaName,
                        points: desk.start.points,
                      })
                    }
                  >
                    Write the points anew by these criteria
                  </Button>
                  <span className="um-practice-quiet">The points below are by: {draft.criteriaName}.</span>
                </div>
              )}
            </div>
          )}
          {draft.points.map((p) => (
            <PointCard
              key={p.leafId}
              desk={desk}
              draft={draft}
              point={p}
              leaf={otherCriteria ? undefined : desk.leaves.find((l) => l.leafId === p.leafId)}
              isLocked={isLocked}
              change={edit}
              show={(documentId, place) => setShown({ documentId, place })}
            />
          ))}
        </Panel>
        <ClosingPanel
          desk={desk}
          closing={draft.closing}
          isLocked={isLocked}
          change={(closing) => change({ closing })}
        />
      </div>
      <div>
        <FinishPanel
          desk={desk}
          draft={draft}
          urgency={urgency}
          setUrgency={(u) => typed.change({ urgency: u })}
          change={change}
          state={state}
          whyNot={no && refusalSentence(no)}
          kept={() => typed.discard(typed.value)}
        />
        <ExhibitsPanel desk={desk} draft={draft} isLocked={isLocked} change={change} />
        <RecordPanel desk={desk} draft={draft} shown={shown} show={setShown} change={edit} isLocked={isLocked} />
      </div>
    </div>
  );
};

/** An appeal as it is written: from the criteria and the record to one file. */
export const AppealPage = () => {
  const from = '/shell/practice/practice/episodes/$episodeId/denials/$denialId/appeal';
  const { episodeId, denialId } = useParams({ from });
  const { criteria } = useSearch({ from });
  const { data: desk, error, isPending, refetch } = useQuery(appealQuery(episodeId, denialId, criteria));
  return (
    <Page
      title={desk ? `Appeal for ${desk.patientName}` : 'Appeal'}
      tabTitle={desk ? `Appeal ${desk.episodeNumber}` : 'Appeal'}
      aside={desk && <span>{desk.payerName}</span>}
      actions={
        <div className="um-practice-actions">
          <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId }} />}>
            The episode
          </Anchor>
          <Anchor renderRoot={(p) => <Link {...p} to="/practice/denials" />}>Back to the denials</Anchor>
        </div>
      }
    >
      {error && !desk && <FailedState error={error} retry={() => void refetch()} />}
      {isPending && <LoadingRows label="Reading the record" />}
      {desk && (
        <>
          <AppealHead desk={desk} />
          <Desk key={`${desk.denial.denialId} ${desk.level}`} desk={desk} />
        </>
      )}
    </Page>
  );
};
