import type { Appeals } from '@openum/casework/port/appeals.ts';
import type { Arrivals } from '@openum/casework/port/arrivals.ts';
import type { AuditSamples } from '@openum/casework/port/auditSamples.ts';
import type { CaseNews } from '@openum/casework/port/caseNews.ts';
import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Census } from '@openum/casework/port/census.ts';
import type { ClockList } from '@openum/casework/port/clockList.ts';
import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { DocumentPages } from '@openum/casework/port/documentPages.ts';
import type { Episodes } from '@openum/casework/port/episodes.ts';
import type { ExtractedPages } from '@openum/casework/port/extractedPages.ts';
import type { GuestLinks } from '@openum/casework/port/guestLinks.ts';
import type { Identity } from '@openum/casework/port/identity.ts';
import type { Letters } from '@openum/casework/port/letters.ts';
import type { ModelLog } from '@openum/casework/port/modelLog.ts';
import type { ModelSwitches } from '@openum/casework/port/modelSwitches.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { Outbox } from '@openum/casework/port/outbox.ts';
import type { OwnCriteriaLog } from '@openum/casework/port/ownCriteria.ts';
import type { PagePictures } from '@openum/casework/port/pagePictures.ts';
import type { PayerCards } from '@openum/casework/port/payerCards.ts';
import type { PayerExchanges } from '@openum/casework/port/payerExchanges.ts';
import type { PayerFiles } from '@openum/casework/port/payerFiles.ts';
import type { Physicians } from '@openum/casework/port/physicians.ts';
import type { PlanStamps } from '@openum/casework/port/planStamps.ts';
import type { PracticeArrivals } from '@openum/casework/port/practiceArrivals.ts';
import type { PracticeGrants } from '@openum/casework/port/practiceGrants.ts';
import type { PracticeImports } from '@openum/casework/port/practiceImports.ts';
import type { PracticeRegister } from '@openum/casework/port/practiceRegister.ts';
import type { PracticeReminders } from '@openum/casework/port/practiceReminders.ts';
import type { RatingSets } from '@openum/casework/port/ratingSets.ts';
import type { ReadLog } from '@openum/casework/port/readLog.ts';
import type { Register } from '@openum/casework/port/register.ts';
import type { Replays } from '@openum/casework/port/replays.ts';
import type { ReportingLines } from '@openum/casework/port/reportingLines.ts';
import type { Reports } from '@openum/casework/port/reports.ts';
import type { Routing } from '@openum/casework/port/routing.ts';
import type { SavedFilters } from '@openum/casework/port/savedFilters.ts';
import type { Suggestions } from '@openum/casework/port/suggestions.ts';
import type { Visits } from '@openum/casework/port/visits.ts';
import type { WorkList } from '@openum/casework/port/workList.ts';
import { createAppeals } from './appeal/appeals.ts';
import { createReportingLines } from './appeal/reportingLines.ts';
import { createArrivals } from './arrival/arrivals.ts';
import { createAuditSamples } from './audit/auditSamples.ts';
import { createCaseStore } from './case/caseStore.ts';
import { createCensus } from './census/census.ts';
import { createClockList } from './clock/clockList.ts';
import { database } from './connection/database.ts';
import { createPool, type StoreOptions } from './connection/pool.ts';
import { createRatingSets } from './consistency/ratingSets.ts';
import { createOwnCriteria } from './criteria/ownCriteria.ts';
import { createPlanStamps } from './criteria/planStamps.ts';
import { createDialLog } from './dial/dialLog.ts';
import { createDocumentPages } from './document/documentPages.ts';
import { createPagePictures } from './document/pagePictures.ts';
import { createExtractedPages } from './extraction/extractedPages.ts';
import { createGuestLinks } from './guestLink/guestLinks.ts';
import { createIdentity } from './identity/identity.ts';
import { createLetters } from './letters/letters.ts';
import { createHints } from './live/hints.ts';
import { createLiveFeed, type ListeningFeed } from './live/liveFeed.ts';
import { createCaseNews } from './notification/caseNews.ts';
import { createNotifications } from './notification/notifications.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPayerCards } from './payer/payerCards.ts';
import { createPayerExchanges } from './payer/payerExchanges.ts';
import { createPhysicians } from './physician/physicians.ts';
import { createPracticeArrivals } from './practice/arrivals.ts';
import { createEpisodes } from './practice/episodes.ts';
import { createPracticeGrants } from './practice/grants.ts';
import { createPracticeImports } from './practice/imports.ts';
import { createPayerFiles } from './practice/payerFiles.ts';
import { createPracticeRegister } from './practice/register.ts';
import { createPracticeReminders } from './practice/reminders.ts';
import { createReadLog } from './readlog/readLog.ts';
import { createRegister } from './register/register.ts';
import { createReplays } from './replay/replays.ts';
import { createReports } from './report/reports.ts';
import { createRouting } from './routing/routing.ts';
import { createSavedFilters } from './savedFilter/savedFilters.ts';
import { createModelLog } from './suggestion/modelLog.ts';
import { createModelSwitches } from './suggestion/modelSwitches.ts';
import { createSuggestions } from './suggestion/suggestions.ts';
import { createVisits } from './visit/visits.ts';
import { createWorkList } from './worklist/workList.ts';

