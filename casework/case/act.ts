import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { ItemDecision } from '@openum/domain/case/command.ts';
import type { Coding, Quantity, Urgency } from '@openum/domain/case/request.ts';
import type { DocumentKind } from '@openum/domain/checklist/kind.ts';
import type { Duration } from '@openum/domain/clock/rule.ts';
import type { PageRange } from '@openum/domain/document/part.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { AppealAct } from '../appeal/act.ts';
import type { CaseManagementAct } from '../caseManagement/act.ts';
import type { Casework } from '../casework.ts';
import type { CoverageEndAct } from '../coverageEnd/act.ts';
import type { DeliveryAct } from '../delivery/act.ts';
import type { GivenPlace } from '../document/quote.ts';
import type { ExtractionAct } from '../extraction/act.ts';
import type { Part2Act } from '../part2/act.ts';
import type { PeerToPeerAct } from '../peerToPeer/act.ts';
import type { PhysicianAct } from '../physician/act.ts';
import type { Tenant } from '../port/identity.ts';
import type { ReopeningAct } from '../reopening/act.ts';
import type { StayAct } from '../stay/act.ts';
import type { SuggestionAct } from '../suggestion/act.ts';
import type { GivenCall } from '../urgency/told.ts';

export type GivenAuthorized = {
  readonly service: Coding;
  readonly quantity?: Quantity | undefined;
  readonly period: { readonly start: string; readonly end?: string | undefined };
  /** Present where another level of care is granted than was asked for. */
  readonly levelOfCare?: string | undefined;
};

export type GivenFact = {
  readonly key: string;
  readonly value: Fact['value'];
  readonly at?: string | undefined;
  readonly qualifiers?: Readonly<Record<string, string>> | undefined;
  readonly basis: string;
  /** Where it stands in a document. */
  readonly place?: GivenPlace | undefined;
};

type Adverse = Exclude<ItemDecision, { outcome: 'approved' }>;

/** A law, coverage determination, policy or guideline, by name, version or date, and place. */
export type CitedCriteria = { readonly name: string; readonly version: string; readonly citation: string };

/** A decision as a person writes it: without the numbers and times that the system adds. */
export type GivenDecision =
  | {
      readonly outcome: 'approved';
      readonly itemSequence: number;
      readonly authorized: GivenAuthorized;
      readonly rationale?: string | undefined;
    }
  | ({
      readonly outcome: Adverse['outcome'];
      readonly authorized?: GivenAuthorized | undefined;
      readonly alternatives?: string | undefined;
      /** What the physician applied, where the product holds no criteria for the service. */
      readonly criteriaCited?: CitedCriteria | undefined;
    } & Pick<Adverse, 'itemSequence' | 'reasonClass' | 'reasonCodes' | 'rationale' | 'memberRationale'>);

/** What a signed-in person may ask for on a case. Rules, criteria, numbers and the log of what they read are added here. */
export type Act =
  | { readonly type: 'Claim' }
  | { readonly type: 'Release'; readonly reason?: string | undefined }
  | { readonly type: 'RemindOwner'; readonly text: string }
  | { readonly type: 'Assign'; readonly toUserId: string; readonly reason?: string | undefined }
  | {
      readonly type: 'SetUrgency';
      readonly urgency: Urgency;
      readonly basis: string;
      readonly attested: boolean;
      /** Of a refusal to expedite. */
      readonly told?: GivenCall | undefined;
    }
  | {
      readonly type: 'RecordFacts';
      readonly facts: readonly GivenFact[];
      readonly replaces?: readonly string[] | undefined;
    }
  | { readonly type: 'EvaluateCriteria' }
  | {
      readonly type: 'ExtendClock';
      readonly clockId: string;
      readonly ground: string;
      readonly by?: Duration | undefined;
      readonly reason: string;
    }
  | {
      readonly type: 'RequestInformation';
      readonly items: readonly {
        readonly text: string;
        readonly itemSequence?: number | undefined;
        readonly leafPath?: string | undefined;
      }[];
      readonly message?: string | undefined;
      readonly dueAt: string;
    }
  | {
      readonly type: 'ReceiveInformation';
      readonly requestId: string;
      readonly summary: string;
      readonly facts: readonly GivenFact[];
    }
  | {
      readonly type: 'CompleteReview';
      readonly outcome: 'approve';
      readonly summary: string;
      readonly items: readonly { readonly itemSequence: number; readonly authorized: GivenAuthorized }[];
    }
  | {
      readonly type: 'CompleteReview';
      readonly outcome: 'refer';
      readonly summary: string;
      readonly itemSequences: readonly number[];
      readonly specialty?: string | undefined;
    }
  | {
      readonly type: 'DetermineItems';
      readonly decisions: readonly GivenDecision[];
      readonly attestation: { readonly noConflictOfInterest: boolean; readonly reviewedRecord: boolean };
    }
  | { readonly type: 'Withdraw'; readonly requestedBy: string; readonly reason: string }
  | { readonly type: 'Void'; readonly reason: string; readonly duplicateOfCaseId?: string | undefined }
  | { readonly type: 'CorrectReceipt'; readonly receivedAt: string; readonly reason: string }
  | { readonly type: 'AddNote'; readonly text: string }
  | { readonly type: 'RuleOutDuplicate'; readonly ofCaseId: string; readonly reason: string }
  | {
      readonly type: 'SetDocumentKind';
      readonly documentId: string;
      readonly kind: DocumentKind;
      readonly pages?: PageRange | undefined;
    }
  | { readonly type: 'RouteAgain'; readonly reason?: string | undefined }
  | StayAct
  | ExtractionAct
  | SuggestionAct
  | Part2Act
  | ReopeningAct
  | CaseManagementAct
  | CoverageEndAct
  | PhysicianAct
  | DeliveryAct
  | AppealAct
  | PeerToPeerAct;

export type Acting = {
  readonly casework: Casework;
  readonly tenant: Tenant;
  readonly actor: PersonActor;
  readonly now: Instant;
  /** The practice of a person who acts from outside the tenant. */
  readonly onBehalfOf?: string;
};
