import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import type { RequestedItem } from '@openum/domain/case/request.ts';
import { type Case, type CaseState, noCase } from '@openum/domain/case/state.ts';
import { automaticOutcome } from '@openum/domain/criteria/automatic-outcome.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { referenceTo, treeFor, treeNameFor } from '@openum/domain/criteria/evaluate-item.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';
import type { Determination } from '@openum/domain/determination/determination.ts';
import { evaluate } from '@openum/domain/logic/evaluate.ts';
import type { NodeResult } from '@openum/domain/logic/result.ts';
import { type Answer, ageBand, type ReplayedLine } from '@openum/domain/replay/line.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { ageInYears, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { contextOf, criteriaFor, dialFor, lineFacts, recordedFacts, serviceDay } from '../criteria/read.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Candidates } from '../port/replays.ts';

/** A version as if it had always been in force, among the sets that it would have stood beside. */
export type Hypothesis = { readonly set: CriteriaSet; readonly knowledge: Knowledge };

const everSince = '0001-01-01' as CalendarDate;

export const asIfAlways = (text: CriteriaSet, knowledge: Knowledge): Hypothesis => {
  const { effectiveTo: _, ...rest } = text;
  const set: CriteriaSet = { ...rest, status: 'active', effectiveFrom: everSince };
  const others = knowledge.criteriaSets.filter((s) => s.id !== text.id);
  return { set, knowledge: { ...knowledge, criteriaSets: [...others, set] } };
};

/** Decided lines that a version can be about: of its services, and of those of the set that it comes from. */
export const candidatesOf = (
  text: CriteriaSet,
  { criteriaSets }: Knowledge,
  { decidedFrom, decidedBefore }: Pick<Candidates, 'decidedFrom' | 'decidedBefore'>,
): Candidates => {
  const base = criteriaSets.find((s) => s.id === text.basedOn?.setId);
  const services = [...text.appliesTo.services, ...(base?.appliesTo.services ?? [])].map((s) => s.code);
  return { services: [...new Set(services)], decidedFrom, decidedBefore };
};

export type Reread = { readonly result: NodeResult; readonly automatic: boolean };

/** One line read by the version, at a moment and on what the case held then. Undefined when the version is not for it. */
export const rereadLine = (
  c: Case,
  item: RequestedItem,
  at: Instant,
  { set, knowledge }: Hypothesis,
): Reread | undefined => {
  const { request } = c;
  const today = dateInZone(at, request.zone);
  if (criteriaFor(request, item, today, knowledge) !== set) return undefined;
  const given = recordedFacts(c.facts, request, c.documents);
  const facts = lineFacts(request, item, given, serviceDay(item, today), knowledge);
  const name = treeNameFor(set, item);
  const tree = treeFor(set, name, item.service.code);
  if (!tree) return undefined;
  const result = evaluate(tree, facts, contextOf(request, item, today));
  // What is said of each leaf is for people; a year of cases is read without it.
  const evaluation: Evaluation = {
    evaluationId: '',
    itemSequence: item.sequence,
    criteria: referenceTo(set),
    tree: name,
    truth: result.truth,
    leaves: [],
    evaluatedAt: at,
    wouldChange: [],
  };
  const outcome = automaticOutcome(evaluation, set, item, { today, facts, ...dialFor(knowledge.dial, set.id, today) });
  return { result, automatic: outcome.kind === 'approve' };
};

/** What the criteria had said of a line when it was decided. */
const answerThen = (c: Case, item: RequestedItem, by: Determination['by']): Answer | undefined => {
  const read = c.evaluations.findLast((e) => e.itemSequence === item.sequence);
  return read && { truth: read.truth, automatic: by.kind === 'rule' };
};

const groupsOf = (c: Case, item: RequestedItem, on: CalendarDate, knowledge: Knowledge): ReplayedLine['groups'] => {
  const { request } = c;
  const { member } = request;
  const service = serviceOf(knowledge.services, item.service);
  const facility = item.servicingProvider ?? request.stay?.facility ?? request.requestingProvider;
  return {
    lineOfBusiness: request.coverage.lineOfBusiness,
    age: ageBand(ageInYears(member.birthDate, on)),
    sex: member.sex,
    language: member.language ?? 'not recorded',
    service: service ? `${item.service.code} ${service.label}` : item.service.code,
    facility: facility.name,
  };
};

export type DecidedWithin = { readonly from: Instant; readonly before: Instant };

/**
 * The lines of a case that were first decided in a span of time, each read again by the version on the facts as they were known at
 * that decision. Lines that neither the version nor the set that it comes from is for are left out.
 */
export const replayCase = (
  events: readonly RecordedEvent[],
  hypothesis: Hypothesis,
  within: DecidedWithin,
): readonly ReplayedLine[] => {
  const { set, knowledge } = hypothesis;
  const related = new Set([set.id, ...(set.basedOn ? [set.basedOn.setId] : [])]);
  const lines: ReplayedLine[] = [];
  let c: CaseState = noCase;
  for (const e of events) {
    if (e.type === 'ItemDetermined' && c.kind === 'case') {
      const { itemSequence, decidedAt, outcome, by, onReview } = e.data;
      const before = c;
      const item = before.items.find((i) => i.sequence === itemSequence);
      const first = item && !item.determination && item.earlierDeterminations.length === 0 && !onReview;
      if (first && outcome !== 'notRequired' && decidedAt >= within.from && decidedAt < within.before) {
        const reread = rereadLine(before, item, decidedAt, hypothesis);
        const then = before.evaluations.findLast((x) => x.itemSequence === itemSequence);
        if (reread || (then && related.has(then.criteria.setId))) {
          const answer = answerThen(before, item, by);
          const on = serviceDay(item, dateInZone(decidedAt, before.request.zone));
          lines.push({
            caseNumber: before.caseNumber,
            itemSequence,
            decidedAt,
            outcome,
            ...(answer ? { before: answer } : {}),
            ...(reread ? { after: { truth: reread.result.truth, automatic: reread.automatic } } : {}),
            groups: groupsOf(before, item, on, knowledge),
          });
        }
      }
    }
    c = evolve(c, e);
  }
  return lines;
};
