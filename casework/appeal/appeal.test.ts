import { PDFDocument } from '@cantoo/pdf-lib';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { appealStatus } from '@openum/domain/appeal/appeal.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { otherPhysician, physician } from '@openum/testkit/case/actors.ts';
import { memberRationale, rationale } from '@openum/testkit/case/acts.ts';
import { appealsDesk } from '@openum/testkit/case/appeal.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, rosalind, scope } from '@openum/testkit/case/plan.ts';
import { hcpcs } from '@openum/testkit/case/request.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../case/act.ts';
import { noteMissed } from '../clock/lapse.ts';
import { openDocument } from '../document/open.ts';
import { issueNotices } from '../notice/issue.ts';
import { reissueNotice } from '../notice/reissue.ts';
import { forwardAppeal, packetOf } from './forward.ts';
import { overturnRates } from './rates.ts';
import { readAppeals, readReviewers } from './reading.ts';

let plan: Plan;
let caseId: string;

const reviewer: PersonActor = {
  ...otherPhysician,
  qualification: { ...otherPhysician.qualification!, specialties: ['pulmonology', 'internalMedicine'] },
};

/** A denied request of a member of this line, with its letters. */
const denied = async (lineOfBusiness: LineOfBusiness, stateOfIssue = 'IL') => {
  plan = await aPlan();
  const coverage = { ...rosalind.coverage, lineOfBusiness, stateOfIssue };
  await plan.store.register.saveMembers(scope, [{ ...rosalind, coverage }]);
  await plan.store.identity.createUser(
    {
      userId: reviewer.userId,
      tenantId: scope.tenantId,
      email: 'r@plan.example',
      name: reviewer.name,
      roles: reviewer.roles,
      active: true,
      qualification: reviewer.qualification!,
    },
    'hash',
  );
  const base = oxygenArrival({ facts: noSaturation });
  caseId = (await plan.receive(base)).caseId;
  const decided = await plan.decide(caseId, [
    {
      outcome: 'denied',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale,
      memberRationale,
      criteriaCited: { name: 'Home oxygen policy', version: '2026-01', citation: 'Medical policy 12' },
    },
  ]);
  if (decided.kind !== 'done') throw new Error(`given: the denial: ${JSON.stringify(decided)}`);
  await issueNotices(plan.casework, scope, caseId);
};

const act = async (what: Act, actor: PersonActor = appealsDesk) => {
  const done = await plan.act(actor, caseId, what);
  if (done.kind !== 'done') throw new Error(`given: ${what.type}: ${JSON.stringify(done)}`);
  return done;
};
const state = () => plan.state(caseId);
const filing = (levelId: string, more: object = {}): Act => ({
  type: 'FileAppeal',
  levelId,
  filedBy: { party: 'member', name: 'Rosalind Akerman' },
  itemSequences: [1],
  timing: 'preService',
  receivedAt: plan.environment.now(),
  channel: 'phone',
  statement: 'My oxygen falls when I walk to the mailbox.',
  ...more,
});
const appealId = async (at = -1) => (await state()).appeals.at(at)?.appealId ?? 'none';
const decide = async (line: object) => {
  const id = await appealId();
  for (const { documentId } of (await state()).documents)
    await openDocument(plan.casework, scope, caseId, documentId, reviewer.userId);
  const lines = [{ itemSequence: 1, rationale, memberRationale, ...line }] as never;
  const attestation = { noConflictOfInterest: true, reviewedRecord: true };
  await act({ type: 'AssignAppealReviewer', appealId: id, toUserId: reviewer.userId });
  return act({ type: 'DecideAppeal', appealId: id, lines, attestation, newEvidence: false }, reviewer);
};
const granted = {
  service: { system: hcpcs, code: 'E1390' },
  quantity: { value: 3, unit: 'mo' },
  period: { start: '2026-12-01', end: '2027-02-28' },
};
const rulesRunning = async () => (await state()).appeals.at(-1)?.clocks.map((k) => k.ruleId);
const letters = async () =>
  Promise.all(
    (await state()).notices
      .filter((n) => n.appealId)
      .map(async (n) => {
        const kept = await plan.store.cases.notice(scope, caseId, n.noticeId);
        return { kind: n.kind, audience: n.audience, document: JSON.parse(kept?.html ?? '{}') as NoticeDocument };
      }),
  );
