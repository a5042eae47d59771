import { isProtected, maternityProtection } from '@openum/domain/admission/maternity.ts';
import type { AutomaticFinding } from '@openum/domain/case/command.ts';
import type { AttachedDocument } from '@openum/domain/case/event.ts';
import type { AuthorizationRequest, RequestedItem } from '@openum/domain/case/request.ts';
import { automaticOutcome } from '@openum/domain/criteria/automatic-outcome.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { evaluateItem, treeNameFor } from '@openum/domain/criteria/evaluate-item.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';
import { resolveCriteria } from '@openum/domain/criteria/resolve.ts';
import type { AutomaticOutcome } from '@openum/domain/determination/determination.ts';
import { approvalSettingOn, type Dial, dialRule, goldCardOn } from '@openum/domain/dial/dial.ts';
import { deriveFacts } from '@openum/domain/fact/derive.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { factsFromRequest } from '@openum/domain/fact/from-request.ts';
import type { Context } from '@openum/domain/logic/condition.ts';
import { factsInTime } from '@openum/domain/retrospective/evidence.ts';
import { authorizationRequired, serviceOf } from '@openum/domain/service/catalogue.ts';
import { ageInYears, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Environment } from '../port/environment.ts';

export type ItemReading = {
  readonly itemSequence: number;
  /** Absent when no criteria are held for this service. */
  readonly evaluation?: Evaluation;
  readonly outcome: AutomaticOutcome;
};

export const serviceDay = (item: RequestedItem, today: CalendarDate): CalendarDate => item.period?.start ?? today;

/** The criteria that bind one line of a request, in the lawful order; the first is applied. */
export const criteriaFor = (
  request: AuthorizationRequest,
  item: RequestedItem,
  today: CalendarDate,
  knowledge: Knowledge,
): CriteriaSet | undefined => {
  const on = serviceDay(item, today);
  const jurisdiction = request.member.address?.state ?? request.coverage.stateOfIssue;
  return resolveCriteria(knowledge.criteriaSets, {
    lineOfBusiness: request.coverage.lineOfBusiness,
    service: item.service,
    diagnoses: item.diagnoses,
    age: ageInYears(request.member.birthDate, on),
    setting: request.setting,
    on,
    jurisdiction,
  })[0];
};

export const contextOf = (request: AuthorizationRequest, item: RequestedItem, today: CalendarDate): Context => {
  const { sex, birthDate } = request.member;
  const on = serviceDay(item, today);
  return {
    today,
    anchors: { orderDate: on, serviceDate: on, ...(request.setting === 'inpatient' ? { admission: on } : {}) },
    age: ageInYears(birthDate, on),
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
  };
};

export const dialFor = (dial: Dial, setId: string, today: CalendarDate) => {
  const change = approvalSettingOn(dial, setId, today);
  if (!change) return {};
  const { approves, sources } = change.setting;
  return { dial: { approves, sources, number: change.number } };
};

/** Facts that the request and other facts imply are worked out anew at each reading; their ids say so. */
const isImplied = (f: Fact): boolean => f.source.kind === 'derived' || f.id.startsWith('request:');

/** What was recorded and counts for a review: without what is worked out anew, and in retrospect without later knowledge. */
export const recordedFacts = (
  recorded: readonly Fact[],
  request: AuthorizationRequest,
  documents: readonly AttachedDocument[],
): readonly Fact[] =>
  factsInTime(
    recorded.filter((f) => !isImplied(f)),
    request,
    documents,
  );

/** Everything known for one line: what was recorded, what the request says, and what follows from both. */
export const lineFacts = (
  request: AuthorizationRequest,
  item: RequestedItem,
  given: readonly Fact[],
  on: CalendarDate,
  knowledge: Knowledge,
): readonly Fact[] => {
  const stated = [...given, ...factsFromRequest(request, item, knowledge.facts, on)];
  return [...stated, ...deriveFacts(stated, on)];
};

export type Reading = {
  readonly items: readonly ItemReading[];
  /** What the request and the recorded facts imply, so that every leaf can show what it rests on. */
  readonly implied: readonly Fact[];
};

/**
 * Reads the criteria of every line against the facts at hand. What comes back for a line is an approval of all that was asked,
 * "not required", or a referral to a person; the type has no fourth way.
 */
export const readCriteria = (
  request: AuthorizationRequest,
  items: readonly RequestedItem[],
  recorded: readonly Fact[],
  at: Instant,
  knowledge: Knowledge,
  environment: Pick<Environment, 'newId'>,
  /** Of the case: in retrospect a fact is as late as the document that it was read in. */
  documents: readonly AttachedDocument[] = [],
): Reading => {
  const today = dateInZone(at, request.zone);
  const given = recordedFacts(recorded, request, documents);
  const maternity = maternityProtection(knowledge.turnaroundRules, request, knowledge.calendars);
  const implied: Fact[] = [];
  const asked = items.filter((i) => !i.cancelled);
  const read = asked.map((item): ItemReading => {
    const service = serviceOf(knowledge.services, item.service);
    if (!authorizationRequired(service, request.coverage.lineOfBusiness)) {
      const reason = 'This service needs no authorization under this plan.';
      return { itemSequence: item.sequence, outcome: { kind: 'notRequired', reason } };
    }
    if (maternity && isProtected(item, request, maternity)) {
      const reason = `The first hours after a delivery need no authorization (${maternity.citation}).`;
      return { itemSequence: item.sequence, outcome: { kind: 'notRequired', reason } };
    }
    const card = goldCardOn(knowledge.dial, request.requestingProvider.npi, item.service.code, today);
    if (card) {
      const reason = `The requesting provider needs no authorization for this service (${card.setting.citation}).`;
      return {
        itemSequence: item.sequence,
        outcome: { kind: 'notRequired', reason, rule: `goldCard ${dialRule(card.number)}` },
      };
    }
    const set = criteriaFor(request, item, today, knowledge);
    if (!set) {
      const reason = service ? 'No criteria are held for this service.' : 'The service is not in the catalogue.';
      return { itemSequence: item.sequence, outcome: { kind: 'refer', reason } };
    }
    const on = serviceDay(item, today);
    const facts = lineFacts(request, item, given, on, knowledge);
    implied.push(...facts.slice(given.length));
    const evaluation = evaluateItem({
      evaluationId: environment.newId(),
      evaluatedAt: at,
      set,
      tree: treeNameFor(set, item),
      item,
      facts,
      context: contextOf(request, item, today),
    });
    const outcome: AutomaticOutcome = evaluation
      ? automaticOutcome(evaluation, set, item, { today, facts, ...dialFor(knowledge.dial, set.id, today) })
      : { kind: 'refer', reason: 'The criteria have no tree for this kind of review.' };
    const why = outcome.kind === 'refer' ? { referredBecause: outcome.reason } : {};
    return { itemSequence: item.sequence, ...(evaluation ? { evaluation: { ...evaluation, ...why } } : {}), outcome };
  });
  return { items: read, implied: [...new Map(implied.map((f) => [f.id, f])).values()] };
};

/** What was found, each with a number ready in case it is approved. */
export const findingsOf = (
  reading: Reading,
  environment: Pick<Environment, 'newNumber'>,
): readonly AutomaticFinding[] =>
  reading.items.map((r) => ({
    itemSequence: r.itemSequence,
    outcome: r.outcome,
    authorizationNumber: environment.newNumber('PA'),
  }));
