import { Button, Kbd } from '@mantine/core';
import { caseStatus } from '@openum/domain/case/status.ts';
import { earliestHard } from '@openum/domain/clock/receipt.ts';
import { pointOf } from '@openum/domain/criteria/changed.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { useKeys } from '../app/keys.ts';
import { Page } from '../app/Page.tsx';
import { StatusBadge, UrgencyBadge } from '../app/StatusBadge.tsx';
import { truthWord } from '../app/words.ts';
import { whyNotFor } from '../case/act/whyNot.ts';
import { CriteriaPanel } from '../case/criteria/CriteriaPanel.tsx';
import { LeafExtrasContext } from '../case/criteria/leafExtras.ts';
import { fulfilled } from '../case/criteria/leafTree.ts';
import { DeskContext } from '../case/desk.ts';
import { listedDocuments, nextDocument } from '../case/document/documents.ts';
import { useOffers } from '../extraction/useExtracted.ts';
import { ChangesBar } from './ChangesBar.tsx';
import { changedPoints, useChanges } from './changes.ts';
import { DocumentPane } from './DocumentPane.tsx';
import { KeysLine } from './KeysLine.tsx';
import { LeafOffers } from './LeafOffers.tsx';
import css from './reading.module.css';
import { readOn } from './scroll.ts';
import type { ReadingSearch } from './search.ts';
import { useReadingDesk } from './useReadingDesk.ts';

type Props = { readonly view: CaseView; readonly renew: () => void; readonly from: ReadingSearch };

const press = (selector: string): boolean => {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
};

export const ReadingDesk = ({ view, renew, from }: Props) => {
  const { actor, zone } = useSession();
  const offers = useOffers(view);
  const reading = useReadingDesk({ view, actor, zone, offers, from });
  const { desk, said, points } = reading;
  const counted = useChanges(view, actor.userId);
  const { changes } = counted;
  const body = useRef<HTMLElement>(null);
  const due = earliestHard(view.receipts);
  const mayAsk = whyNotFor(view, actor)('ask');

  const stops = [
    ...[...changes.documents].map((id) => ({ is: () => desk.documentId === id, go: () => desk.openDocument(id) })),
    ...changedPoints(points, changes).map(({ key }) => ({
      is: () => desk.leafPath === key,
      go: () => desk.goToLeaf(key),
    })),
  ];
  const stop = useRef(-1);
  const nextChange = (): void => {
    stop.current = (stop.current + 1) % stops.length;
    stops[stop.current]?.go();
  };

  useKeys({
    j: reading.nextLeaf,
    k: reading.previousLeaf,
    u: () => reading.walkUnknown(1),
    U: () => reading.walkUnknown(-1),
    e: () => reading.walkEvidence(1),
    E: () => reading.walkEvidence(-1),
    y: () => {
      if (!press('[data-here] [data-shown] [data-take]')) desk.tell('No suggestion is shown: walk to one with e.');
    },
    x: () => {
      if (!press('[data-here] [data-shown] [data-reject]')) desk.tell('No suggestion is shown: walk to one with e.');
    },
    f: () => {
      if (!press('[data-record-words]') && !press('[data-here] [data-add-fact]'))
        desk.tell('You may not record facts on this case now.');
    },
    o: () => desk.openDocument(nextDocument(listedDocuments(view), desk.documentId) ?? desk.documentId),
    ...(stops.length > 0 ? { c: nextChange } : {}),
    b: () => desk.openAct(undefined),
    PageDown: () => readOn(body.current, 1),
    PageUp: () => readOn(body.current, -1),
  });

  return (
    <DeskContext value={desk}>
      <LeafExtrasContext
        value={{
          mark: (evaluation, leaf) => {
            const before = changes.leaves.get(pointOf(evaluation, leaf.path));
            return (
              before && (
                <span className={css.new}>Was {truthWord[fulfilled({ ...leaf, truth: before })].toLowerCase()}</span>
              )
            );
          },
          below: (evaluation, leaf) => (
            <LeafOffers leaf={leaf} point={pointOf(evaluation, leaf.path)} offers={offers} />
          ),
          isNew: (factId) => changes.facts.has(factId),
        }}
      >
        <Page
          title={`Reading case ${view.state.caseNumber}`}
          aside={
            <>
              <StatusBadge status={caseStatus(view.state)} />
              <UrgencyBadge urgency={view.state.urgency} />
              {due && <DueTime dueAt={due.dueAt} zone={zone} ruleId={due.ruleId} focusable />}
            </>
          }
          actions={
            <div className={css.actions}>
              {!mayAsk && (
                <Button variant="default" onClick={() => desk.openAct('ask')}>
                  Ask for what is unknown
                </Button>
              )}
              <Button
                variant="default"
                renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: view.caseId }} />}
                leftSection={<IconArrowLeft size={15} aria-hidden />}
                rightSection={<Kbd size="xs">b</Kbd>}
              >
                The case
              </Button>
            </div>
          }
        >
          <div className={css.top}>
            <ChangesBar {...counted} next={stops.length > 0 ? nextChange : undefined} />
            <KeysLine />
          </div>
          <div aria-live="polite" className={css.said}>
            {said}
          </div>
          <div className={css.panes}>
            <DocumentPane isNew={(id) => changes.documents.has(id)} renew={renew} body={body} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <section className={css.criteria} tabIndex={0} aria-label="Points of the criteria">
              <CriteriaPanel keys="" />
            </section>
          </div>
        </Page>
      </LeafExtrasContext>
    </DeskContext>
  );
};