const text = (d: NoticeDocument | undefined) => JSON.stringify(d?.sections);

describe('a letter of an appeal once more', () => {
  beforeEach(() => denied('medicareAdvantage'));

  test('is that of the same appeal, to the right address, and no other is owed for it', async () => {
    await act(filing('MA-RECONSIDERATION'));
    await decide({ outcome: 'upheld' });
    await issueNotices(plan.casework, scope, caseId);
    const former = (await state()).notices.find((n) => n.kind === 'appealResolution' && n.audience === 'member');
    const addressee = ['Rosalind Akerman', '9 New Street', 'Peoria, IL 61603'];
    const made = await reissueNotice(plan.as(appealsDesk), caseId, former?.noticeId ?? '', {
      because: 'addressCorrected',
      explanation: 'The member called.',
      addressee,
    });
    expect(made).toMatchObject({ noticeId: expect.any(String) });
    const last = (await state()).notices.at(-1);
    expect(last).toMatchObject({ kind: 'appealResolution', appealId: former?.appealId, audience: 'member' });
    const { document } = (await letters()).at(-1) ?? {};
    expect(document?.addressee).toEqual(addressee);
    expect(text(document)).toContain('This letter takes the place of our letter');
    expect(text(document)).toContain(memberRationale.slice(0, 40));
    expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
  });
});

