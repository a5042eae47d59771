import type { DeliverySettings, Sending } from '@openum/domain/delivery/choose.ts';
import { defaultSettings } from '@openum/domain/delivery/choose.ts';
import { type DeliveryStatus, deliveryOf } from '@openum/domain/delivery/delivery.ts';
import type { OralNotice } from '@openum/domain/delivery/event.ts';
import { writtenOwed } from '@openum/domain/delivery/sent.ts';
import { deliverySteps } from '@openum/domain/delivery/task.ts';
import type { NoticeAudience, NoticeKind } from '@openum/domain/notice/document.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { LoadedCase } from '../case/load.ts';
import { loadEach } from '../case/loadEach.ts';
import type { Casework } from '../casework.ts';
import { sendingOf } from '../delivery/reader.ts';
import { hardDeadlines } from '../peerToPeer/basis.ts';
import type { PrintBatch } from '../port/printBatches.ts';
import type { Scope } from '../port/scope.ts';

export type LetterRow = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly memberName: string;
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly audience: NoticeAudience;
  readonly addressee: string;
  readonly issuedAt: Instant;
  readonly status: DeliveryStatus;
  /** Why it is on paper when it was to be sent, or why it came back. */
  readonly note?: string;
  /** Earliest hard deadline of the case that still runs. */
  readonly dueAt?: Instant;
};

export type SpokenRow = Pick<LetterRow, 'caseId' | 'caseNumber' | 'memberName'> & { readonly spoken: OralNotice };

export type LetterBoard = {
  readonly now: Instant;
  readonly waiting: readonly LetterRow[];
  readonly returned: readonly LetterRow[];
  readonly spoken: readonly SpokenRow[];
  readonly batches: readonly PrintBatch[];
  readonly settings: DeliverySettings;
  readonly sending: Sending;
};

const batchesShown = 20;

const noteOf = ({ data, type }: { readonly type: string; readonly data: object }): string | undefined => {
  if (type === 'NoticeDeliveryFailed' || type === 'NoticeDeliveryReturned')
    return 'reason' in data ? String(data.reason) : undefined;
  return undefined;
};

const letterRows = (
  { caseId, state }: LoadedCase,
  statuses: readonly DeliveryStatus[],
  dueAt?: Instant,
): readonly LetterRow[] => {
  const { member, requestingProvider } = state.request;
  return state.notices.flatMap((n): readonly LetterRow[] => {
    const { status, steps } = deliveryOf(state, n);
    if (!statuses.includes(status)) return [];
    const note = steps.map(noteOf).findLast((text) => text !== undefined);
    return [
      {
        caseId,
        caseNumber: state.caseNumber,
        memberName: `${member.family}, ${member.given}`,
        noticeId: n.noticeId,
        kind: n.kind,
        audience: n.audience,
        addressee:
          n.addressee?.[0] ?? (n.audience === 'member' ? `${member.given} ${member.family}` : requestingProvider.name),
        issuedAt: n.issuedAt,
        status,
        ...(note === undefined ? {} : { note }),
        ...(dueAt === undefined ? {} : { dueAt }),
      },
    ];
  });
};

/** Every letter that somebody has to do something about, the one with the earliest deadline first. */
export const readLetterBoard = async (casework: Casework, scope: Scope): Promise<LetterBoard> => {
  const now = casework.environment.now();
  const { contacts, printBatches } = casework.letters;
  const [ids, settings, batches] = await Promise.all([
    casework.workList.withOpenSteps(scope, deliverySteps),
    contacts.settings(scope),
    printBatches.list(scope, batchesShown),
  ]);
  const cases = await loadEach(casework.cases, scope, ids);
  const rows = (...statuses: readonly DeliveryStatus[]) =>
    cases.flatMap((l) => letterRows(l, statuses, hardDeadlines(l.state, casework.knowledge, now).toSorted()[0]));
  return {
    now,
    waiting: rows('toPrint', 'printed').toSorted((a, b) =>
      (a.dueAt ?? a.issuedAt) < (b.dueAt ?? b.issuedAt) ? -1 : 1,
    ),
    returned: rows('returned'),
    spoken: cases.flatMap(({ caseId, state }) =>
      writtenOwed(state).map((spoken) => ({
        caseId,
        caseNumber: state.caseNumber,
        memberName: `${state.request.member.family}, ${state.request.member.given}`,
        spoken,
      })),
    ),
    batches,
    settings: settings ?? defaultSettings,
    sending: sendingOf(casework),
  };
};
