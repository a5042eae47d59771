import type { Identity } from '@openum/casework/port/identity.ts';
import type { PagePictures } from '@openum/casework/port/pagePictures.ts';
import { type AppealPorts, appealContract } from './appealContract.ts';
import { type ArrivalPorts, arrivalContract } from './arrivalContract.ts';
import { type AuditPorts, auditSampleContract } from './auditSampleContract.ts';
import { caseNewsContract, type NewsPorts } from './caseNewsContract.ts';
import { caseReportContract } from './caseReportContract.ts';
import { caseStoreContract, type Fresh } from './caseStoreContract.ts';
import { type CensusPorts, censusContract } from './censusContract.ts';
import { type ClockListPorts, clockListContract } from './clockListContract.ts';
import { type DialPorts, dialLogContract } from './dialLogContract.ts';
import { type DocumentPagePorts, documentPageContract } from './documentPageContract.ts';
import { type EpisodePorts, episodeContract } from './episodeContract.ts';
import { type ExtractedPagePorts, extractedPageContract } from './extractedPageContract.ts';
import { guardRailContract } from './guardRailContract.ts';
import { type GuestLinkPorts, guestLinkContract } from './guestLinkContract.ts';
import { identityContract } from './identityContract.ts';
import { type LetterPorts, letterContract } from './letterContract.ts';
import { messageContract } from './messageContract.ts';
import { notificationContract } from './notificationContract.ts';
import { type OutboxPorts, outboxContract } from './outboxContract.ts';
import { type OwnCriteriaPorts, ownCriteriaContract } from './ownCriteriaContract.ts';
import { pagePictureContract } from './pagePictureContract.ts';
import { type PayerPorts, payerContract } from './payerContract.ts';
import { type PayerFilePorts, payerFileContract } from './payerFileContract.ts';
import { type PhysicianPorts, physicianContract } from './physicianContract.ts';
import { type PlanStampPorts, planStampContract } from './planStampContract.ts';
import { type PracticeArrivalPorts, practiceArrivalContract } from './practiceArrivalContract.ts';
import { type PracticeGrantPorts, practiceGrantContract } from './practiceGrantContract.ts';
import { type PracticeImportPorts, practiceImportContract } from './practiceImportContract.ts';
import { type PracticeRegisterPorts, practiceRegisterContract } from './practiceRegisterContract.ts';
import { type PracticeReminderPorts, practiceReminderContract } from './practiceReminderContract.ts';
import { type RatingPorts, ratingSetContract } from './ratingSetContract.ts';
import { readLogContract } from './readLogContract.ts';
import { registerContract } from './registerContract.ts';
import { type ReplayPorts, replayContract } from './replayContract.ts';
import { type ReportPorts, reportContract } from './reportContract.ts';
import { type RoutingPorts, routingContract } from './routingContract.ts';
import { type SavedFilterPorts, savedFilterContract } from './savedFilterContract.ts';
import { type SuggestionPorts, suggestionContract } from './suggestionContract.ts';
import { type TenantPorts, tenantContract } from './tenantContract.ts';
import { type VisitPorts, visitContract } from './visitContract.ts';
import { workListContract } from './workListContract.ts';

export type StorePorts = TenantPorts &
  ArrivalPorts &
  RoutingPorts &
  CensusPorts &
  AppealPorts &
  OutboxPorts &
  GuestLinkPorts &
  LetterPorts &
  ClockListPorts &
  ReportPorts &
  AuditPorts &
  RatingPorts &
  DialPorts &
  SavedFilterPorts &
  SuggestionPorts &
  NewsPorts &
  PhysicianPorts &
  PayerFilePorts &
  PayerPorts &
  EpisodePorts &
  DocumentPagePorts &
  ExtractedPagePorts &
  OwnCriteriaPorts &
  PlanStampPorts &
  ReplayPorts &
  PracticeRegisterPorts &
  PracticeReminderPorts &
  PracticeImportPorts &
  PracticeGrantPorts &
  PracticeArrivalPorts &
  VisitPorts & { readonly identity: Identity; readonly pagePictures: PagePictures };

/** All that casework needs from a store. `store` is called inside of tests only. */
export const storeContract = (name: string, store: () => StorePorts, fresh: Fresh<string>): void => {
  caseStoreContract(name, () => store().cases, fresh);
  messageContract(name, () => store().cases, fresh);
  guardRailContract(name, () => store().cases, fresh);
  workListContract(name, store, fresh);
  censusContract(name, store, fresh);
  appealContract(name, store, fresh);
  arrivalContract(name, store, fresh);
  routingContract(name, store, fresh);
  registerContract(name, () => store().register, fresh);
  identityContract(name, () => store().identity, fresh);
  readLogContract(name, () => store().readLog, fresh);
  outboxContract(name, store, fresh);
  clockListContract(name, store, fresh);
  notificationContract(name, store, fresh);
  guestLinkContract(name, store, fresh);
  letterContract(name, store, fresh);
  reportContract(name, store, fresh);
  caseReportContract(name, store, fresh);
  auditSampleContract(name, store, fresh);
  ratingSetContract(name, store, fresh);
  dialLogContract(name, store, fresh);
  savedFilterContract(name, store, fresh);
  suggestionContract(name, store, fresh);
  caseNewsContract(name, store, fresh);
  physicianContract(name, store, fresh);
  visitContract(name, store, fresh);
  documentPageContract(name, store, fresh);
  pagePictureContract(name, () => store().pagePictures, fresh);
  extractedPageContract(name, store, fresh);
  ownCriteriaContract(name, store, fresh);
  planStampContract(name, store, fresh);
  replayContract(name, store, fresh);
  payerContract(name, store, fresh);
  payerFileContract(name, store, fresh);
  episodeContract(name, store, fresh);
  practiceRegisterContract(name, store, fresh);
  practiceReminderContract(name, store, fresh);
  practiceImportContract(name, store, fresh);
  practiceGrantContract(name, store, fresh);
  practiceArrivalContract(name, store, fresh);
  tenantContract(name, store, fresh);
};
