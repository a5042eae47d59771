import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { nurse, physician } from '@openum/testkit/case/actors.ts';
import { proofProblems } from '@openum/testkit/case/proof.ts';
import { aScenario, refusalOf, type Scenario } from '@openum/testkit/case/scenario.ts';
import { beforeAll, describe, expect, test } from 'vitest';

/**
 * A member of a Medicare Advantage plan is admitted from the emergency department on a Tuesday. A decision during the stay is an
 * organization determination (42 CFR 422.566): 72 hours, letters to both, and a talk can change it only before it is made.
 */
let s: Scenario;
let caseId: string;
const deny = () =>
  s.decideAs(physician, caseId, [
    {
      outcome: 'denied',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale:
        'Blood pressure and troponin were normal on arrival and six hours later; no test was planned that needs an inpatient bed past the second midnight.',
      memberRationale:
        'Your heart tests were normal when you came and again six hours later. The care you needed could be given without a hospital stay over two nights.',
      criteriaCited: { name: 'Two-midnight benchmark', version: '2026', citation: '42 CFR 412.3(d)(1)' },
    },
  ]);
const talk = (from: string, to: string) => ({ startsAt: s.local(from), endsAt: s.local(to) });

beforeAll(async () => {
  s = await aScenario({ lineOfBusiness: 'medicareAdvantage', state: 'IL', zone: zoneId('America/Chicago') });
});

describe('an inpatient stay under Medicare Advantage, denied while it goes on', () => {
  test('Tuesday 16:00: notice and clinicals come; the decision is due on Friday at 16:00', async () => {
    s.goTo('2026-12-01T16:00');
    caseId = await s.arrives({
      reviewType: 'concurrent',
      setting: 'inpatient',
      urgency: 'expedited',
      urgencyRequestedBy: 'physician',
      items: [
        {
          sequence: 1,
          diagnoses: ['R07.9'],
          service: { system: 'https://www.nubc.org/CodeSystem/RevenueCodes', code: '0121' },
          quantity: { value: 3, unit: 'd' },
          period: { start: calendarDate('2026-12-01'), end: calendarDate('2026-12-03') },
        },
      ],
    });
    const [clock] = await s.receipts(caseId);
    expect(clock).toMatchObject({ ruleId: 'MA-CONC-INPATIENT', dueAt: s.local('2026-12-04T16:00'), state: 'running' });
    expect(clock?.citation).toContain('42 CFR');
  });

  test('Wednesday 11:00: the nurse cannot approve; the physician records the intent, and the hospital is called', async () => {
    s.goTo('2026-12-02T11:00');
    await s.act(nurse, caseId, {
      type: 'CompleteReview',
      outcome: 'refer',
      itemSequences: [1],
      summary: 'Two sets of normal troponin; no plan of care past the second midnight.',
    });
    expect(refusalOf(await deny())).toBe('intentToDenyMissing');
    await s.act(physician, caseId, {
      type: 'RecordIntentToDeny',
      itemSequences: [1],
      reason: 'No reason for a stay past the second midnight is documented.',
    });
    expect(refusalOf(await deny())).toMatch(/^peerToPeer/);
    await s.act(physician, caseId, {
      type: 'OfferPeerToPeer',
      itemSequences: [1],
      because: 'demanded',
      slots: [talk('2026-12-02T15:30', '2026-12-02T16:00')],
      to: { name: 'Dr. Amara Osei', npi: '1770000056', phone: '312-555-0100' },
      how: 'phone',
    });
    const [offer] = (await s.state(caseId)).peerToPeer;
    const { offerId = '' } = offer ?? {};
    expect(offer?.window.closesAt).toBe(s.local('2026-12-03T11:00'));
    await s.act(nurse, caseId, { type: 'LogPeerToPeerAttempt', offerId, number: '312-555-0100', result: 'reached' });
    await s.act(nurse, caseId, {
      type: 'SchedulePeerToPeer',
      offerId,
      slot: talk('2026-12-02T15:30', '2026-12-02T16:00'),
    });
    expect(refusalOf(await deny())).toMatch(/^peerToPeer/);
  });

  test('Wednesday 15:30: the talk is held and changes nothing; no clock has stood still', async () => {
    s.goTo('2026-12-02T15:55');
    const offerId = (await s.state(caseId)).peerToPeer[0]?.offerId ?? '';
    await s.act(physician, caseId, {
      type: 'RecordPeerToPeerHeld',
      offerId,
      clinicians: [{ name: 'Dr. Amara Osei', credentials: 'MD' }],
      notes: 'Dr. Osei had no further test or treatment planned.',
      outcome: 'upheldIntent',
      effect: 'The intent stands.',
    });
    expect((await s.receipts(caseId))[0]?.dueAt).toBe(s.local('2026-12-04T16:00'));
  });

  test('Thursday 09:00: the physician decides; the letters to member and hospital go the same day and meet the clock', async () => {
    s.goTo('2026-12-03T09:00');
    expect((await deny()).kind).toBe('done');
    expect((await s.receipts(caseId))[0]?.state).toBe('running');
    s.goTo('2026-12-03T09:10');
    expect(await s.letters(caseId)).toBe(2);
    const { notices, items } = await s.state(caseId);
    expect(notices.map((n) => [n.kind, n.audience])).toEqual([
      ['adverseDetermination', 'member'],
      ['adverseDetermination', 'provider'],
    ]);
    expect(items[0]?.determination?.by).toMatchObject({ kind: 'person', qualification: { profession: 'physician' } });
  });

  test('after the letter only an appeal can change it: no talk can be offered, no second decision made', async () => {
    s.goTo('2026-12-03T14:00');
    const late = await s.act(physician, caseId, {
      type: 'OfferPeerToPeer',
      itemSequences: [1],
      because: 'providerDisagrees',
      slots: [],
      to: { name: 'Dr. Amara Osei', npi: '1770000056', phone: '312-555-0100' },
      how: 'phone',
    });
    expect(refusalOf(late)).toBeDefined();
    expect(refusalOf(await deny())).toBeDefined();
  });

  test('the record tells it in this order', async () => {
    expect(await s.story(caseId)).toEqual([
      'RequestReceived',
      'ClocksStarted',
      'DocumentAttached',
      'DocumentAttached',
      'ReviewCompleted',
      'ReferredToPhysician',
      'IntentToDenyRecorded',
      'PeerToPeerOffered',
      'PeerToPeerAttempted',
      'PeerToPeerScheduled',
      'PeerToPeerHeld',
      'ItemDetermined',
      'NoticeIssued',
      'NoticeIssued',
    ]);
  });

  test('and its proof pack holds', async () => {
    expect(await proofProblems(s.casework, caseId)).toEqual([]);
  });
});
