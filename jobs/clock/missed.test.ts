import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { composeLapse } from '@openum/domain/notice/clockLetter.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { missingElements } from '@openum/domain/notice/matrix.ts';
import { instant } from '@openum/domain/time/instant.ts';
import { nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { letterCase, letterContext, letterTemplate, noticeContent } from '@openum/testkit/notice/letterCase.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { sweepMissed } from './missed.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

const failures: unknown[] = [];
const sweep = (limit?: number, clocks: ClockList = plan.store.clockList, setAside = new Set<string>()) =>
  sweepMissed(plan.casework, clocks, setAside, (_, e) => failures.push(e), limit);
/** A request that came in now and could not be approved by rules. */
const pended = async (content: string): Promise<string> => {
  const base = oxygenArrival({ facts: noSaturation, receivedAt: plan.environment.now() }, content);
  const message = { ...base.message, identifier: { system: 'urn:clinic', value: content } };
  return (await plan.receive({ ...base, message })).caseId;
};
const effects = async (caseId: string) => (await plan.state(caseId)).missedDeadlines.map((m) => m.lapseEffect);

describe('the sweep over the clocks', () => {
  test('finds nothing before the due moment, and each missed clock once after it', async () => {
    const caseId = await pended('a');
    plan.environment.pass({ hours: 24 * 7 });
    expect(await sweep()).toBe(0);
    plan.environment.pass({ hours: 24 });
    expect(await sweep()).toBe(1);
    expect(await effects(caseId)).toEqual(['adverse']);
    expect(await sweep()).toBe(0);
    expect(failures).toEqual([]);
  });

  test('does nothing twice when the clock of the machine is set back', async () => {
    const caseId = await pended('a');
    plan.environment.pass({ hours: 24 * 8 });
    await sweep();
    plan.environment.pass({ hours: -24 * 3 });
    expect(await sweep()).toBe(0);
    plan.environment.pass({ hours: 24 * 3 });
    expect(await sweep()).toBe(0);
    expect(await effects(caseId)).toHaveLength(1);
  });

  test('catches up after a stop, the longest overdue first, at most so many in one turn, and says how late it was', async () => {
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c']) {
      ids.push(await pended(content));
      plan.environment.pass({ hours: 24 });
    }
    plan.environment.pass({ hours: 24 * 20 });
    const noted = async () => Promise.all(ids.map(async (id) => (await effects(id)).length));
    expect(await sweep(2)).toBe(2);
    expect(await noted()).toEqual([1, 1, 0]);
    expect(await sweep(2)).toBe(1);
    expect(await noted()).toEqual([1, 1, 1]);
    const [missed] = (await plan.state(ids[0] ?? '')).missedDeadlines;
    expect(missed?.lateBySeconds).toBeGreaterThan(14 * 24 * 3600);
  });

  test('goes on with the others when one cannot be noted', async () => {
    const caseId = await pended('a');
    plan.environment.pass({ hours: 24 * 9 });
    const broken: ListedClock = { caseId: 'gone', clockId: 'x', dueAt: instant('2026-11-01T00:00:00Z') };
    const withBroken: ClockList = {
      ...plan.store.clockList,
      missed: async (...asked) => [broken, ...(await plan.store.clockList.missed(...asked))],
    };
    const before = failures.length;
    expect(await sweep(9, withBroken)).toBe(1);
    expect(failures.slice(before)).toEqual([new Error('refused: caseNotFound')]);
    expect(await effects(caseId)).toEqual(['adverse']);
  });

  test('lets one that keeps failing stand in nobody’s way, and tries it again when the others are done', async () => {
    const caseId = await pended('a');
    plan.environment.pass({ hours: 24 * 9 });
    const broken: ListedClock = { caseId: 'gone', clockId: 'x', dueAt: instant('2026-11-01T00:00:00Z') };
    const clocks: ClockList = {
      ...plan.store.clockList,
      missed: async (s, now, limit) => [broken, ...(await plan.store.clockList.missed(s, now, limit))].slice(0, limit),
    };
    const setAside = new Set<string>();
    expect(await sweep(1, clocks, setAside)).toBe(0);
    expect(await sweep(1, clocks, setAside)).toBe(1);
    expect(await effects(caseId)).toEqual(['adverse']);
    const before = failures.length;
    await sweep(1, clocks, setAside);
    await sweep(1, clocks, setAside);
    expect(failures.length).toBe(before + 1);
  });

  test('passes over what was decided in time', async () => {
    const caseId = await pended('a');
    await plan.act(nurse, caseId, { type: 'Withdraw', requestedBy: 'Clinic', reason: 'Not needed.' });
    plan.environment.pass({ hours: 24 * 9 });
    expect(await sweep()).toBe(0);
  });

  test('gives the director a task that stays until the case is decided', async () => {
    const caseId = await pended('a');
    plan.environment.pass({ hours: 24 * 8 });
    await sweep();
    const tasks = async () => (await plan.store.cases.rows(scope, caseId))?.tasks.map((t) => [t.stepId, t.role]);
    expect(await tasks()).toContainEqual(['lapse', 'umDirector']);
    expect(
      (
        await plan.decide(caseId, [
          {
            outcome: 'approved',
            itemSequence: 1,
            authorized: {
              service: { system: oxygenArrival().request.items[0]?.service.system ?? '', code: 'E1390' },
              quantity: { value: 3, unit: 'mo' },
              period: { start: '2026-12-01', end: '2027-02-28' },
            },
          },
        ])
      ).kind,
    ).toBe('done');
    expect((await tasks())?.map(([step]) => step)).not.toContain('lapse');
  });
});