describe('Medicare Advantage, from the denial to the reversal outside', () => {
  beforeEach(() => denied('medicareAdvantage'));

  test('every level leaves its clocks, letters, tasks and its line in the list', async () => {
    await act(filing('MA-RECONSIDERATION'));
    expect(await rulesRunning()).toEqual(['MA-APPEAL-STD']);
    expect((await plan.store.cases.rows(scope, caseId))?.tasks.map((t) => t.stepId)).toContain('appeal.toAssign');
    await issueNotices(plan.casework, scope, caseId);

    await decide({ outcome: 'upheld' });
    await issueNotices(plan.casework, scope, caseId);
    expect((await state()).appeals.map((a) => [a.levelId, a.clocks[0]?.ruleId])).toEqual([
      ['MA-RECONSIDERATION', 'MA-APPEAL-STD'],
      ['MA-IRE', 'MA-IRE-FORWARD-STD'],
    ]);

    const packet = await packetOf(plan.as(appealsDesk), caseId, await appealId());
    const again = await packetOf(plan.as(appealsDesk), caseId, await appealId());
    expect(packet?.bytes).toEqual(again?.bytes);
    expect((await PDFDocument.load(packet?.bytes ?? new Uint8Array())).getPageCount()).toBeGreaterThan(3);
    const { version } = await state();
    const sent = await forwardAppeal(plan.as(appealsDesk), caseId, await appealId(), version, 'send-1', {
      to: 'Independent Review Entity',
      method: 'portal',
      tracking: 'IRE-77',
    });
    expect(sent.kind).toBe('done');
    const { forwarded } = (await state()).appeals.at(-1) ?? {};
    const kept = await plan.store.cases.document(scope, caseId, forwarded?.packetDocumentId ?? '');
    expect(plan.environment.sha256Hex(kept?.bytes ?? '')).toBe(forwarded?.packetSha256);

    await act({
      type: 'ReceiveExternalDecision',
      appealId: await appealId(),
      decidedBy: 'Independent Review Entity',
      decidedOn: '2026-11-23',
      lines: [
        { itemSequence: 1, outcome: 'overturned', summary: 'The walk test meets the rule.', authorized: granted },
      ],
    });
    await issueNotices(plan.casework, scope, caseId);
    expect(await rulesRunning()).toEqual(['MA-IRE-FORWARD-STD', 'MA-EFF-IRE-STD']);
    await act({ type: 'EffectuateAppeal', appealId: await appealId(), how: 'Authorization sent to the supplier.' });

    const c = await state();
    expect(c.appeals.map((a) => appealStatus(c, a))).toEqual(['upheld', 'overturned']);
    expect((await letters()).map((l) => [l.kind, l.audience].join(' '))).toEqual([
      'appealAcknowledgement member',
      'appealResolution member',
      'appealResolution provider',
      'appealForwarded member',
    ]);
    expect(c.notices.filter((n) => n.kind === 'approval').map((n) => n.audience)).toEqual(['member', 'provider']);
    const { rows } = await plan.store.appeals.page(scope, { open: false }, undefined, 9);
    expect(rows.map((r) => [r.levelName, r.outcome])).toEqual([
      ['Independent review entity', 'overturned'],
      ['Reconsideration', 'upheld'],
    ]);
    const rates = await overturnRates(plan.store, scope, calendarDate('2026-11-01'), calendarDate('2026-12-01'));
    expect(rates.all).toMatchObject({ decided: 2, overturned: 1, upheld: 1, rate: 0.5 });
    expect(rates.by.levelId.map((r) => [r.label, r.rate])).toEqual([
      ['Independent review entity', 1],
      ['Reconsideration', 0],
    ]);
  });

  test('the letter that upholds says why, by whom and that nobody has to ask for the next step', async () => {
    await act(filing('MA-RECONSIDERATION'));
    await decide({ outcome: 'upheld' });
    await issueNotices(plan.casework, scope, caseId);
    const [, member] = await letters();
    expect(text(member?.document)).toContain('Our answer is still no');
    expect(text(member?.document)).toContain(memberRationale);
    expect(text(member?.document)).toContain('You do not have to ask');
    expect(text(member?.document)).toContain('had no part in our first decision');
    expect(member?.document.readingGrade).toBeLessThanOrEqual(8);
  });

  test('an appeal that nobody decided in time goes on its way outside by itself, once', async () => {
    await act(filing('MA-RECONSIDERATION'));
    const clockId = (await state()).appeals[0]?.clocks[0]?.clockId ?? '';
    plan.environment.pass({ hours: 24 * 31 });
    const clock = { caseId, clockId, dueAt: plan.environment.now() };
    expect(await noteMissed(plan.casework, scope, clock)).toBe(true);
    expect(await noteMissed(plan.casework, scope, clock)).toBe(false);
    const c = await state();
    expect(c.appeals.map((a) => [a.levelId, appealStatus(c, a)])).toEqual([
      ['MA-RECONSIDERATION', 'lapsed'],
      ['MA-IRE', 'toForward'],
    ]);
  });

  test('the page names who may review and who may not, with the reason', async () => {
    await act(filing('MA-RECONSIDERATION'));
    await plan.store.reportingLines.set(scope, {
      userId: reviewer.userId,
      supervisorUserId: physician.userId,
      since: plan.environment.now(),
      recordedBy: 'admin',
    });
    const people = await readReviewers(plan.casework, scope, caseId, await appealId());
    expect(people?.map((p) => [p.userId, p.excluded?.split('(')[0]])).toEqual(
      [
        ['nurse', 'Person nurse took part before '],
        [reviewer.userId, 'Person other-physician works under Person physician, who took part before '],
        ['physician', 'Person physician took part before '],
      ].filter(([id]) => id !== 'nurse'),
    );
    const page = await readAppeals(plan.casework, scope, caseId, physician);
    expect(page?.filing.map((f) => [f.level.id, f.closed?.code])).toEqual([
      ['MA-RECONSIDERATION', 'appealAlreadyOpen'],
      ['MA-OMHA', 'appealTooEarly'],
    ]);
  });

  test('the window of sixty-five days counts from the letter', async () => {
    const [first] = (await readAppeals(plan.casework, scope, caseId, physician))?.filing ?? [];
    expect(first?.window).toMatchObject({ noticeDate: '2026-11-23', deadline: '2027-01-28T05:59:59.999Z' });
  });
});

test('Medicaid: a provider needs the member’s written consent, and the clock starts when it comes', async () => {
  await denied('medicaidManagedCare');
  await act(filing('MCD-APPEAL', { filedBy: { party: 'provider', name: 'Peoria Lung Clinic' } }));
  expect(await rulesRunning()).toEqual([]);
  plan.environment.pass({ hours: 48 });
  await act({
    type: 'ShowAppealStanding',
    appealId: await appealId(),
    by: 'Rosalind Akerman',
    receivedAt: plan.environment.now(),
  });
  expect(await rulesRunning()).toEqual(['MCD-APPEAL-STD']);
  expect((await state()).appeals[0]?.clocks[0]?.startedAt).toBe(plan.environment.now());
  await issueNotices(plan.casework, scope, caseId);
  expect((await letters()).map((l) => l.kind)).toEqual(['appealAcknowledgement']);
});

