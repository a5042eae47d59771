import { closesAt, openPeerToPeers, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import { missedByProvider, peerToPeerSteps } from '@openum/domain/peerToPeer/task.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { LoadedCase } from '../case/load.ts';
import { loadEach } from '../case/loadEach.ts';
import type { Casework } from '../casework.ts';
import type { GuestLink } from '../port/guestLinks.ts';
import type { Scope } from '../port/scope.ts';
import { hardDeadlines } from './basis.ts';

export type BoardRow = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly memberName: string;
  readonly offer: PeerToPeer;
  /** Hard due moments of the case, by which the state of the offer is derived at any later moment too. */
  readonly deadlines: readonly Instant[];
  readonly closesAt: Instant;
  /** The clinician's link was locked after too many wrong entries, and none was made since. */
  readonly linkLocked: boolean;
};

export type Board = {
  readonly now: Instant;
  readonly rows: readonly BoardRow[];
};

/** Every talk that still needs somebody, and every one missed on a case that is not decided. */
export const readBoard = async (casework: Casework, scope: Scope): Promise<Board> => {
  const now = casework.environment.now();
  const ids = await casework.workList.withOpenSteps(scope, peerToPeerSteps);
  const cases: (LoadedCase & { readonly links: readonly GuestLink[] })[] = [];
  for (const loaded of await loadEach(casework.cases, scope, ids))
    cases.push({ ...loaded, links: await casework.guestLinks.ofCase(scope, loaded.caseId) });
  const rows = cases.flatMap(({ caseId, state, links }): readonly BoardRow[] => {
    const deadlines = hardDeadlines(state, casework.knowledge, now);
    const { member } = state.request;
    return [...openPeerToPeers(state), ...missedByProvider(state)].map((offer) => ({
      caseId,
      caseNumber: state.caseNumber,
      memberName: `${member.family}, ${member.given}`,
      offer,
      deadlines,
      closesAt: closesAt(offer, deadlines),
      linkLocked: links.some(
        (l) =>
          l.about === 'peerToPeer' &&
          l.subjectId === offer.offerId &&
          l.lockedAt !== undefined &&
          l.revokedAt === undefined,
      ),
    }));
  });
  const due = (r: BoardRow) => r.offer.scheduled?.slot.startsAt ?? r.closesAt;
  return { now, rows: rows.toSorted((a, b) => (due(a) < due(b) ? -1 : 1)) };
};
