import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Append, CaseStore, StoredEvent } from '@openum/casework/port/caseStore.ts';
import { chainEvents } from '@openum/casework/port/chain.ts';
import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import type { Notifications, RaisedAlarm } from '@openum/casework/port/notifications.ts';
import type { Outbox, OutboxEntry } from '@openum/casework/port/outbox.ts';
import type { ReadEntry, ReadLog } from '@openum/casework/port/readLog.ts';
import type { Register, RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import type { Reports } from '@openum/casework/port/reports.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { type AlarmMark, alarmKey, alarmMoment } from '@openum/domain/alarm/alarm.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { memoryPhysicians } from '@openum/testkit/memory/physicians.ts';
import { memoryReports } from '@openum/testkit/memory/reports.ts';
import { memoryRouting } from '@openum/testkit/memory/routing.ts';
import { memoryStore } from '@openum/testkit/memory/store.ts';
import { memoryWorkList } from '@openum/testkit/memory/workList.ts';
import { heap } from './heap.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

type CaseFile = {
  /** Those of a case at rest are kept packed. */
  events: readonly StoredEvent[] | Buffer;
  rows: CaseRows;
  version: number;
  readonly noted: Set<string>;
  readonly raised: Set<string>;
  readonly opened: Map<string, Set<string>>;
  readonly reads: ReadEntry[];
};

const unpacked = (events: CaseFile['events']): readonly StoredEvent[] =>
  Buffer.isBuffer(events) ? (JSON.parse(inflateRawSync(events).toString()) as StoredEvent[]) : events;

const openClocks = ({ rows, noted }: CaseFile) =>
  rows.clocks
    .filter((k) => k.hard && !k.superseded && k.metAt === undefined)
    .map((k) => ({ ...k, noted: noted.has(k.clockId) }));

const atRest = ({ rows }: CaseFile): boolean =>
  rows.case.queue === 'none' &&
  rows.tasks.length === 0 &&
  rows.clocks.every((k) => !k.hard || k.superseded || k.metAt !== undefined);

/**
 * The ports in the memory of one process, made for a year of cases: what is asked often is indexed, and a case that rests is packed.
 * `listen` hears every event in the order in which they are written.
 */
export const simulationStore = (marks: readonly AlarmMark[], listen: (event: StoredEvent) => void) => {
  const files = new Map<string, CaseFile>();
  const active = new Map<string, CaseRows>();
  const ofMember = new Map<string, string[]>();
  const documents = new Map<string, { readonly contentType: string; readonly bytes: Uint8Array }>();
  const waiting = heap<OutboxEntry>();
  const misses = heap<{ readonly caseId: string; readonly clockId: string; readonly version: number }>();
  const alarms = heap<{ readonly caseId: string; readonly version: number }>();
  const base = memoryStore();
  /** Cases with an alarm raised since their next one was looked for. */
  const told = new Set<string>();
  const counts = { letters: 0, alarms: 0, lateAlarms: 0, reads: 0, events: 0 };

  const fileOf = (caseId: string): CaseFile => {
    const file = files.get(caseId);
    if (!file) throw new Error(`there is no case ${caseId}`);
    return file;
  };
  const ms = (at: string): number => Date.parse(at);

  const nextAlarm = (file: CaseFile): Instant | undefined =>
    openClocks(file)
      .flatMap((k) =>
        marks.flatMap((mark) => {
          if (file.raised.has(alarmKey(k.clockId, mark.id))) return [];
          const at = alarmMoment(mark, k);
          return at ? [at] : [];
        }),
      )
      .sort()[0];

  const index = (caseId: string, file: CaseFile): void => {
    const { version } = file;
    for (const k of openClocks(file)) if (!k.noted) misses.push(ms(k.dueAt), { caseId, clockId: k.clockId, version });
    const alarm = nextAlarm(file);
    if (alarm) alarms.push(ms(alarm), { caseId, version });
  };
  const current = (e: { readonly caseId: string; readonly version: number }): boolean =>
    files.get(e.caseId)?.version === e.version;

  const append = (
    a: Append,
  ): { kind: 'appended'; version: number } | { kind: 'conflict'; version: number; since: readonly StoredEvent[] } => {
    const before = files.get(a.caseId);
    const events = before ? unpacked(before.events) : [];
    if (events.length !== a.expectedVersion)
      return { kind: 'conflict', version: events.length, since: events.slice(a.expectedVersion) };
    const added = chainEvents(sha256Hex, a.caseId, events.at(-1), a.events);
    const file: CaseFile = before ?? {
      events: [],
      rows: a.rows,
      version: 0,
      noted: new Set(),
      raised: new Set(),
      opened: new Map(),
      reads: [],
    };
    if (!before) {
      files.set(a.caseId, file);
      const { memberNumber } = a.rows.case;
      ofMember.set(memberNumber, [...(ofMember.get(memberNumber) ?? []), a.caseId]);
    }
    for (const e of added) {
      counts.events += 1;
      if (e.type === 'DeadlineMissed') file.noted.add(e.data.clockId);
      listen(e);
    }
    counts.letters += a.notices?.length ?? 0;
    for (const d of a.documents ?? []) documents.set(d.documentId, { contentType: d.contentType, bytes: d.bytes });
    file.rows = a.rows;
    file.version = events.length + added.length;
    file.events = [...events, ...added];
    for (const o of a.outbox) waiting.push(ms(a.rows.case.changedAt), { ...o, tenantId: 'plan', attempts: 0 });
    if (atRest(file)) {
      active.delete(a.caseId);
      file.events = deflateRawSync(JSON.stringify(file.events));
      file.reads.length = 0;
      file.opened.clear();
    } else {
      active.set(a.caseId, a.rows);
      index(a.caseId, file);
    }
    return { kind: 'appended', version: file.version };
  };

  const cases: CaseStore = {
    ...base.cases,
    events: async (_scope, caseId) => {
      const file = files.get(caseId);
      return file ? unpacked(file.events) : [];
    },
    append: async (_scope, a) => append(a),
    commandDone: async () => false,
    answered: async () => undefined,
    keepMessage: async () => undefined,
    message: async () => ({ contentType: 'application/json', bytes: new Uint8Array() }),
    document: async (_scope, _caseId, documentId) => documents.get(documentId),
    rows: async (_scope, caseId) => files.get(caseId)?.rows,
    caseIds: async (_scope, after, limit) =>
      [...files.keys()]
        .filter((id) => after === undefined || id > after)
        .sort()
        .slice(0, limit),
  };

  const readLog: ReadLog = {
    record: async (_scope, entry) => {
      counts.reads += 1;
      const { caseId, userId, resourceId } = entry;
      if (caseId === undefined || userId === undefined) return;
      const file = fileOf(caseId);
      file.reads.push(entry);
      if (resourceId === undefined) return;
      const opened = file.opened.get(userId) ?? new Set();
      file.opened.set(userId, opened.add(resourceId));
    },
    openedBy: async (_scope, caseId, userId) => [...(fileOf(caseId).opened.get(userId) ?? [])],
    hasOpened: base.readLog.hasOpened,
    ofCase: async (_scope, caseId, limit) => fileOf(caseId).reads.toReversed().slice(0, limit),
    ofUser: base.readLog.ofUser,
  };

  const notifications: Notifications = {
    ...base.notifications,
    raise: async (_scope, alarm: RaisedAlarm) => {
      const file = fileOf(alarm.caseId);
      const key = alarmKey(alarm.clockId, alarm.stepId);
      if (file.raised.has(key)) return false;
      file.raised.add(key);
      told.add(alarm.caseId);
      counts.alarms += 1;
      if (alarm.late) counts.lateAlarms += 1;
      return true;
    },
    raisedOf: async (_scope, caseId) =>
      [...fileOf(caseId).raised].map((key) => {
        const [clockId = '', stepId = ''] = key.split(' ');
        return { clockId, stepId };
      }),
  };

  const clockList: ClockList = {
    missed: async (_scope, now, limit) => {
      const due: ListedClock[] = [];
      for (let e = misses.peek(); e && e.at < ms(now) && due.length < limit; e = misses.peek()) {
        misses.pop();
        const clock = current(e.value)
          ? openClocks(fileOf(e.value.caseId)).find((k) => k.clockId === e.value.clockId)
          : undefined;
        if (clock && !clock.noted) due.push({ caseId: e.value.caseId, clockId: clock.clockId, dueAt: clock.dueAt });
      }
      return due;
    },
    alarming: async (_scope, _marks, now, limit) => {
      const found = new Set<string>();
      for (let e = alarms.peek(); e && e.at <= ms(now) && found.size < limit; e = alarms.peek()) {
        alarms.pop();
        if (current(e.value)) found.add(e.value.caseId);
      }
      return [...found];
    },
  };

  const outbox: Outbox = {
    take: async (now, limit) => {
      const taken: OutboxEntry[] = [];
      for (let e = waiting.peek(); e && e.at <= ms(now) && taken.length < limit; e = waiting.peek()) {
        waiting.pop();
        taken.push({ ...e.value, attempts: e.value.attempts + 1 });
      }
      return taken;
    },
    done: async () => undefined,
    failed: async (_tenantId, outboxId, retryAt, reason) => {
      throw new Error(`entry ${outboxId} of the outbox failed until ${retryAt}: ${reason}`);
    },
  };

  const members = new Map<string, RegisteredMember>();
  const providers = new Map<string, RegisteredProvider>();
  const register: Register = {
    ...base.register,
    memberByNumber: async (_scope, memberNumber) => members.get(memberNumber),
    providerByNpi: async (_scope, npi) => providers.get(npi),
    saveMembers: async (_scope, list) => {
      for (const m of list) members.set(m.member.memberNumber, m);
    },
    saveProviders: async (_scope, list) => {
      for (const p of list) providers.set(p.npi, p);
    },
  };

  const activeRows = (): readonly CaseRows[] => [...active.values()];
  const allRows = (): readonly CaseRows[] => [...files.values()].map((f) => f.rows);
  const reports: Reports = memoryReports(cases, allRows);
  return {
    ...base,
    cases,
    readLog,
    notifications,
    clockList,
    outbox,
    register,
    reports,
    physicians: memoryPhysicians(cases, activeRows),
    routing: memoryRouting(activeRows),
    workList: {
      ...memoryWorkList(activeRows),
      ofMember: async (_scope: unknown, memberNumber: string, limit: number) =>
        (ofMember.get(memberNumber) ?? [])
          .toReversed()
          .slice(0, limit)
          .map((id) => fileOf(id).rows.case),
    },
    counts,
    allRows,
    /** When the sweeps have something to do next, in milliseconds; Infinity: nothing. */
    nextSweep: (): number => {
      for (const caseId of told) {
        const file = fileOf(caseId);
        const at = nextAlarm(file);
        if (at) alarms.push(ms(at), { caseId, version: file.version });
      }
      told.clear();
      for (let e = alarms.peek(); e && !current(e.value); e = alarms.peek()) alarms.pop();
      for (let e = misses.peek(); e && !current(e.value); e = misses.peek()) misses.pop();
      return Math.min(misses.peek()?.at ?? Number.POSITIVE_INFINITY, alarms.peek()?.at ?? Number.POSITIVE_INFINITY);
    },
    outboxWaits: (): boolean => waiting.size() > 0,
    /** Forgets what nobody will ask for any more. */
    forgetDocuments: (ids: Iterable<string>): void => {
      for (const id of ids) documents.delete(id);
    },
  };
};

export type SimulationStore = ReturnType<typeof simulationStore>;
