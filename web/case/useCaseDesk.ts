import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { pointOf } from '@openum/domain/criteria/changed.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import type { Place } from '../document/pick.ts';
import type { ActId } from './act/acts.ts';
import { whyNotFor } from './act/whyNot.ts';
import { inOrder, leafTree, nextUnknown } from './criteria/leafTree.ts';
import type { Desk } from './desk.ts';
import { listedDocuments, nextDocument } from './document/documents.ts';
import { nextCase } from './nextCase.ts';
import { problemText } from './problemText.ts';
import { useSend } from './useCase.ts';

type Said = { readonly text: string; readonly bad: boolean };

const focusAct = (id: ActId | undefined): void => {
  requestAnimationFrame(() => window.document.querySelector<HTMLElement>(`[data-act="${id}"]`)?.focus());
};

/** What is open on the case page, and what its keys do. */
export const useCaseDesk = (view: CaseView, actor: PersonActor, zone: ZoneId) => {
  const navigate = useNavigate();
  const [act, setAct] = useState<ActId>();
  const [clockId, setClockId] = useState<string>();
  const [document, setDocument] = useState<{ readonly id: string; readonly find?: string; readonly place?: Place }>();
  const documentId = document?.id;
  const [leafPath, setLeafPath] = useState<string>();
  const [said, setSaid] = useState<Said>();
  const send = useSend(view.caseId, view.state.version);
  const whyNot = whyNotFor(view, actor);

  const openDocument = useCallback(
    (id: string | undefined, find?: string, place?: Place) =>
      setDocument(id === undefined ? undefined : { id, ...(find ? { find } : {}), ...(place ? { place } : {}) }),
    [],
  );

  const openAct = useCallback((id: ActId | undefined) => {
    setSaid(undefined);
    setAct((before) => {
      if (id === undefined) focusAct(before);
      return id;
    });
  }, []);

  const run = async (id: ActId): Promise<void> => {
    const no = whyNot(id);
    if (no) return setSaid({ text: no, bad: false });
    if (id !== 'claim') return openAct(id === act ? undefined : id);
    try {
      await send({ type: 'Claim' });
      setSaid({ text: 'The case is yours.', bad: false });
    } catch (problem) {
      setSaid({ text: problemText(problem), bad: true });
    }
  };

  const goNext = async (): Promise<void> => {
    try {
      const next = await nextCase(view.caseId, actor);
      if (next) await navigate({ to: '/cases/$caseId', params: { caseId: next } });
      else setSaid({ text: 'No other case is waiting that is yours or unassigned.', bad: false });
    } catch (problem) {
      setSaid({ text: problemText(problem), bad: true });
    }
  };

  const leaves = view.state.evaluations.flatMap((e) =>
    inOrder(leafTree(e.leaves)).map((l) => ({ truth: l.truth, key: pointOf(e, l.path) })),
  );
  const here = leaves.findIndex((l) => l.key === leafPath);
  const goTo = (at: number) => setLeafPath(leaves[at]?.key ?? leafPath);
  const by = (id: ActId) => () => void run(id);
  useKeys({
    a: by('approve'),
    i: by('ask'),
    r: by('refer'),
    d: by('decide'),
    p: by('offerTalk'),
    c: by('claim'),
    m: by('note'),
    j: () => goTo(Math.min(here + 1, leaves.length - 1)),
    k: () => goTo(Math.max(here - 1, 0)),
    f: () => window.document.querySelector<HTMLElement>('[data-here] [data-add-fact]')?.click(),
    u: () => goTo(nextUnknown(leaves, here)),
    o: () => openDocument(nextDocument(listedDocuments(view), documentId) ?? documentId),
    l: () => void navigate({ to: '/cases/$caseId/read', params: { caseId: view.caseId }, search: {} }),
    n: () => void goNext(),
    Escape: () => (documentId ? openDocument(undefined) : act ? openAct(undefined) : setSaid(undefined)),
  });

  const desk: Desk = {
    view,
    actor,
    zone,
    act,
    openAct,
    clockId,
    extendClock: (id) => {
      setClockId(id);
      openAct('extend');
    },
    documentId,
    openDocument,
    find: document?.find,
    place: document?.place,
    leafPath,
    goToLeaf: setLeafPath,
    send,
    tell: (text) => setSaid({ text, bad: false }),
  };
  return { desk, run: (id: ActId) => void run(id), said, goNext };
};
