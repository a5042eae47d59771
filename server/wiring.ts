import type { Casework } from '@openum/casework/casework.ts';
import { sendLetters } from '@openum/casework/delivery/send.ts';
import { readDocuments } from '@openum/casework/document/read.ts';
import { extractFacts } from '@openum/casework/extraction/extract.ts';
import { loadKnowledge } from '@openum/casework/knowledge/load.ts';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { FileLines } from '@openum/casework/port/fileLines.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { OutboxEntry } from '@openum/casework/port/outbox.ts';
import { readEpisodeDocuments } from '@openum/casework/practice/document/shelf.ts';
import { askAfterReading } from '@openum/casework/suggestion/afterReading.ts';
import { createPayerLines, type PayerLine } from '@openum/http/payer/lines.ts';
import { printBundle } from '@openum/jobs/bundle/print.ts';
import { createSmtpMailer } from '@openum/jobs/delivery/smtp.ts';
import { defaultLimits } from '@openum/jobs/document/limits.ts';
import { createDocumentReader } from '@openum/jobs/document/reader.ts';
import { bindLetters } from '@openum/jobs/letters/bind.ts';
import { createLanguageModel } from '@openum/jobs/model/languageModel.ts';
import { renderHtml } from '@openum/jobs/notice/html.ts';
import { createNoticeRenderer } from '@openum/jobs/notice/render.ts';
import { drainOutbox, type OutboxHandlers } from '@openum/jobs/outbox/drain.ts';
import { printOwnerReport } from '@openum/jobs/ownerReport/print.ts';
import { watchCase } from '@openum/jobs/physician/watch.ts';
import { createStore, type Store } from '@openum/store/index.ts';
import type { Config } from './config.ts';
import { systemEnvironment } from './environment.ts';

export type Wired = { readonly store: Store; readonly casework: Casework };

/** Puts the ports together. The only place that knows which implementation stands behind which. */
export const wire = (
  databaseUrl: string,
  applicationName: string,
  mail?: Config['mail'],
  payerLines?: () => readonly PayerLine[],
  documents?: Config['documents'],
  model?: Config['model'],
  fileLines?: FileLines,
): Wired => {
  const store = createStore({ url: databaseUrl, applicationName });
  const render = createNoticeRenderer();
  const environment = systemEnvironment();
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
      ratingSets: store.ratingSets,
      dialLog: store.dialLog,
      savedFilters: store.savedFilters,
      suggestions: store.suggestions,
      modelLog: store.modelLog,
      modelSwitches: store.modelSwitches,
      caseNews: store.caseNews,
      arrivals: store.arrivals,
      register: store.register,
      identity: store.identity,
      readLog: store.readLog,
      guestLinks: store.guestLinks,
      letters: store.letters,
      ownCriteria: store.ownCriteria,
      planStamps: store.planStamps,
      replays: store.replays,
      documentPages: store.documentPages,
      pagePictures: store.pagePictures,
      extractedPages: store.extractedPages,
      documentReader: createDocumentReader({ ...defaultLimits, ...documents }),
      routing: store.routing,
      visits: store.visits,
      episodes: store.episodes,
      practiceRegister: store.practiceRegister,
      practiceReminders: store.practiceReminders,
      practiceArrivals: store.practiceArrivals,
      practiceImports: store.practiceImports,
      practiceGrants: store.practiceGrants,
      physicians: store.physicians,
      payerCards: store.payerCards,
      payerExchanges: store.payerExchanges,
      payerFiles: store.payerFiles,
      ...(fileLines ? { fileLines } : {}),
      ...(payerLines ? { payerLines: createPayerLines(payerLines, environment.newId) } : {}),
      environment,
      ownerReportPrinter: printOwnerReport,
      bundlePrinter: printBundle,
      renderer: { render, html: renderHtml, bind: bindLetters },
      ...(model ? { languageModel: createLanguageModel(model) } : {}),
      ...(mail ? { mailer: createSmtpMailer(mail) } : {}),
      knowledge: loadKnowledge(),
    },
  };
};

/** A piece of reading; letters that wait behind it in the outbox are due within days, and an entry's lease is a minute. */
const readMilliseconds = 5000;

const handlersOf = (casework: Casework, notifications: Notifications): OutboxHandlers => ({
  'physician.due': async (entry) => {
    await watchCase({ casework, notifications }, { tenantId: entry.tenantId }, entry.caseId);
    return undefined;
  },
  'letters.send': async (entry) => {
    await sendLetters(casework, { tenantId: entry.tenantId }, entry.caseId, entry.attempts);
    return undefined;
  },
  'documents.read': async (entry) => {
    const scope = { tenantId: entry.tenantId };
    const unread = await readDocuments(casework, scope, entry.caseId, readMilliseconds);
    const again = unread ?? (await extractFacts(casework, scope, entry.caseId, readMilliseconds));
    if (!again) await askAfterReading(casework, scope, entry.caseId);
    return again;
  },
  'episodeDocuments.read': (entry) =>
    readEpisodeDocuments(casework, { tenantId: entry.tenantId }, entry.caseId, readMilliseconds),
  'notices.due': async (entry) => {
    await issueNotices(casework, { tenantId: entry.tenantId }, entry.caseId);
    return undefined;
  },
});

/** One turn of the outbox: the work that events have left to be done. */
export const outboxTurn =
  ({ store }: Wired, onFailure: (entry: OutboxEntry, error: unknown) => void, instead: Partial<OutboxHandlers> = {}) =>
  (casework: Casework): Promise<number> =>
    drainOutbox(
      store.outbox,
      { ...handlersOf(casework, store.notifications), ...instead },
      casework.environment.now,
      onFailure,
    );
