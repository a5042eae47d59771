import type { Casework } from '@openum/casework/casework.ts';
import { sendLetters } from '@openum/casework/delivery/send.ts';
import { loadKnowledge } from '@openum/casework/knowledge/load.ts';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { OutboxEntry } from '@openum/casework/port/outbox.ts';
import { createSmtpMailer } from '@openum/jobs/delivery/smtp.ts';
import { bindLetters } from '@openum/jobs/letters/bind.ts';
import { renderHtml } from '@openum/jobs/notice/html.ts';
import { createNoticeRenderer } from '@openum/jobs/notice/render.ts';
import { drainOutbox, type OutboxHandlers } from '@openum/jobs/outbox/drain.ts';
import { watchCase } from '@openum/jobs/physician/watch.ts';
import { createStore, type Store } from '@openum/store/index.ts';
import type { Config } from './config.ts';
import { systemEnvironment } from './environment.ts';

export type Wired = { readonly store: Store; readonly casework: Casework };

/** Puts the ports together. The only place that knows which implementation stands behind which. */
export const wire = (databaseUrl: string, applicationName: string, mail?: Config['mail']): Wired => {
  const store = createStore({ url: databaseUrl, applicationName });
  const render = createNoticeRenderer();
  return {
    store,
    casework: {
      cases: store.cases,
      workList: store.workList,
      appeals: store.appeals,
      reportingLines: store.reportingLines,
      census: store.census,
      reports: store.reports,
      auditSamples: store.auditSamples,
      savedFilters: store.savedFilters,
      caseNews: store.caseNews,
      arrivals: store.arrivals,
      register: store.register,
      identity: store.identity,
      readLog: store.readLog,
      guestLinks: store.guestLinks,
      letters: store.letters,
      routing: store.routing,
      visits: store.visits,
      episodes: store.episodes,
      practiceRegister: store.practiceRegister,
      physicians: store.physicians,
      payerCards: store.payerCards,
      payerExchanges: store.payerExchanges,
      environment: systemEnvironment(),
      renderer: { render, html: renderHtml, bind: bindLetters },
      ...(mail ? { mailer: createSmtpMailer(mail) } : {}),
      knowledge: loadKnowledge(),
    },
  };
};

const handlersOf = (casework: Casework, notifications: Notifications): OutboxHandlers => ({
  'physician.due': async (entry) => {
    await watchCase({ casework, notifications }, { tenantId: entry.tenantId }, entry.caseId);
  },
  'letters.send': (entry) => sendLetters(casework, { tenantId: entry.tenantId }, entry.caseId, entry.attempts),
  'notices.due': async (entry) => {
    await issueNotices(casework, { tenantId: entry.tenantId }, entry.caseId);
  },
});

/** One turn of the outbox: the work that events have left to be done. */
export const outboxTurn =
  ({ store }: Wired, onFailure: (entry: OutboxEntry, error: unknown) => void) =>
  (casework: Casework): Promise<number> =>
    drainOutbox(store.outbox, handlersOf(casework, store.notifications), casework.environment.now, onFailure);
