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
import type { LiveFeed, Outbox } from '@openum/casework/port/outbox.ts';
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
import { memoryAppeals, memoryReportingLines } from './appeals.ts';
import { memoryArrivals } from './arrivals.ts';
import { memoryAuditSamples } from './auditSamples.ts';
import { memoryCaseNews } from './caseNews.ts';
import { memoryCases } from './caseStore.ts';
import { memoryCensus } from './census.ts';
import { memoryClockList } from './clockList.ts';
import { memoryDialLog } from './dialLog.ts';
import { memoryDocumentPages } from './documentPages.ts';
import { memoryEpisodes } from './episodes.ts';
import { memoryExtractedPages } from './extractedPages.ts';
import { memoryGuestLinks } from './guestLinks.ts';
import { memoryIdentity } from './identity.ts';
import { memoryLetters } from './letters.ts';
import { memoryNotifications } from './notifications.ts';
import { memoryOutbox } from './outbox.ts';
import { memoryOwnCriteria } from './ownCriteria.ts';
import { memoryPagePictures } from './pagePictures.ts';
import { memoryPayerCards } from './payerCards.ts';
import { memoryPayerExchanges } from './payerExchanges.ts';
import { memoryPayerFiles } from './payerFiles.ts';
import { memoryPhysicians } from './physicians.ts';
import { memoryPlanStamps } from './planStamps.ts';
import { memoryPracticeArrivals } from './practiceArrivals.ts';
import { memoryPracticeGrants } from './practiceGrants.ts';
import { memoryPracticeImports } from './practiceImports.ts';
import { memoryPracticeRegister } from './practiceRegister.ts';
import { memoryPracticeReminders } from './practiceReminders.ts';
import { memoryRatingSets } from './ratingSets.ts';
import { memoryReadLog } from './readLog.ts';
import { memoryRegister } from './register.ts';
import { memoryReplays } from './replays.ts';
import { memoryReports } from './reports.ts';
import { memoryRouting } from './routing.ts';
import { memorySavedFilters } from './savedFilters.ts';
import { memoryModelLog, memoryModelSwitches, memorySuggestions } from './suggestions.ts';
import { memoryVisits } from './visits.ts';
import { memoryWorkList } from './workList.ts';

export type MemoryStore = {
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
  readonly live: LiveFeed;
};

/** Every port without a database. It passes the same contract suites as PostgreSQL. */
export const memoryStore = (): MemoryStore => {
  const { outbox, enqueue } = memoryOutbox();
  const { cases, live, rowsOf, messagesOf } = memoryCases(enqueue);
  const notifications = memoryNotifications(rowsOf);
  const identity = memoryIdentity();
  const episodes = memoryEpisodes(enqueue);
  const modelLog = memoryModelLog();
  const ownCriteria = memoryOwnCriteria();
  const dialLog = memoryDialLog(cases, rowsOf);
  return {
    cases,
    live,
    outbox,
    clockList: memoryClockList(cases, rowsOf, notifications),
    notifications,
    physicians: memoryPhysicians(cases, rowsOf),
    routing: memoryRouting(rowsOf),
    payerCards: memoryPayerCards(),
    payerExchanges: memoryPayerExchanges(),
    payerFiles: memoryPayerFiles(),
    visits: memoryVisits(),
    suggestions: memorySuggestions(cases, rowsOf, modelLog),
    modelLog,
    modelSwitches: memoryModelSwitches(),
    episodes,
    practiceRegister: memoryPracticeRegister(),
    practiceReminders: memoryPracticeReminders(episodes),
    practiceArrivals: memoryPracticeArrivals(),
    practiceImports: memoryPracticeImports(),
    practiceGrants: memoryPracticeGrants(identity),
    reports: memoryReports(cases, rowsOf),
    auditSamples: memoryAuditSamples(rowsOf),
    ratingSets: memoryRatingSets(rowsOf),
    dialLog,
    savedFilters: memorySavedFilters(),
    caseNews: memoryCaseNews(cases, rowsOf),
    workList: memoryWorkList(rowsOf),
    appeals: memoryAppeals(rowsOf),
    reportingLines: memoryReportingLines(),
    census: memoryCensus(rowsOf),
    arrivals: memoryArrivals(messagesOf, rowsOf),
    register: memoryRegister(),
    identity,
    readLog: memoryReadLog(),
    guestLinks: memoryGuestLinks(),
    letters: memoryLetters(),
    ownCriteria,
    planStamps: memoryPlanStamps(ownCriteria, dialLog),
    replays: memoryReplays(cases, rowsOf),
    documentPages: memoryDocumentPages(),
    pagePictures: memoryPagePictures(),
    extractedPages: memoryExtractedPages(),
  };
};
