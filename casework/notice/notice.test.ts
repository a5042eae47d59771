import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { coordinator, nurse, physician } from '@openum/testkit/case/actors.ts';
import { memberRationale, rationale } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { hcpcs } from '@openum/testkit/case/request.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GivenDecision } from '../case/act.ts';
import { issueNotices } from './issue.ts';
import { openNotice } from './open.ts';
import { previewNotices } from './preview.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

const denial = (itemSequence = 1): GivenDecision => ({
  outcome: 'denied',
  itemSequence,
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale,
  memberRationale,
});
const approval = (itemSequence: number): GivenDecision => ({
  outcome: 'approved',
  itemSequence,
  authorized: {
    service: { system: hcpcs, code: 'E1390' },
    quantity: { value: 3, unit: 'mo' },
    period: { start: '2026-12-01', end: '2027-02-28' },
  },
});
const pended = async (lines = 1): Promise<string> => {
  const base = oxygenArrival({ facts: noSaturation });
  const items = Array.from({ length: lines }, (_, i) => ({ ...base.request.items[0]!, sequence: i + 1 }));
  return (await plan.receive({ ...base, request: { ...base.request, items } })).caseId;
};
const letters = async (caseId: string) =>
  Promise.all(
    (await plan.state(caseId)).notices.map(async (issued) => {
      const kept = await plan.store.cases.notice(scope, caseId, issued.noticeId);
      return { issued, html: kept?.html ?? '', document: JSON.parse(kept?.html ?? '{}') as NoticeDocument };
    }),
  );
const issue = (caseId: string) => issueNotices(plan.casework, scope, caseId);

describe('letters about an approval', () => {
  test('go to the member and the provider, once', async () => {
    const { caseId } = await plan.receive(oxygenArrival());
    expect(await issue(caseId)).toBe(2);
    expect(await issue(caseId)).toBe(0);
    expect((await letters(caseId)).map((l) => [l.issued.audience, l.issued.kind, l.issued.channel])).toEqual([
      ['member', 'approval', 'print'],
      ['provider', 'approval', 'portal'],
    ]);
  });

  test('name the authorization and its last day', async () => {
    const { caseId, state } = await plan.receive(oxygenArrival());
    await issue(caseId);
    const d = state.items[0]?.determination;
    for (const { html } of await letters(caseId)) {
      expect(html).toContain(d?.outcome === 'approved' ? d.authorized.authorizationNumber : 'no approval');
      expect(html).toContain('February 28, 2027');
    }
  });

  test('are the same two when two workers write them at once', async () => {
    const { caseId } = await plan.receive(oxygenArrival());
    const written = await Promise.all([issue(caseId), issue(caseId), issue(caseId)]);
    expect(written.sort()).toEqual([0, 0, 2]);
    expect(await letters(caseId)).toHaveLength(2);
  });

  test('stop the clock when they are out, not when it is decided', async () => {
    const { caseId } = await plan.receive(oxygenArrival());
    expect((await plan.store.cases.rows(scope, caseId))?.clocks[0]?.metAt).toBeUndefined();
    const sentAt = plan.environment.pass({ hours: 5 });
    await issue(caseId);
    expect((await plan.store.cases.rows(scope, caseId))?.clocks[0]?.metAt).toBe(sentAt);
  });
});

describe('letters about a denial', () => {
  test('carry the reason in the words for their reader, the criteria and the way to appeal', async () => {
    const caseId = await pended();
    expect((await plan.decide(caseId, [denial()])).kind).toBe('done');
    expect(await issue(caseId)).toBe(2);
    const [member, provider] = await letters(caseId);
    expect(member?.html).toContain(memberRationale);
    expect(provider?.html).toContain(rationale);
    for (const letter of [member, provider]) {
      expect(letter?.issued.kind).toBe('adverseDetermination');
      expect(letter?.html).toContain('NCD 240.2');
      expect(letter?.html.toLowerCase()).toContain('appeal');
      expect(letter?.document.appealDeadline).toBeDefined();
    }
  });

  test('are kept apart from those about what was approved', async () => {
    const caseId = await pended(2);
    await plan.decide(caseId, [denial(1), approval(2)]);
    expect(await issue(caseId)).toBe(4);
    expect((await letters(caseId)).map((l) => [l.issued.kind, l.issued.itemSequences])).toEqual([
      ['approval', [2]],
      ['approval', [2]],
      ['adverseDetermination', [1]],
      ['adverseDetermination', [1]],
    ]);
  });

  test('go out line by line as lines are decided', async () => {
    const caseId = await pended(2);
    await plan.decide(caseId, [denial(1)]);
    expect(await issue(caseId)).toBe(2);
    await plan.decide(caseId, [denial(2)]);
    expect(await issue(caseId)).toBe(2);
    expect((await letters(caseId)).map((l) => l.issued.itemSequences)).toEqual([[1], [1], [2], [2]]);
  });

  test('go out also when the request is taken back after the decision', async () => {
    const caseId = await pended(2);
    await plan.decide(caseId, [denial(1)]);
    await plan.act(coordinator, caseId, { type: 'Withdraw', requestedBy: 'Clinic', reason: 'Not wanted any more.' });
    expect(await issue(caseId)).toBe(2);
    expect(await issue(caseId)).toBe(0);
  });

  test('are due in the outbox of every act until they are out', async () => {
    const caseId = await pended();
    const due = async () =>
      (await plan.store.outbox.take(addElapsed(plan.environment.now(), { seconds: 1 }), 10, 60))
        .map((e) => e.topic)
        .filter((topic) => topic !== 'documents.read');
    expect(await due()).toEqual([]);
    await plan.decide(caseId, [denial()]);
    expect(await due()).toEqual(['notices.due']);
    await issue(caseId);
    plan.environment.pass({ seconds: 10 });
    await plan.act(nurse, caseId, { type: 'AddNote', text: 'Filed.' });
    expect(await due()).toEqual([]);
  });
});

