import { earliestHard } from '@openum/domain/clock/receipt.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { licence, nurse, physicianWith } from '@openum/testkit/case/actors.ts';
import { aScenario, refusalOf, type Scenario } from '@openum/testkit/case/scenario.ts';
import { beforeAll, describe, expect, test } from 'vitest';

/** A knee replacement asked of an insured plan in Pennsylvania: three sources bind it, and the shortest one leads. */
const pennsylvania = licence({ state: 'PA', number: 'MD-441122' });
const internist = { ...physicianWith({ licences: [pennsylvania] }), userId: 'internist' };
const orthopedist = {
  ...physicianWith({ licences: [pennsylvania], specialties: ['orthopedicSurgery'], npi: '1770000064' }),
  userId: 'orthopedist',
};

let s: Scenario;
let caseId: string;
const denyAs = (who: typeof internist) =>
  s.decideAs(who, caseId, [
    {
      outcome: 'denied',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale:
        'The MRI of 2 December shows grade 2 change in one compartment; six weeks of exercise therapy, an injection or weight loss are not documented before replacement.',
      memberRationale:
        'The picture of your knee shows mild wear on one side. Treatments such as exercise therapy were not tried first, so a new knee is not yet needed.',
      criteriaCited: { name: 'Total joint replacement policy', version: '2026', citation: 'Medical policy 7.01.15' },
    },
  ]);
const dueOf = async (ruleId: string) => (await s.receipts(caseId)).find((r) => r.ruleId === ruleId)?.dueAt;
const endOf = (day: string) => s.local(`${day}T23:59:59.999`);

beforeAll(async () => {
  s = await aScenario({
    lineOfBusiness: 'commercialInsured',
    state: 'PA',
    zone: zoneId('America/New_York'),
    accreditations: ['NCQA'],
    people: [internist, orthopedist],
  });
});

describe('a knee replacement under an insured plan in Pennsylvania', () => {
  test('Monday: the state and ERISA give 15 days, NCQA 7; the list shows day 7', async () => {
    s.goTo('2026-11-30T10:00');
    caseId = await s.arrives({
      setting: 'outpatient',
      items: [
        {
          sequence: 1,
          diagnoses: ['M17.11'],
          service: { system: 'http://www.ama-assn.org/go/cpt', code: '27447' },
          quantity: { value: 1, unit: 'unit' },
          period: { start: calendarDate('2027-01-11'), end: calendarDate('2027-01-11') },
        },
      ],
    });
    expect(await dueOf('PA-PRE-STD')).toBe(endOf('2026-12-15'));
    expect(await dueOf('ERISA-PRE-STD')).toBe(endOf('2026-12-15'));
    expect(await dueOf('NCQA-PRE-NONURG-2026')).toBe(endOf('2026-12-07'));
    const rows = await s.store.cases.rows({ tenantId: 'plan' }, caseId);
    expect(rows?.case.nextDueAt).toBe(endOf('2026-12-07'));
  });

  test('Tuesday: the missing MRI is asked for; only a clock whose rule says so waits for it', async () => {
    s.goTo('2026-12-01T09:00');
    await s.act(nurse, caseId, {
      type: 'RequestInformation',
      items: [{ text: 'Send the report of an MRI of the right knee.', itemSequence: 1 }],
      dueAt: s.local('2027-01-15T17:00'),
    });
    s.goTo('2026-12-01T09:01');
    const receipts = await s.receipts(caseId);
    expect(receipts.find((r) => r.ruleId === 'ERISA-PRE-STD')?.state).toBe('tolled');
    expect(receipts.find((r) => r.ruleId === 'NCQA-PRE-NONURG-2026')?.state).toBe('tolled');
    // Pennsylvania's clock stops for no question, so it leads from now on.
    expect(earliestHard(receipts)).toMatchObject({
      ruleId: 'PA-PRE-STD',
      state: 'running',
      dueAt: endOf('2026-12-15'),
    });
  });

  test('Thursday: the answer comes; the nurse refers it; an internist may not deny it', async () => {
    s.goTo('2026-12-03T10:00');
    const [asked] = (await s.state(caseId)).informationRequests;
    await s.act(nurse, caseId, {
      type: 'ReceiveInformation',
      requestId: asked?.requestId ?? '',
      summary: 'MRI of 2 December: grade 2 change, medial compartment.',
      facts: [],
    });
    await s.act(nurse, caseId, {
      type: 'CompleteReview',
      outcome: 'refer',
      itemSequences: [1],
      summary: 'Grade 2 change; no exercise therapy, injection or weight loss documented.',
      specialty: 'orthopedicSurgery',
    });
    expect(refusalOf(await denyAs(internist))).toBe('specialtyMissing');
  });

  test('an orthopedic surgeon may, once the treating clinician has had the chance to talk', async () => {
    expect(refusalOf(await denyAs(orthopedist))).toBe('peerToPeerOfferMissing');
    await s.act(nurse, caseId, {
      type: 'OfferPeerToPeer',
      itemSequences: [1],
      because: 'demanded',
      slots: [],
      to: { name: 'Dr. Sam Whitlock', npi: '1770000072', phone: '215-555-0100' },
      how: 'phone',
      physicianUserId: orthopedist.userId,
    });
    expect(refusalOf(await denyAs(orthopedist))).toBeDefined();
    s.goTo('2026-12-04T11:00');
    const offerId = (await s.state(caseId)).peerToPeer[0]?.offerId ?? '';
    await s.act(orthopedist, caseId, {
      type: 'RecordPeerToPeerHeld',
      offerId,
      clinicians: [{ name: 'Dr. Sam Whitlock', credentials: 'MD' }],
      notes: 'No exercise therapy so far; Dr. Whitlock will refer.',
      outcome: 'upheldIntent',
      effect: 'Nothing new was brought.',
    });
    expect((await denyAs(orthopedist)).kind).toBe('done');
    expect(await s.letters(caseId)).toBe(2);
    for (const r of await s.receipts(caseId)) expect([r.ruleId, r.state]).toEqual([r.ruleId, 'met']);
  });
});
