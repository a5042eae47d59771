import '../practice.css';
import '../../workList/work.css';
import './talk.css';
import { Anchor, Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Pages } from '../Pages.tsx';
import { talksQuery } from '../task/queries.ts';
import { money } from '../words.ts';
import { OfferForm } from './OfferForm.tsx';
import { TalkCard } from './TalkCard.tsx';

/** Every offer of a talk with a payer's physician, what ends first on top. */
export const TalksPage = () => {
  const { zone } = useSession();
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery({ ...talksQuery(page), placeholderData: keepPreviousData });
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title="Peer-to-peer"
      aside={data && <span className="um-practice-quiet">{data.missed} missed</span>}
      actions={
        <Button size="compact-sm" onClick={() => setAdding(true)}>
          Write down an offer
        </Button>
      }
    >
      {adding && <OfferForm close={() => setAdding(false)} />}
      {error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows label="The talks are loading" />
      ) : (
        <>
          {data.toAsk.length > 0 && (
            <section className="um-practice-form" aria-label="To be asked for">
              <h2 style={{ margin: 0, fontSize: '1.0625rem' }}>
                Denied without an offer: ask while the window is open
              </h2>
              {data.toAsk.map((t) => (
                <div key={`${t.episodeId}${t.key}`} className="um-practice-actions">
                  {t.dueAt && <DueTime dueAt={t.dueAt} zone={zone} focusable />}
                  <Anchor
                    renderRoot={(p) => (
                      <Link {...p} to="/practice/episodes/$episodeId/requests" params={{ episodeId: t.episodeId }} />
                    )}
                  >
                    {t.patientName}
                  </Anchor>
                  {t.payerName} {t.about.atStake ? money(t.about.atStake) : ''}
                </div>
              ))}
            </section>
          )}
          {data.talks.length === 0 ? (
            <EmptyState title="No talk was offered">
              Write down every offer when it comes: its window counts down here.
            </EmptyState>
          ) : (
            data.talks.map((t) => <TalkCard key={t.offerId} talk={t} />)
          )}
          <Pages page={data.page} size={data.size} total={data.total} of="the talks" go={setPage} />
        </>
      )}
    </Page>
  );
};