test('a case without a decision, or that does not exist, has no letters', async () => {
  expect(await issue(await pended())).toBe(0);
  expect(await issue('00000000-0000-7000-8000-999999999999')).toBe(0);
});

test('an issued letter is opened only with an entry in the log of reads', async () => {
  const { caseId } = await plan.receive(oxygenArrival());
  await issue(caseId);
  const [letter] = await letters(caseId);
  const noticeId = letter?.issued.noticeId ?? '';
  expect((await openNotice(plan.casework, scope, caseId, noticeId, nurse.userId))?.html).toBe(letter?.html);
  expect(await openNotice(plan.casework, scope, caseId, 'another', nurse.userId)).toBeUndefined();
  expect(await plan.store.readLog.ofCase(scope, caseId, 10)).toMatchObject([
    { userId: nurse.userId, what: 'notice', resourceId: noticeId },
  ]);
});

describe('a preview', () => {
  const preview = async (caseId: string, decisions: readonly GivenDecision[]) => {
    const shown = await previewNotices(plan.as(physician), caseId, decisions);
    if (isRefusal(shown)) throw new Error(`refused: ${shown.code}`);
    return shown;
  };

  test('shows the letters that the decision would send, and keeps nothing', async () => {
    const caseId = await pended();
    await plan.decide(caseId, []);
    const before = await plan.store.cases.events(scope, caseId);
    const { letters: shown, problems } = await preview(caseId, [denial()]);
    expect(problems.filter((p) => p.field !== 'reading')).toEqual([]);
    expect(shown.map((l) => [l.audience, l.kind])).toEqual([
      ['member', 'adverseDetermination'],
      ['provider', 'adverseDetermination'],
    ]);
    expect(shown[0]?.html).toContain(memberRationale);
    expect(await plan.store.cases.events(scope, caseId)).toEqual(before);
    expect((await plan.state(caseId)).notices).toEqual([]);
  });

  test('names the field that is wanting', async () => {
    const caseId = await pended();
    await plan.decide(caseId, []);
    const bad = { ...denial(), memberRationale: 'Not medically necessary.' } as GivenDecision;
    const { letters: shown, problems } = await preview(caseId, [bad]);
    expect(shown).toEqual([]);
    expect(problems).toMatchObject([{ field: 'memberRationale (item 1)', message: expect.stringContaining('record') }]);
  });

  test('says which documents must be opened first', async () => {
    const { problems } = await preview(await pended(), [denial()]);
    expect(problems).toMatchObject([
      { field: 'evidenceNotOpened', message: expect.stringContaining('Oximetry report') },
    ]);
  });

  test('of a case that does not exist is a refusal', async () => {
    expect(await previewNotices(plan.as(physician), 'nowhere', [denial()])).toMatchObject({ code: 'caseNotFound' });
  });
});

test('a denial that no letter could explain, for want of criteria, is not accepted', async () => {
  const base = oxygenArrival();
  const service = { system: 'http://www.ama-assn.org/go/cpt', code: '27447' };
  const items = [{ ...base.request.items[0]!, service }];
  const { caseId } = await plan.receive({ ...base, request: { ...base.request, items } });
  expect(await plan.decide(caseId, [denial()])).toMatchObject({
    kind: 'refused',
    refusal: { code: 'criteriaMissing' },
  });
  const administrative = { ...denial(), reasonClass: 'administrative', reasonCodes: ['04'] } as GivenDecision;
  expect((await plan.decide(caseId, [administrative])).kind).toBe('done');
  expect(await issue(caseId)).toBe(2);
});

test('criteria that the physician names stand in the decision and in its letters, where none are held for the service', async () => {
  const base = oxygenArrival();
  const service = { system: 'http://www.ama-assn.org/go/cpt', code: '27447' };
  const items = [{ ...base.request.items[0]!, service }];
  const { caseId } = await plan.receive({ ...base, request: { ...base.request, items } });
  const criteriaCited = { name: 'Knee replacement policy 12', version: '2026-07-01', citation: 'section 3' };
  const named = { ...denial(), criteriaCited } as GivenDecision;
  expect((await plan.decide(caseId, [named])).kind).toBe('done');
  const [item] = (await plan.state(caseId)).items;
  expect(item?.determination).toMatchObject({ criteria: [{ setId: 'cited', ...criteriaCited }] });
  expect(item?.determination).not.toHaveProperty('criteriaCited');
  expect(await issue(caseId)).toBe(2);
  for (const { html } of await letters(caseId)) {
    expect(html).toContain('Knee replacement policy 12');
    expect(html).toContain('2026-07-01');
  }
});
