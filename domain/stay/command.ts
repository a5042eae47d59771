import type { AttachedDocument } from '../case/event.ts';
import type { Stay } from '../case/request.ts';
import type { StartedClock } from '../clock/started.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import type { Instant } from '../time/instant.ts';
import type {
  AdmissionCorrection,
  ClinicalUpdate,
  ContinuedStayRequest,
  Discharge,
  TransitionAssessment,
  UpdateChase,
} from './event.ts';

export type StayCommand =
  | { readonly type: 'BeginStay'; readonly stay: Stay }
  | ({ readonly type: 'CorrectAdmission'; readonly reason: string } & AdmissionCorrection)
  | { readonly type: 'CancelAdmission'; readonly reason: string }
  | ({
      readonly type: 'RequestContinuedStay';
      readonly documents: readonly AttachedDocument[];
      /** They wait for the new lines alone. */
      readonly clocks: readonly StartedClock[];
      readonly facts: readonly Fact[];
      readonly evaluations: readonly Evaluation[];
    } & Omit<ContinuedStayRequest, 'documentIds'>)
  | ({ readonly type: 'RecordClinicalUpdate'; readonly documents: readonly AttachedDocument[] } & Omit<
      ClinicalUpdate,
      'documentIds'
    >)
  | ({ readonly type: 'ChaseClinicalUpdate' } & UpdateChase)
  | {
      readonly type: 'ChangeLevelOfCare';
      readonly to: string;
      readonly effectiveAt: Instant;
      readonly reason: string;
    }
  | ({ readonly type: 'AssessTransition' } & TransitionAssessment)
  /** The first time; a later one corrects it and says why. */
  | ({ readonly type: 'RecordDischarge'; readonly reason?: string } & Discharge)
  | { readonly type: 'CancelDischarge'; readonly reason: string };
