import type { Knowledge } from './knowledge/knowledge.ts';
import type { Appeals } from './port/appeals.ts';
import type { Arrivals } from './port/arrivals.ts';
import type { AuditSamples } from './port/auditSamples.ts';
import type { CaseNews } from './port/caseNews.ts';
import type { CaseStore } from './port/caseStore.ts';
import type { Census } from './port/census.ts';
import type { Environment, NoticeRenderer } from './port/environment.ts';
import type { Episodes } from './port/episodes.ts';
import type { GuestLinks } from './port/guestLinks.ts';
import type { Identity } from './port/identity.ts';
import type { Letters } from './port/letters.ts';
import type { Mailer } from './port/mailer.ts';
import type { PayerCards } from './port/payerCards.ts';
import type { PayerExchanges } from './port/payerExchanges.ts';
import type { PayerLines } from './port/payerLines.ts';
import type { Physicians } from './port/physicians.ts';
import type { PracticeRegister } from './port/practiceRegister.ts';
import type { ReadLog } from './port/readLog.ts';
import type { Register } from './port/register.ts';
import type { ReportingLines } from './port/reportingLines.ts';
import type { Reports } from './port/reports.ts';
import type { Routing } from './port/routing.ts';
import type { SavedFilters } from './port/savedFilters.ts';
import type { Visits } from './port/visits.ts';
import type { WorkList } from './port/workList.ts';

/** Everything that the use cases need, put together once by the composition root (or by a test, with fakes). */
export type Casework = {
  readonly cases: CaseStore;
  readonly workList: WorkList;
  readonly census: Census;
  readonly reports: Reports;
  readonly auditSamples: AuditSamples;
  readonly savedFilters: SavedFilters;
  readonly caseNews: CaseNews;
  readonly appeals: Appeals;
  readonly reportingLines: ReportingLines;
  readonly arrivals: Arrivals;
  readonly register: Register;
  readonly identity: Identity;
  readonly readLog: ReadLog;
  readonly guestLinks: GuestLinks;
  readonly routing: Routing;
  readonly visits: Visits;
  readonly physicians: Physicians;
  readonly payerCards: PayerCards;
  readonly payerExchanges: PayerExchanges;
  /** Absent: no electronic line leads from this installation to a payer. */
  readonly payerLines?: PayerLines;
  readonly letters: Letters;
  readonly episodes: Episodes;
  readonly practiceRegister: PracticeRegister;
  readonly environment: Environment;
  readonly renderer: NoticeRenderer;
  /** Absent: this installation has no mail server, and nothing is sent by e-mail or fax. */
  readonly mailer?: Mailer;
  readonly knowledge: Knowledge;
};
