import type { AdmissionKnowledge } from '@openum/content/admission/load.ts';
import type { ReconsiderationRule } from '@openum/content/appeal/load.ts';
import type { DiagnosisCode } from '@openum/content/code/diagnosis.ts';
import type { DeliveryContent } from '@openum/content/delivery/load.ts';
import type { InformationLinkPolicy } from '@openum/content/information/load.ts';
import type { TalkMails } from '@openum/content/peerToPeer/policy.ts';
import type { ReviewerRules } from '@openum/content/reviewer/load.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import type { Checklist } from '@openum/domain/checklist/checklist.ts';
import type { Calendars } from '@openum/domain/clock/calendar.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { Dial } from '@openum/domain/dial/dial.ts';
import type { DuplicateRules } from '@openum/domain/duplicate/duplicate.ts';
import type { FactCatalogue } from '@openum/domain/fact/catalogue.ts';
import type { Flow } from '@openum/domain/flow/flow.ts';
import type { SpecialtyGroups } from '@openum/domain/matching/demand.ts';
import type { MatchingPolicy } from '@openum/domain/matching/policy.ts';
import type { NoteKnowledge } from '@openum/domain/noteCheck/reader.ts';
import type { PeerToPeerPolicy } from '@openum/domain/peerToPeer/policy.ts';
import type { PeerToPeerRule } from '@openum/domain/peerToPeer/rule.ts';
import type { TaskPolicy } from '@openum/domain/practiceTask/policy.ts';
import type { ServiceCatalogue } from '@openum/domain/service/catalogue.ts';
import type { ReviewInterval } from '@openum/domain/stay/interval.ts';
import type { UrgencyRule } from '@openum/domain/urgency/triage.ts';
import type { NoticeKnowledge } from './notices.ts';

/** Everything that the product knows and that is no case: rules, criteria, catalogues, texts. Loaded once, never changed while it runs. */
export type Knowledge = {
  readonly turnaroundRules: readonly TurnaroundRule[];
  /** Throws when the table does not hold that version: a clock must not run on another rule than the one that started it. */
  readonly turnaroundRule: (ruleId: string, version: string) => TurnaroundRule;
  readonly calendars: Calendars;
  readonly criteriaSets: readonly CriteriaSet[];
  /** What the organization has settled about automatic approval; none where nobody has. */
  readonly dial: Dial;
  readonly facts: FactCatalogue;
  readonly services: ServiceCatalogue;
  readonly diagnoses: readonly DiagnosisCode[];
  readonly reviewerRules: ReviewerRules;
  readonly matchingPolicy: MatchingPolicy;
  readonly specialtyGroups: SpecialtyGroups;
  readonly peerToPeerRules: readonly PeerToPeerRule[];
  readonly peerToPeerPolicy: PeerToPeerPolicy;
  readonly talkMails: TalkMails;
  /** How long links to a request for information last, and the mail with them. */
  readonly informationLink: InformationLinkPolicy;
  /** The pace of a practice's own work. */
  readonly taskPolicy: TaskPolicy;
  readonly appealLevels: readonly AppealLevel[];
  readonly reconsiderationRules: readonly ReconsiderationRule[];
  readonly flows: readonly Flow[];
  /** What requests should come with. */
  readonly checklists: readonly Checklist[];
  readonly duplicateRules: DuplicateRules;
  readonly urgencyRules: readonly UrgencyRule[];
  readonly notices: NoticeKnowledge;
  readonly delivery: DeliveryContent;
  readonly admissions: AdmissionKnowledge;
  /** How often stays are reviewed. */
  readonly reviewIntervals: readonly ReviewInterval[];
  /** How notes are read before they go to a payer. */
  readonly noteCheck: NoteKnowledge;
};
