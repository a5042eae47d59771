import type { CaseCommand } from '@openum/domain/case/command.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { coordinator, nurse, otherNurse, physician } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Casework } from '../casework.ts';
import { project } from '../projection/project.ts';
import { type Execution, execute } from './execute.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
});

const note = (text = 'Called the clinic.'): CaseCommand => ({
  type: 'AddNote',
  noteId: 'note',
  text,
  actor: nurse,
  now: plan.environment.now(),
});
const claim = (actor = nurse): CaseCommand => ({ type: 'Claim', actor, now: plan.environment.now() });
const letters = { kind: 'system', component: 'notices' } as const;
const run = (command: CaseCommand, change: Partial<Execution> = {}, casework: Casework = plan.casework) =>
  execute(casework, scope, { caseId, command: () => command, ...change });

test('an act is written with its rows, and answers with the new version', async () => {
  const before = await plan.state(caseId);
  const executed = await run(claim(), { expectedVersion: before.version, commandId: 'c1' });
  expect(executed).toMatchObject({ kind: 'done', version: before.version + 1, events: [{ type: 'Assigned' }] });
  expect(await plan.store.cases.rows(scope, caseId)).toMatchObject({
    case: { assigneeUserId: nurse.userId, status: 'clinicalReview', version: before.version + 1 },
  });
});

test('a refused act writes nothing', async () => {
  const before = await plan.store.cases.events(scope, caseId);
  expect(await run({ ...claim(), actor: { kind: 'system', component: 'flow' } })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'personRequired' },
  });
  expect(await plan.store.cases.events(scope, caseId)).toEqual(before);
});

test('a case of another tenant does not exist', async () => {
  const executed = await execute(plan.casework, { tenantId: 'other' }, { caseId, command: () => claim() });
  expect(executed).toMatchObject({ kind: 'refused', refusal: { code: 'caseNotFound' } });
});

describe('somebody else was quicker', () => {
  test('the slower one learns what happened since and changes nothing', async () => {
    const { version } = await plan.state(caseId);
    await run(claim(otherNurse));
    const executed = await run(claim(), { expectedVersion: version });
    expect(executed).toMatchObject({
      kind: 'stale',
      version: version + 1,
      since: [{ type: 'Assigned', actor: otherNurse }],
    });
    expect((await plan.state(caseId)).assignee?.userId).toBe(otherNurse.userId);
  });

  test('a note goes through all the same', async () => {
    const { version } = await plan.state(caseId);
    await run(claim(otherNurse));
    expect(await run(note(), { expectedVersion: version })).toMatchObject({ kind: 'done', version: version + 2 });
  });

  const writeNote = (left: number) => run(note(`Between (${left})`));

  /** Writes something just before each of the first `times` appends of somebody else. */
  const interrupting = (times: number, between: (left: number) => Promise<unknown> = writeNote): Casework => {
    let left = times;
    return {
      ...plan.casework,
      cases: {
        ...plan.casework.cases,
        append: async (s, a) => {
          if (left > 0) {
            left -= 1;
            await between(left);
          }
          return plan.casework.cases.append(s, a);
        },
      },
    };
  };

  test('between reading and writing: an act that may be repeated is decided again', async () => {
    const { version } = await plan.state(caseId);
    expect(await run(claim(), {}, interrupting(2))).toMatchObject({ kind: 'done', version: version + 3 });
  });

  test('between reading and writing: an act on a version is not', async () => {
    const { version } = await plan.state(caseId);
    const executed = await run(claim(), { expectedVersion: version }, interrupting(1));
    expect(executed).toMatchObject({ kind: 'stale', since: [{ type: 'NoteAdded' }] });
  });

  const letter = async (): Promise<void> => {
    const { cases } = plan.casework;
    const before = await plan.state(caseId);
    const data = { noticeId: 'n1', reason: 'The member has moved.' };
    const now = plan.environment.now();
    const event = { type: 'NoticeDeliveryClosed', occurredAt: now, recordedAt: now, actor: letters, data } as const;
    await cases.append(scope, {
      caseId,
      expectedVersion: before.version,
      events: [event],
      rows: project(caseId, evolve(before, event) as Case, plan.casework.knowledge),
      outbox: [],
    });
  };

  test('a letter that went out meanwhile stops nobody', async () => {
    const { version } = await plan.state(caseId);
    await letter();
    expect(await run(claim(), { expectedVersion: version })).toMatchObject({ kind: 'done', version: version + 2 });
  });

  test('a letter that goes out between reading and writing stops nobody', async () => {
    const { version } = await plan.state(caseId);
    const executed = await run(claim(), { expectedVersion: version }, interrupting(1, letter));
    expect(executed).toMatchObject({ kind: 'done', version: version + 2 });
  });

  test('a letter does not hide what a person did', async () => {
    const { version } = await plan.state(caseId);
    await run(claim(otherNurse));
    await letter();
    expect(await run(claim(), { expectedVersion: version })).toMatchObject({ kind: 'stale', version: version + 2 });
  });

  test('a version that the case has not reached is stale', async () => {
    const { version } = await plan.state(caseId);
    expect(await run(claim(), { expectedVersion: version + 1 })).toMatchObject({ kind: 'stale', version });
  });

  test('again and again: it gives up after five times', async () => {
    const executed = await run(claim(), {}, interrupting(5));
    expect(executed.kind).toBe('stale');
    expect((await plan.state(caseId)).notes).toHaveLength(5);
  });
});

