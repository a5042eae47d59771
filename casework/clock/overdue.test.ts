import type { GivenDecision } from '@openum/casework/case/act.ts';
import { coordinator, nurse, physician } from '@openum/testkit/case/actors.ts';
import { denial } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';

let plan: Plan;
let caseId: string;

const sevenDaysAndAnHour = { hours: 8 * 24 + 1 };
const happened = async () =>
  (await plan.casework.cases.events(scope, caseId)).map((e) => [e.type, e.actor.kind] as const);

/** The last minute before the sweep comes: the clock has run out, and nobody has noted it. */
beforeEach(async () => {
  plan = await aPlan();
  caseId = (await plan.receive(oxygenArrival({ facts: noSaturation }))).caseId;
  plan.environment.pass(sevenDaysAndAnHour);
});

describe('a clock that ran out before the sweep came', () => {
  test('is noted as missed by the clock before a change of urgency takes its place', async () => {
    const changed = await plan.act(nurse, caseId, {
      type: 'SetUrgency',
      urgency: 'expedited',
      basis: 'Saturation is falling.',
      attested: true,
    });
    expect(changed.kind).toBe('done');
    expect((await happened()).slice(-3)).toEqual([
      ['DeadlineMissed', 'system'],
      ['UrgencyChanged', 'person'],
      ['ClocksStarted', 'person'],
    ]);
    const { missedDeadlines, supersededClocks } = await plan.state(caseId);
    expect(missedDeadlines.map((m) => m.clockId)).toEqual(supersededClocks.map((k) => k.clockId));
  });

  test('is noted before a correction of the receipt, which cannot hide it', async () => {
    const receivedAt = '2026-11-25T15:00:00Z';
    await plan.act(coordinator, caseId, { type: 'CorrectReceipt', receivedAt, reason: 'Stamp of the fax.' });
    expect((await happened()).slice(-3).map(([type]) => type)).toEqual([
      'DeadlineMissed',
      'ReceiptCorrected',
      'ClocksStarted',
    ]);
  });

  test('is noted before a decision that comes too late, which stands all the same', async () => {
    const decided = await plan.decide(caseId, [denial() as GivenDecision]);
    expect(decided.kind).toBe('done');
    expect((await happened()).slice(-2)).toEqual([
      ['DeadlineMissed', 'system'],
      ['ItemDetermined', 'person'],
    ]);
  });

  test('is noted once, whoever comes next', async () => {
    await plan.act(nurse, caseId, { type: 'AddNote', text: 'Called the clinic.' });
    await plan.act(physician, caseId, { type: 'AddNote', text: 'Read it.' });
    expect((await happened()).filter(([type]) => type === 'DeadlineMissed')).toHaveLength(1);
  });

  test('is not noted by an act that is refused', async () => {
    const refused = await plan.act(nurse, caseId, { type: 'AddNote', text: ' ' });
    expect(refused.kind).toBe('refused');
    expect((await happened()).some(([type]) => type === 'DeadlineMissed')).toBe(false);
  });
});
