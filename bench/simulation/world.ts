import { createHash } from 'node:crypto';
import type { Act } from '@openum/casework/case/act.ts';
import { commandOf } from '@openum/casework/case/commandOf.ts';
import { type Executed, execute } from '@openum/casework/case/execute.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { fullApproval } from '@openum/casework/determination/fullApproval.ts';
import { openDocument } from '@openum/casework/document/open.ts';
import { loadKnowledge } from '@openum/casework/knowledge/load.ts';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { Environment, NoticeRenderer } from '@openum/casework/port/environment.ts';
import type { User } from '@openum/casework/port/identity.ts';
import { loadAlarmPolicy } from '@openum/content/alarm/load.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import { sweepAlarms } from '@openum/jobs/clock/alarms.ts';
import { sweepMissed } from '@openum/jobs/clock/missed.ts';
import { renderHtml } from '@openum/jobs/notice/html.ts';
import { drainOutbox } from '@openum/jobs/outbox/drain.ts';
import { watchCase } from '@openum/jobs/physician/watch.ts';
import { ledger } from './ledger.ts';
import {
  appealsDesk,
  clinics,
  coordinator,
  director,
  type LineName,
  lines,
  membersOf,
  nursesOf,
  physiciansOf,
  scope,
  tenant,
} from './population.ts';
import type { Random } from './random.ts';
import { simulationStore } from './store.ts';

const sha256Hex = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** The letter for the screen is made as the product makes it; what would be printed is its bytes again. */
const renderer: Pick<NoticeRenderer, 'html' | 'render'> = {
  html: renderHtml,
  render: async (document) => {
    const html = renderHtml(document);
    const hash = sha256Hex(html);
    return { pdf: new Uint8Array(), html, pdfSha256: hash, htmlSha256: hash };
  },
};

/** A plan with its people, a clock that is set by hand, and the worker of the product, which can stand still. */
export const aWorld = async (
  random: Random,
  membersPerLine: number,
  staff: { readonly nurses: number; readonly physicians: number },
) => {
  const policy = loadAlarmPolicy();
  const books = ledger();
  const store = simulationStore(policy.steps, books.hear);
  let nowMs = 0;
  let ids = 0;
  let numbers = 0;
  const environment: Environment = {
    now: () => new Date(nowMs).toISOString() as Instant,
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    newNumber: (prefix) => `${prefix}-${String(++numbers).padStart(9, '0')}`,
    sha256Hex,
  };
  const casework = { ...store, environment, renderer, knowledge: loadKnowledge() } as unknown as Casework;
  const nurses = nursesOf(staff.nurses, random);
  const physicians = physiciansOf(staff.physicians, random);
  await store.identity.createTenant(tenant);
  for (const user of [...nurses, ...physicians].map((s) => s.user).concat(coordinator, director, appealsDesk))
    await store.identity.createUser(user, 'none');
  await store.register.saveProviders(scope, clinics);
  const members = Object.fromEntries(
    (Object.keys(lines) as LineName[]).map((name) => [name, membersOf(name, membersPerLine, random)]),
  ) as Record<LineName, ReturnType<typeof membersOf>>;
  for (const list of Object.values(members)) await store.register.saveMembers(scope, list);

  const refusals = new Map<string, number>();
  const faults: string[] = [];
  const fault = (what: string, error: unknown): void => {
    if (faults.length < 20)
      faults.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };

  const state = async (caseId: string): Promise<Case> => {
    const loaded = await loadCase(casework.cases, scope, caseId);
    if (!loaded) throw new Error(`there is no case ${caseId}`);
    return loaded.state;
  };
  const act = async (user: User, caseId: string, what: Act): Promise<Executed> => {
    const me = { casework, tenant, actor: actorOf(user), now: environment.now() };
    const executed = await execute(casework, scope, { caseId, command: (loaded) => commandOf(what, me, loaded) });
    if (executed.kind === 'refused') {
      const key = `${what.type}: ${executed.refusal.code}`;
      refusals.set(key, (refusals.get(key) ?? 0) + 1);
    }
    return executed;
  };

  const aside = { missed: new Set<string>(), alarms: new Set<string>() };
  return {
    store,
    casework,
    books,
    random,
    members,
    nurses,
    physicians,
    refusals,
    faults,
    state,
    act,
    environment,
    setClock: (ms: number): void => {
      nowMs = ms;
    },
    now: (): number => nowMs,
    /** What a full approval of each open line authorizes. */
    proposed: (c: Case) =>
      openItems(c).map((item) => ({
        itemSequence: item.sequence,
        authorized: fullApproval(c, item, casework.knowledge, environment.now()),
      })),
    openEverything: async (user: User, caseId: string, c: Case): Promise<void> => {
      for (const d of c.documents) await openDocument(casework, scope, caseId, d.documentId, user.userId);
    },
    drain: async (): Promise<void> => {
      const handlers = {
        'notices.due': async (e: { caseId: string }) => {
          await issueNotices(casework, scope, e.caseId);
          return undefined;
        },
        'physician.due': async (e: { caseId: string }) => {
          await watchCase({ casework, notifications: store.notifications }, scope, e.caseId);
          return undefined;
        },
        'letters.send': async () => undefined,
        'documents.read': async () => undefined,
        'episodeDocuments.read': async () => undefined,
      };
      while (store.outboxWaits())
        if (
          (await drainOutbox(store.outbox, handlers, environment.now, (e, error) =>
            fault(`outbox ${e.topic}`, error),
          )) === 0
        )
          return;
    },
    sweep: async (): Promise<void> => {
      await sweepMissed(casework, store.clockList, aside.missed, (k, error) => fault(`missed ${k.clockId}`, error));
      await sweepAlarms(
        { casework, clocks: store.clockList, notifications: store.notifications, policy },
        aside.alarms,
        (id, error) => fault(`alarm ${id}`, error),
      );
    },
  };
};
export type World = Awaited<ReturnType<typeof aWorld>>;