export type Store = {
  readonly cases: CaseStore;
  readonly workList: WorkList;
  readonly appeals: Appeals;
  readonly reportingLines: ReportingLines;
  readonly census: Census;
  readonly arrivals: Arrivals;
  readonly register: Register;
  readonly identity: Identity;
  readonly readLog: ReadLog;
  readonly guestLinks: GuestLinks;
  readonly letters: Letters;
  readonly ownCriteria: OwnCriteriaLog;
  readonly planStamps: PlanStamps;
  readonly replays: Replays;
  readonly documentPages: DocumentPages;
  readonly pagePictures: PagePictures;
  readonly extractedPages: ExtractedPages;
  readonly outbox: Outbox;
  readonly clockList: ClockList;
  readonly notifications: Notifications;
  readonly reports: Reports;
  readonly auditSamples: AuditSamples;
  readonly ratingSets: RatingSets;
  readonly dialLog: DialLog;
  readonly savedFilters: SavedFilters;
  readonly caseNews: CaseNews;
  readonly physicians: Physicians;
  readonly payerCards: PayerCards;
  readonly payerExchanges: PayerExchanges;
  readonly payerFiles: PayerFiles;
  readonly routing: Routing;
  readonly visits: Visits;
  readonly episodes: Episodes;
  readonly practiceRegister: PracticeRegister;
  readonly practiceReminders: PracticeReminders;
  readonly practiceArrivals: PracticeArrivals;
  readonly practiceImports: PracticeImports;
  readonly practiceGrants: PracticeGrants;
  readonly suggestions: Suggestions;
  readonly modelLog: ModelLog;
  readonly modelSwitches: ModelSwitches;
  readonly live: ListeningFeed;
  /** Resolves when the database answers; for a readiness check. */
  ping(): Promise<void>;
  /** Waits for what is on its way and closes all connections. */
  close(): Promise<void>;
};

/** Every port on one PostgreSQL database, whose schema `migrate` has brought up to date. Connections are made when needed. */
export const createStore = (given: StoreOptions | string): Store => {
  const options = typeof given === 'string' ? { url: given } : given;
  const pool = createPool(options);
  const db = database(pool);
  const hints = createHints(db);
  const live = createLiveFeed(options.url, options.applicationName ?? 'openum');
  return {
    cases: createCaseStore(db, hints),
    workList: createWorkList(db),
    appeals: createAppeals(db),
    reportingLines: createReportingLines(db),
    census: createCensus(db),
    arrivals: createArrivals(db),
    register: createRegister(db),
    identity: createIdentity(db),
    readLog: createReadLog(db),
    guestLinks: createGuestLinks(db),
    letters: createLetters(db),
    ownCriteria: createOwnCriteria(db),
    planStamps: createPlanStamps(db),
    replays: createReplays(db),
    documentPages: createDocumentPages(db),
    pagePictures: createPagePictures(db),
    extractedPages: createExtractedPages(db),
    outbox: createOutbox(db),
    clockList: createClockList(db),
    notifications: createNotifications(db),
    reports: createReports(db),
    auditSamples: createAuditSamples(db),
    ratingSets: createRatingSets(db),
    dialLog: createDialLog(db),
    savedFilters: createSavedFilters(db),
    caseNews: createCaseNews(db),
    physicians: createPhysicians(db),
    payerCards: createPayerCards(db),
    payerExchanges: createPayerExchanges(db),
    payerFiles: createPayerFiles(db),
    routing: createRouting(db),
    visits: createVisits(db),
    episodes: createEpisodes(db),
    practiceRegister: createPracticeRegister(db),
    practiceReminders: createPracticeReminders(db),
    practiceArrivals: createPracticeArrivals(db),
    practiceImports: createPracticeImports(db),
    practiceGrants: createPracticeGrants(db),
    suggestions: createSuggestions(db),
    modelLog: createModelLog(db),
    modelSwitches: createModelSwitches(db),
    live,
    ping: async () => {
      await db.call({ sql: 'select 1', parameters: [] });
    },
    close: async () => {
      await hints.settled();
      await live.close();
      await pool.end();
    },
  };
};