describe('the same act sent twice', () => {
  test('is done once', async () => {
    const { version } = await plan.state(caseId);
    const given = { commandId: 'c1', expectedVersion: version };
    expect((await run(claim(), given)).kind).toBe('done');
    expect(await run(claim(), given)).toMatchObject({ kind: 'done', version: version + 1, events: [] });
    expect((await plan.state(caseId)).version).toBe(version + 1);
  });

  test('is done once also when it asks for no version', async () => {
    await run(note(), { commandId: 'c1' });
    await run(note(), { commandId: 'c1' });
    expect((await plan.state(caseId)).notes).toHaveLength(1);
  });

  test('is no refusal when the first one closed the way', async () => {
    const withdraw: CaseCommand = {
      type: 'Withdraw',
      requestedBy: 'Clinic',
      reason: 'No longer wanted.',
      actor: coordinator,
      now: plan.environment.now(),
    };
    await run(withdraw, { commandId: 'c1' });
    expect(await run(withdraw, { commandId: 'c1' })).toMatchObject({ kind: 'done', events: [] });
    expect(await run(withdraw, { commandId: 'c2' })).toMatchObject({ kind: 'refused' });
  });
});

describe('what a person asks for becomes a command with the knowledge of the plan', () => {
  const due = async () => (await plan.store.cases.rows(scope, caseId))?.case;
  const clocks = async () => (await plan.store.cases.rows(scope, caseId))?.clocks ?? [];

  test('a raised urgency starts 72 hours from the request to expedite, and the old clock stays on record', async () => {
    plan.environment.pass({ hours: 48 });
    await plan.act(nurse, caseId, {
      type: 'SetUrgency',
      urgency: 'expedited',
      basis: 'Worse since Monday.',
      attested: true,
    });
    expect(await due()).toMatchObject({
      urgency: 'expedited',
      nextDueAt: '2026-11-28T15:00:00.000Z',
      nextDueRuleId: 'MA-PRE-EXP',
    });
    expect(await clocks()).toMatchObject([
      { ruleId: 'MA-PRE-EXP', superseded: false, startedAt: '2026-11-25T15:00:00.000Z' },
      { ruleId: 'MA-PRE-STD-PA', superseded: true },
    ]);
  });

  test('a corrected receipt moves the due moment, written with any offset', async () => {
    plan.environment.pass({ hours: 1 });
    const executed = await plan.act(coordinator, caseId, {
      type: 'CorrectReceipt',
      receivedAt: '2026-11-22T09:00:00-06:00',
      reason: 'The fax of Sunday was overlooked.',
    });
    expect(executed.kind).toBe('done');
    expect((await plan.state(caseId)).receivedAt).toBe('2026-11-22T15:00:00.000Z');
    expect((await due())?.nextDueAt).toBe('2026-11-30T05:59:59.999Z');
    expect((await clocks()).map((c) => c.superseded)).toEqual([false, true]);
  });

  test('a corrected receipt leaves the clock of a raised urgency where it is', async () => {
    plan.environment.pass({ hours: 48 });
    await plan.act(nurse, caseId, {
      type: 'SetUrgency',
      urgency: 'expedited',
      basis: 'Worse since Monday.',
      attested: true,
    });
    await plan.act(coordinator, caseId, {
      type: 'CorrectReceipt',
      receivedAt: '2026-11-22T15:00:00Z',
      reason: 'Overlooked.',
    });
    expect((await due())?.nextDueAt).toBe('2026-11-28T15:00:00.000Z');
  });

  test('a request for information does not stop the clock of Medicare Advantage', async () => {
    const before = (await due())?.nextDueAt;
    const asked = await plan.act(nurse, caseId, {
      type: 'RequestInformation',
      items: [{ text: 'Saturation at rest on room air' }],
      dueAt: '2026-11-25T17:00:00-06:00',
    });
    expect(asked.kind).toBe('done');
    expect(await due()).toMatchObject({ status: 'awaitingInformation', nextDueAt: before });
    expect((await plan.state(caseId)).informationRequests[0]?.dueAt).toBe('2026-11-25T23:00:00.000Z');
  });

  test('the answer to it is read against the criteria at once', async () => {
    await plan.act(nurse, caseId, {
      type: 'RequestInformation',
      items: [{ text: 'Saturation at rest on room air' }],
      dueAt: '2026-11-25T17:00:00Z',
    });
    const [request] = (await plan.state(caseId)).informationRequests;
    await plan.act(nurse, caseId, {
      type: 'ReceiveInformation',
      requestId: request?.requestId ?? '',
      summary: 'Report of 3 March.',
      facts: [
        {
          key: 'vital.oxygenSaturation',
          value: { kind: 'quantity', value: 87, unit: '%' },
          at: '2026-03-01',
          qualifiers: { state: 'rest', air: 'room', method: 'pulseOximetry' },
          basis: 'Report page 1',
        },
      ],
    });
    expect((await plan.state(caseId)).evaluations).toMatchObject([{ truth: 'met' }]);
  });

  test('a moment or a fact that cannot be read is refused by name', async () => {
    const refusal = async (act: Parameters<Plan['act']>[2], by = coordinator) => {
      const executed = await plan.act(by, caseId, act);
      return executed.kind === 'refused' ? executed.refusal : executed.kind;
    };
    expect(await refusal({ type: 'CorrectReceipt', receivedAt: 'yesterday', reason: 'x' })).toMatchObject({
      code: 'fieldInvalid',
      facts: { field: 'receivedAt' },
    });
    const fact = {
      key: 'vital.oxygenSaturation',
      value: { kind: 'quantity', value: 87, unit: '%' },
      basis: 'b',
    } as const;
    expect(await refusal({ type: 'RecordFacts', facts: [{ ...fact, at: 'March' }] })).toMatchObject({
      facts: { field: 'fact vital.oxygenSaturation' },
    });
    expect(await refusal({ type: 'RecordFacts', facts: [{ ...fact, key: 'no.such' }] })).toMatchObject({
      code: 'fieldInvalid',
    });
    expect(await refusal({ type: 'Assign', toUserId: 'nobody' })).toMatchObject({ facts: { field: 'toUserId' } });
  });

  test('a decision reason that the code list does not have is refused before it is written', async () => {
    const executed = await plan.act(physician, caseId, {
      type: 'DetermineItems',
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
      decisions: [
        {
          outcome: 'denied',
          itemSequence: 1,
          reasonClass: 'medicalNecessity',
          reasonCodes: ['ZZ9'],
          rationale: 'r',
          memberRationale: 'm',
        },
      ],
    });
    expect(executed.kind === 'refused' && isRefusal(executed.refusal) && executed.refusal).toMatchObject({
      code: 'reasonCodeUnknown',
      facts: { item: 1, code: 'ZZ9' },
    });
  });
});