test('Medicaid: a lapse opens the fair hearing at once, and the member is told', async () => {
  await denied('medicaidManagedCare');
  await act(filing('MCD-APPEAL'));
  const clockId = (await state()).appeals[0]?.clocks[0]?.clockId ?? '';
  plan.environment.pass({ hours: 24 * 31 });
  await noteMissed(plan.casework, scope, { caseId, clockId, dueAt: plan.environment.now() });
  await issueNotices(plan.casework, scope, caseId);
  const [, lapse] = await letters();
  expect(lapse?.kind).toBe('appealLapse');
  expect(text(lapse?.document)).toContain('State fair hearing');
  expect((await plan.act(appealsDesk, caseId, filing('MCD-HEARING'))).kind).toBe('done');
});

test('New York: a lapse reverses the denial and authorizes all that was asked for', async () => {
  await denied('commercialInsured', 'NY');
  await act(filing('COMMERCIAL-APPEAL'));
  const c = await state();
  const clocks = c.appeals[0]?.clocks ?? [];
  expect(clocks.map((k) => k.ruleId)).toEqual(['ERISA-APPEAL-PRE', 'NY-APPEAL-STD']);
  const { clockId = '' } = clocks.find((k) => k.ruleId === 'NY-APPEAL-STD') ?? {};
  plan.environment.pass({ hours: 24 * 61 });
  await noteMissed(plan.casework, scope, { caseId, clockId, dueAt: plan.environment.now() });
  const after = await state();
  expect(after.items[0]?.determination).toMatchObject({ outcome: 'approved', by: { rule: 'NY-APPEAL-STD' } });
  expect(after.appeals.map((a) => appealStatus(after, a))).toEqual(['lapsed']);
});

test('commercial: four months from the receipt of the final letter for the review outside, to the first day after a month without the date', async () => {
  await denied('commercialInsured', 'OH');
  await act(filing('COMMERCIAL-APPEAL'));
  await decide({ outcome: 'upheld' });
  await issueNotices(plan.casework, scope, caseId);
  const page = await readAppeals(plan.casework, scope, caseId, physician);
  const external = page?.filing.find((f) => f.level.id === 'ACA-EXTERNAL');
  expect(external?.window).toMatchObject({ noticeDate: '2026-11-23', deadline: '2027-03-30T04:59:59.999Z' });
  await act(filing('ACA-EXTERNAL'));
  expect(await rulesRunning()).toEqual(['ACA-EXT-PRELIM']);
});

test('commercial, urgent: the review outside runs beside the plan’s own, and the plan says the same day whether it may go on', async () => {
  await denied('commercialInsured', 'OH');
  const urgent = { expedited: { by: 'physician', reason: 'Waiting does harm.' } };
  await act(filing('COMMERCIAL-APPEAL', urgent));
  await act(filing('ACA-EXTERNAL', urgent));
  expect(await rulesRunning()).toContain('ACA-EXT-PRELIM-URG');
  expect(await rulesRunning()).not.toContain('ACA-EXT-PRELIM');
});

test('a provider’s reconsideration is answered on a clock of its own and takes nothing from the appeal', async () => {
  await denied('commercialInsured', 'NY');
  const asked = {
    requestedBy: 'Dr. Amara Osei',
    statement: 'A new walk test came.',
    receivedAt: plan.environment.now(),
  };
  await act({ type: 'RequestReconsideration', itemSequences: [1], ...asked });
  const [r] = (await state()).reconsiderations;
  expect(r?.clocks.map((k) => k.ruleId)).toEqual(['NY-RECONSIDER-P2P']);
  const answer = {
    type: 'DecideReconsideration',
    reconsiderationId: r?.reconsiderationId ?? '',
    reason: 'The new test meets it.',
  } as const;
  await act({ ...answer, outcome: 'approved' }, physician);
  expect((await state()).items[0]?.determination?.outcome).toBe('approved');
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(2);
});
