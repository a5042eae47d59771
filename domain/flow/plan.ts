import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import { evaluate } from '../logic/evaluate.ts';
import { presentStage, reviewBeganAt } from '../stay/review.ts';
import { addElapsed, type CalendarDate, type Instant, millisecondsBetween } from '../time/instant.ts';
import { caseFacts } from './caseFacts.ts';
import type { Flow, FlowStep } from './flow.ts';

export type OpenStep = {
  readonly stepId: string;
  readonly title: string;
  readonly role: Role;
  readonly dueAt?: Instant;
};

/** The flow for what is open now: the first that names its stage and line of business. */
export const flowFor = (flows: readonly Flow[], c: Case): Flow | undefined => {
  const stage = presentStage(c);
  return flows.find(
    (f) =>
      f.appliesTo.reviewTypes.includes(stage) &&
      (f.appliesTo.linesOfBusiness === 'all' ||
        f.appliesTo.linesOfBusiness.includes(c.request.coverage.lineOfBusiness)),
  );
};

const dueAt = (step: FlowStep, c: Case, deadline: Instant | undefined): Instant | undefined => {
  if (step.dueAtShare === undefined || deadline === undefined) return undefined;
  const began = reviewBeganAt(c);
  const seconds = Math.max(0, millisecondsBetween(began, deadline) / 1000);
  return addElapsed(began, { seconds: Math.floor(seconds * step.dueAtShare) });
};

/**
 * What is to be done next, by whom and by when. Pure: the same case, flow and earliest hard deadline give the same steps.
 * A step whose condition is unknown is not open; it never stops another.
 */
export const plan = (flow: Flow, c: Case, earliestDeadline: Instant | undefined): readonly OpenStep[] => {
  const facts = caseFacts(c);
  const context = { today: c.lastEventAt.slice(0, 10) as CalendarDate };
  return flow.steps
    .filter((step) => evaluate(step.when, facts, context).truth === 'met')
    .map((step) => {
      const due = dueAt(step, c, earliestDeadline);
      return { stepId: step.id, title: step.title, role: step.role, ...(due ? { dueAt: due } : {}) };
    });
};
