import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { pointOf } from '@openum/domain/criteria/changed.ts';
import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { inOrder, leafTree, nextUnknown } from '../case/criteria/leafTree.ts';
import type { Desk } from '../case/desk.ts';
import { listedDocuments } from '../case/document/documents.ts';
import { useSend } from '../case/useCase.ts';
import { evidenceOf, nextSpot, type Spot } from './evidence.ts';
import type { ReadingSearch } from './search.ts';

export type Point = { readonly key: string; readonly leaf: LeafFinding };

/** Every point of the criteria of a case, in the order in which they are shown. */
const pointsOf = (view: CaseView): readonly Point[] =>
  view.state.evaluations.flatMap((e) =>
    inOrder(leafTree(e.leaves)).map((leaf) => ({ key: pointOf(e, leaf.path), leaf })),
  );

type Given = {
  readonly view: CaseView;
  readonly actor: PersonActor;
  readonly zone: ZoneId;
  readonly offers: readonly OfferedFact[];
  readonly from: ReadingSearch;
};

/** What is open on the reading page, and the ways to walk it. */
export const useReadingDesk = ({ view, actor, zone, offers, from }: Given) => {
  const navigate = useNavigate();
  const send = useSend(view.caseId, view.state.version);
  const [said, setSaid] = useState('');
  const points = pointsOf(view);
  const [leafPath, setLeafPath] = useState(
    () => from.leaf ?? (points.find((p) => p.leaf.truth === 'unknown') ?? points[0])?.key,
  );
  const [spot, setSpot] = useState<Spot | undefined>(() => {
    const first = points.find((p) => p.key === leafPath);
    const documents = listedDocuments(view);
    const documentId = from.document ?? documents.find((d) => d.origin === 'uploaded')?.documentId;
    if (documentId) return { documentId };
    return (first && evidenceOf(first.leaf, view, [])[0]) ?? (documents[0] && { documentId: documents[0].documentId });
  });
  const here = points.findIndex((p) => p.key === leafPath);
  const leaf = points[here]?.leaf;
  const spots = leaf ? evidenceOf(leaf, view, offers) : [];

  useEffect(() => {
    const search = { ...(spot ? { document: spot.documentId } : {}), ...(leafPath ? { leaf: leafPath } : {}) };
    void navigate({ to: '/cases/$caseId/read', params: { caseId: view.caseId }, search, replace: true });
  }, [spot?.documentId, leafPath]);

  const goToLeaf = (key: string | undefined): void => {
    const point = points.find((p) => p.key === key);
    if (!point) return;
    setLeafPath(key);
    setSaid('');
    const [first] = evidenceOf(point.leaf, view, offers);
    if (first) setSpot(first);
  };
  const walkLeaves = (at: number): void => goToLeaf(points[at]?.key);
  const walkEvidence = (step: 1 | -1): void => {
    const next = nextSpot(spots, spot, step);
    if (next) setSpot(next);
    setSaid(next ? '' : 'Nothing in the documents bears on this point yet.');
  };
  const truths = points.map((p) => p.leaf);
  const walkUnknown = (step: 1 | -1): void => {
    const last = points.length - 1;
    const at =
      step === 1
        ? nextUnknown(truths, here)
        : last - nextUnknown(truths.toReversed(), last - (here < 0 ? points.length : here));
    if (points[at]?.leaf.truth === 'unknown') walkLeaves(at);
    else setSaid('No point of the criteria is unknown.');
  };

  const desk: Desk = {
    view,
    actor,
    zone,
    act: undefined,
    openAct: (act) =>
      void navigate({ to: '/cases/$caseId', params: { caseId: view.caseId }, search: act ? { act } : {} }),
    clockId: undefined,
    extendClock: () => void navigate({ to: '/cases/$caseId', params: { caseId: view.caseId }, search: {} }),
    documentId: spot?.documentId,
    openDocument: (documentId, find, place) =>
      setSpot((documentId && { documentId, ...(find ? { find } : {}), ...(place ? { place } : {}) }) || undefined),
    find: spot?.find,
    place: spot?.place,
    leafPath,
    goToLeaf,
    send,
    tell: setSaid,
  };
  return {
    desk,
    said,
    points,
    spots,
    nextLeaf: () => walkLeaves(Math.min(here + 1, points.length - 1)),
    previousLeaf: () => walkLeaves(Math.max(here - 1, 0)),
    walkUnknown,
    walkEvidence,
  };
};
