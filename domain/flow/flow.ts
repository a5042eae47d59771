import type { Role } from '../actor/actor.ts';
import type { LineOfBusiness, ReviewType } from '../case/request.ts';
import type { Condition } from '../logic/condition.ts';

/** One step of a flow: who has it on the desk while its condition holds, and by when. */
export type FlowStep = {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  /** Over the facts of `caseFacts`. The step is open while this is met. */
  readonly when: Condition;
  /** Share of the time from receipt to the earliest hard deadline that may be used up to here: 0.5 is half way. */
  readonly dueAtShare?: number;
};

/** Who does what next, as data. A flow routes; what is lawful is decided by the case alone. */
export type Flow = {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly appliesTo: {
    readonly reviewTypes: readonly ReviewType[];
    readonly linesOfBusiness: 'all' | readonly LineOfBusiness[];
  };
  readonly effectiveFrom: string;
  readonly steps: readonly FlowStep[];
};
