import type {
  AppealedRow,
  CaseKind,
  CaseListFilter,
  CaseReports,
  Days,
  DecisionRow,
  LineFilter,
  ListPage,
  LoadRow,
  Moments,
  ReportedLine,
  ReportedTalk,
  TalkEnd,
  TalkFilter,
  TalkRow,
} from '@openum/casework/port/caseReports.ts';
import type { CaseStore, StoredEvent } from '@openum/casework/port/caseStore.ts';
import { type Cursor, readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRow, CaseRows, ItemRow } from '@openum/casework/projection/rows.ts';
import { dialOfRule } from '@openum/domain/dial/dial.ts';
import { type DecidedCounts, publishingLines } from '@openum/domain/report/publicMetrics.ts';
import { spreadOf } from '@openum/domain/report/spread.ts';
import { type CalendarDate, type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import { compareText } from './tenants.ts';

const within = (day: CalendarDate | undefined, { from, before }: Days = {}): boolean =>
  day !== undefined && (from === undefined || day >= from) && (before === undefined || day < before);
const between = (at: Instant | undefined, { from, before }: Partial<Moments>): boolean =>
  at !== undefined && (from === undefined || at >= from) && (before === undefined || at < before);

const isOpen = (c: CaseRow): boolean => !['determined', 'withdrawn', 'voided'].includes(c.status);

const isKind = (c: CaseRow, { lineOfBusiness, state, reviewType }: CaseKind): boolean =>
  (lineOfBusiness === undefined || lineOfBusiness.includes(c.lineOfBusiness)) &&
  (state === undefined || c.stateOfIssue === state) &&
  (reviewType === undefined || c.reviewType === reviewType);

const endOf = (e: StoredEvent): TalkEnd | undefined => {
  switch (e.type) {
    case 'PeerToPeerOffered':
      return 'offered';
    case 'PeerToPeerHeld':
      return 'held';
    case 'PeerToPeerMissed':
      return 'missed';
    case 'PeerToPeerDeclined':
      return 'declined';
    default:
      return undefined;
  }
};
const outcomeOf = (e: StoredEvent) => (e.type === 'PeerToPeerHeld' ? e.data.outcome : undefined);

/** Rows of equal key made one, in the order of the key. */
const grouped = <T, R>(all: readonly T[], key: (x: T) => readonly unknown[], row: (same: readonly T[]) => R): R[] =>
  [...Map.groupBy(all, (x) => JSON.stringify(key(x)))]
    .map(([name, same]) => ({ name, row: row(same) }))
    .sort((a, b) => compareText(a.name, b.name))
    .map((g) => g.row);

const isDecidedSo = (i: ItemRow, d: NonNullable<LineFilter['decided']>): boolean =>
  i.firstOutcome !== undefined &&
  within(i.firstDecidedOn, d) &&
  (d.outcome === undefined || d.outcome.includes(i.firstOutcome)) &&
  (d.byRule === undefined || (i.decidedByKind === 'rule') === d.byRule);

const isAppealedSo = (i: ItemRow, a: NonNullable<LineFilter['appealed']>): boolean =>
  i.appealOutcome !== undefined &&
  within(i.appealDecidedOn, a) &&
  (a.outcome === undefined || a.outcome.includes(i.appealOutcome));

const isTalk = (e: StoredEvent, talk: TalkFilter['talk']): boolean =>
  talk.end === endOf(e) && between(e.occurredAt, talk) && (talk.outcome === undefined || talk.outcome === outcomeOf(e));

/** Lines that were approved, or exempt, under a change of the dial. */
const linesUnder = (events: readonly StoredEvent[], dial: number | undefined): ReadonlySet<number> =>
  new Set(
    events.flatMap((e) =>
      e.type === 'ItemDetermined' && e.data.by.kind === 'rule' && dialOfRule(e.data.by.rule) === dial
        ? [e.data.itemSequence]
        : [],
    ),
  );

const isListed = ({ case: c }: CaseRows, events: readonly StoredEvent[], f: CaseListFilter): boolean =>
  isKind(c, f) &&
  within(c.receivedOn, f.received) &&
  (f.channel === undefined || c.channel === f.channel) &&
  (f.open === undefined || isOpen(c) === f.open) &&
  (f.assignee === undefined || (c.assigneeUserId ?? 'none') === f.assignee) &&
  (f.due === undefined || between(c.nextDueAt, f.due)) &&
  (f.appealReceived === undefined ||
    events.some((e) => e.type === 'AppealFiled' && between(e.data.receivedAt, f.appealReceived ?? {})));

type Received = { readonly receivedAt: string; readonly caseId: string };
const newestFirst = (a: Received, b: Received): number =>
  compareText(b.receivedAt, a.receivedAt) || compareText(b.caseId, a.caseId);

const reportedCase = (c: CaseRow) => ({
  caseId: c.caseId,
  caseNumber: c.caseNumber,
  memberName: c.memberName,
  memberNumber: c.memberNumber,
  lineOfBusiness: c.lineOfBusiness,
  stateOfIssue: c.stateOfIssue,
  requestingProviderName: c.requestingProviderName,
  receivedAt: c.receivedAt,
});

const reportedLine = (i: ItemRow) => ({
  itemSequence: i.itemSequence,
  serviceCode: i.serviceCode,
  reviewType: i.reviewType,
  byRule: i.decidedByKind === 'rule',
  ...(i.firstOutcome ? { firstOutcome: i.firstOutcome } : {}),
  ...(i.firstDecidedOn ? { firstDecidedOn: i.firstDecidedOn } : {}),
  ...(i.appealOutcome ? { appealOutcome: i.appealOutcome } : {}),
  ...(i.appealDecidedOn ? { appealDecidedOn: i.appealDecidedOn } : {}),
});

/** The page after the row that a cursor names. */
const placed = <T>(
  all: readonly T[],
  cursor: (row: T) => Cursor,
  after: string | undefined,
  limit: number,
): ListPage<T> => {
  const from = after === undefined ? 0 : all.findIndex((row) => writeCursor(cursor(row)) === after) + 1;
  const rows = all.slice(from, from + limit);
  const last = rows.at(-1);
  return last && from + limit < all.length ? { rows, next: writeCursor(cursor(last)) } : { rows };
};

export const memoryCaseReports = (cases: CaseStore, rowsOf: (scope: Scope) => readonly CaseRows[]): CaseReports => {
  const ofKind = (scope: Scope, kind: CaseKind) => rowsOf(scope).filter((r) => isKind(r.case, kind));
  const eventsOf = async (scope: Scope, rows: readonly CaseRows[]) =>
    Promise.all(rows.map((r) => cases.events(scope, r.case.caseId)));

  return {
    volume: async (scope, kind, received) =>
      grouped(
        ofKind(scope, kind)
          .map((r) => r.case)
          .filter((c) => within(c.receivedOn, received)),
        (c) => [c.receivedOn, c.channel],
        (same) => {
          const [first] = same as [CaseRow];
          return { day: first.receivedOn, channel: first.channel, cases: same.length };
        },
      ),
    decisions: async (scope, { reviewType, ...kind }, decided) =>
      grouped(
        ofKind(scope, kind)
          .flatMap((r) => r.items.map((i) => ({ i, c: r.case })))
          .filter(({ i }) => isDecidedSo(i, decided) && (reviewType === undefined || i.reviewType === reviewType)),
        ({ i, c }) => [c.lineOfBusiness, i.reviewType, i.firstOutcome, i.decidedByKind === 'rule'],
        (same): DecisionRow => {
          const [{ i, c }] = same as [{ i: ItemRow & Required<Pick<ItemRow, 'firstOutcome'>>; c: CaseRow }];
          return {
            lineOfBusiness: c.lineOfBusiness,
            reviewType: i.reviewType,
            outcome: i.firstOutcome,
            byRule: i.decidedByKind === 'rule',
            lines: same.length,
          };
        },
      ),
    appealed: async (scope, { reviewType, ...kind }, decided) =>
      grouped(
        ofKind(scope, kind)
          .flatMap((r) => r.items.map((i) => ({ i, c: r.case })))
          .filter(({ i }) => isAppealedSo(i, decided) && (reviewType === undefined || i.reviewType === reviewType)),
        ({ i, c }) => [c.lineOfBusiness, i.appealOutcome],
        (same): AppealedRow => {
          const [{ i, c }] = same as [{ i: ItemRow; c: CaseRow }];
          return { lineOfBusiness: c.lineOfBusiness, outcome: i.appealOutcome ?? 'upheld', lines: same.length };
        },
      ),
    decidedByContract: async (scope, decided) =>
      grouped(
        rowsOf(scope)
          .filter(({ case: c }) => c.status !== 'voided' && publishingLines.some((l) => l === c.lineOfBusiness))
          .flatMap((r) => r.items.map((i) => ({ i, c: r.case })))
          .filter(({ i }) => isDecidedSo(i, decided) && i.firstOutcome !== 'notRequired')
          .filter(({ i }) => !i.isDrug && i.reviewType !== 'retrospective'),
        ({ c }) => [c.lineOfBusiness, c.contract ?? c.planName, c.urgency],
        (same): DecidedCounts => {
          const [{ c }] = same as [{ i: ItemRow; c: CaseRow }];
          const lines = (of: (i: ItemRow) => boolean) => same.filter(({ i }) => of(i)).length;
          const time = spreadOf(
            same.map(({ i }) =>
              Math.max(0, millisecondsBetween(i.submittedAt, i.firstDecidedAt ?? i.submittedAt) / 1000),
            ),
          );
          return {
            lineOfBusiness: c.lineOfBusiness,
            contract: c.contract ?? c.planName,
            urgency: c.urgency,
            decided: same.length,
            approved: lines((i) => i.firstOutcome === 'approved'),
            partial: lines((i) => i.firstOutcome === 'partiallyApproved' || i.firstOutcome === 'modified'),
            denied: lines((i) => i.firstOutcome === 'denied'),
            approvedAfterAppeal: lines((i) => i.appealOutcome === 'overturned'),
            approvedAfterExtension: lines((i) => i.extended && i.firstOutcome === 'approved'),
            averageSeconds: time?.average ?? 0,
            medianSeconds: time?.median ?? 0,
          };
        },
      ),
    openByDay: async (scope, kind) =>
      grouped(
        ofKind(scope, kind)
          .map((r) => r.case)
          .filter(isOpen),
        (c) => [c.receivedOn],
        (same) => ({ day: (same as [CaseRow])[0].receivedOn, cases: same.length }),
      ),
    load: async (scope, kind, now, endOfToday) =>
      grouped(
        ofKind(scope, kind)
          .map((r) => r.case)
          .filter(isOpen),
        (c) => [c.assigneeUserId ?? null],
        (same): LoadRow => {
          const [{ assigneeUserId: userId, assigneeName: name }] = same as [CaseRow];
          return {
            ...(userId ? { userId } : {}),
            ...(name ? { name } : {}),
            open: same.length,
            overdue: same.filter((c) => between(c.nextDueAt, { before: now })).length,
            dueToday: same.filter((c) => between(c.nextDueAt, { from: now, before: endOfToday })).length,
          };
        },
      ).sort(
        (a, b) =>
          Number(a.userId === undefined) - Number(b.userId === undefined) ||
          b.open - a.open ||
          compareText(a.userId ?? '', b.userId ?? ''),
      ),
    talks: async (scope, kind, happened) =>
      grouped(
        (await eventsOf(scope, ofKind(scope, kind)))
          .flat()
          .filter((e) => endOf(e) !== undefined && between(e.occurredAt, happened)),
        (e) => [endOf(e), outcomeOf(e)],
        (same): TalkRow => {
          const [first] = same as [StoredEvent];
          const outcome = outcomeOf(first);
          return { end: endOf(first) ?? 'offered', ...(outcome ? { outcome } : {}), talks: same.length };
        },
      ),
    lines: async (scope, { decided, appealed, dial, reviewType, ...kind }, after, limit) => {
      const rows = ofKind(scope, kind).toSorted((a, b) => newestFirst(a.case, b.case));
      const events = dial === undefined ? [] : await eventsOf(scope, rows);
      const settled = new Map(rows.map((r, n) => [r.case.caseId, linesUnder(events[n] ?? [], dial)]));
      return placed(
        rows
          .flatMap((r) => r.items.map((i) => ({ i, c: r.case })))
          .filter(({ i }) => reviewType === undefined || i.reviewType === reviewType)
          .filter(({ i }) => decided === undefined || isDecidedSo(i, decided))
          .filter(({ i }) => appealed === undefined || isAppealedSo(i, appealed))
          .filter(({ i, c }) => dial === undefined || settled.get(c.caseId)?.has(i.itemSequence))
          .map(({ i, c }): ReportedLine => ({ ...reportedCase(c), ...reportedLine(i) })),
        (l) => ({ moment: l.receivedAt, caseId: `${l.caseId} ${l.itemSequence}` }),
        after,
        limit,
      );
    },
    talkList: async (scope, { talk, ...kind }, after, limit) => {
      const rows = ofKind(scope, kind);
      const events = await eventsOf(scope, rows);
      const talks = rows.flatMap((r, n) =>
        (events[n] ?? [])
          .filter((e) => isTalk(e, talk))
          .map((e): ReportedTalk => {
            const outcome = outcomeOf(e);
            const talked = { sequence: e.sequence, end: talk.end, at: e.occurredAt };
            return { ...reportedCase(r.case), ...talked, ...(outcome ? { outcome } : {}) };
          }),
      );
      return placed(
        talks.toSorted((a, b) => compareText(b.at, a.at) || compareText(b.caseId, a.caseId) || a.sequence - b.sequence),
        (t) => ({ moment: t.at, caseId: `${t.caseId} ${t.sequence}` }),
        after,
        limit,
      );
    },
    cases: async (scope, filter, after, limit) => {
      const from = after === undefined ? undefined : readCursor(after);
      const place = from && { receivedAt: from.moment ?? '', caseId: from.caseId };
      const rows = rowsOf(scope);
      const events = await eventsOf(scope, rows);
      const found = rows
        .filter((r, i) => isListed(r, events[i] ?? [], filter))
        .map((r) => r.case)
        .sort(newestFirst)
        .filter((c) => place === undefined || newestFirst(c, place) > 0);
      const page = structuredClone(found.slice(0, limit));
      const last = page.at(-1);
      return last && found.length > limit
        ? { rows: page, next: writeCursor({ moment: last.receivedAt, caseId: last.caseId }) }
        : { rows: page };
    },
  };
};
