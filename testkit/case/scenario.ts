import type { GivenDecision } from '@openum/casework/case/act.ts';
import type { Executed } from '@openum/casework/case/execute.ts';
import { receiptsOf } from '@openum/casework/clock/receipts.ts';
import { openDocument } from '@openum/casework/document/open.ts';
import type { Arrival, ArrivingItem } from '@openum/casework/intake/arrival.ts';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { RegisteredMember } from '@openum/casework/port/register.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import { type Instant, millisecondsBetween, toInstant, type ZoneId } from '@openum/domain/time/instant.ts';
import { oxygenArrival } from './arrival.ts';
import { aPlan, type Plan, rosalind, scope, tenant } from './plan.ts';

export type Setting = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly state: string;
  readonly zone: ZoneId;
  readonly accreditations?: readonly string[];
  /** People besides those whom every plan of the tests has. */
  readonly people?: readonly PersonActor[];
};

export type Scenario = Plan & {
  /** Wall-clock time where the member lives, `2026-12-01T16:00`. */
  readonly local: (text: string) => Instant;
  /** Sets the clock of the plan; it stands still otherwise. */
  readonly goTo: (text: string) => void;
  readonly arrives: (
    change: Partial<Arrival['request']> & { readonly items: readonly ArrivingItem[] },
  ) => Promise<string>;
  readonly receipts: (caseId: string) => Promise<readonly ClockReceipt[]>;
  /** Names of what happened, in order. */
  readonly story: (caseId: string) => Promise<readonly string[]>;
  /** This person opens every document and decides. */
  readonly decideAs: (actor: PersonActor, caseId: string, decisions: readonly GivenDecision[]) => Promise<Executed>;
  readonly letters: (caseId: string) => Promise<number>;
};

/** A plan with one member under the law of one state and line of business, for stories that go over days. */
export const aScenario = async ({
  lineOfBusiness,
  state,
  zone,
  accreditations = [],
  people = [],
}: Setting): Promise<Scenario> => {
  const plan = await aPlan();
  const here = { ...tenant, accreditations, zone };
  await plan.store.identity.saveTenant(here);
  const address = { lines: ['341 Prairie Avenue'], city: 'Springfield', state, postalCode: '61602' };
  const member: RegisteredMember = {
    ...rosalind,
    member: { ...rosalind.member, address },
    coverage: { lineOfBusiness, planName: 'Prairie Harbor Plan', stateOfIssue: state },
    zone,
  };
  await plan.store.register.saveMembers(scope, [member]);
  for (const { kind: _, ...person } of people)
    await plan.store.identity.createUser(
      { ...person, tenantId: here.tenantId, email: `${person.userId}@plan.example`, active: true },
      'hash',
    );
  const local = (text: string): Instant =>
    toInstant(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant());
  let arrivals = 0;
  return {
    ...plan,
    local,
    goTo: (text) => {
      const milliseconds = millisecondsBetween(plan.environment.now(), local(text));
      plan.environment.pass({ seconds: milliseconds / 1000 });
    },
    arrives: async (change) => {
      const receivedAt = plan.environment.now();
      arrivals += 1;
      const base = oxygenArrival({ tenant: here, facts: [], receivedAt }, `arrival ${arrivals}`);
      const message = { ...base.message, receivedAt, identifier: { system: 'urn:clinic', value: `A-${arrivals}` } };
      return (await plan.receive({ ...base, message, request: { ...base.request, ...change } })).caseId;
    },
    receipts: async (caseId) => receiptsOf(await plan.state(caseId), plan.casework.knowledge, plan.environment.now()),
    story: async (caseId) => (await plan.casework.cases.events(scope, caseId)).map((e) => e.type),
    decideAs: async (actor, caseId, decisions) => {
      for (const { documentId } of (await plan.state(caseId)).documents)
        await openDocument(plan.casework, scope, caseId, documentId, actor.userId);
      const attestation = { noConflictOfInterest: true, reviewedRecord: true };
      return plan.act(actor, caseId, { type: 'DetermineItems', decisions, attestation });
    },
    letters: (caseId) => issueNotices(plan.casework, scope, caseId),
  };
};

export const refusalOf = (executed: Executed): string | undefined =>
  executed.kind === 'refused' ? executed.refusal.code : undefined;