test('the member of a Medicare Advantage plan is told on the day that the deadline passed, with the right to appeal', async () => {
  const caseId = await pended('a');
  plan.environment.pass({ hours: 24 * 8 });
  await sweep();
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(1);
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
  const [issued] = (await plan.state(caseId)).notices;
  const kept = await plan.store.cases.notice(scope, caseId, issued?.noticeId ?? '');
  const letter = JSON.parse(kept?.html ?? '{}') as NoticeDocument;
  expect([letter.kind, letter.audience, letter.appealDeadline]).toEqual(['lapse', 'member', '2027-02-04']);
  expect(letter.readingGrade).toBeLessThanOrEqual(8);
});

test('a request that its rule deems approved gets a number for all that was asked, and its letters', async () => {
  plan = await aPlan((c) => ({
    ...c,
    knowledge: {
      ...c.knowledge,
      turnaroundRule: (id, version) => ({ ...c.knowledge.turnaroundRule(id, version), lapseEffect: 'approved' }),
    },
  }));
  const caseId = await pended('a');
  plan.environment.pass({ hours: 24 * 8 });
  expect(await sweep()).toBe(1);
  const [item] = (await plan.state(caseId)).items;
  expect(item?.determination).toMatchObject({
    outcome: 'approved',
    by: { kind: 'rule' },
    authorized: { authorizationNumber: expect.stringMatching(/^PA-/), period: item?.period, quantity: item?.quantity },
  });
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(2);
  expect((await plan.state(caseId)).notices.map((n) => n.kind)).toEqual(['approval', 'approval']);
});

test.each(linesOfBusiness)('a lapse letter says all that is demanded of it: %s', (line) => {
  const c = letterCase(line, [undefined]);
  for (const lapseEffect of ['adverse', 'exhausted'] as const) {
    const missed = {
      clockId: 'c1',
      ruleId: 'R',
      citation: '42 CFR 422.568(f)',
      lapseEffect,
      dueAt: instant('2026-11-24T23:59:59.999Z'),
      notedAt: instant('2026-11-25T00:00:30Z'),
      lateBySeconds: 30,
      itemSequences: [1],
    };
    const letter = composeLapse(c, missed, letterTemplate('lapse', 'member', line), letterContext(line));
    if ('code' in letter) throw new Error(letter.code);
    expect(missingElements(letter, noticeContent.matrix)).toEqual([]);
    expect(letter.warnings).toEqual([]);
  }
});
