import { turnaroundRules } from '@openum/content/turnaround/load.ts';
import { bindsReviewer } from '@openum/domain/clock/match.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, caseworkOf, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { memoryStore } from '@openum/testkit/memory/store.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { issueNotices } from '../notice/issue.ts';
import { extensionChoices } from './extensions.ts';
import { receiptsOf } from './receipts.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  caseId = (await plan.receive(oxygenArrival({ facts: noSaturation }))).caseId;
});

const { knowledge } = caseworkOf(memoryStore());
const reason = 'You told us that your test is on December 3, and asked us to wait for it.';
const clock = async () => {
  const c = await plan.state(caseId);
  const [first] = receiptsOf(c, knowledge, plan.environment.now());
  if (!first) throw new Error('given: no clock runs');
  return first;
};
const extend = async (actor = nurse) =>
  plan.act(actor, caseId, { type: 'ExtendClock', clockId: (await clock()).clockId, ground: 'enrolleeRequest', reason });
const rows = async () => {
  const found = await plan.store.cases.rows(scope, caseId);
  if (!found) throw new Error('given: the case has rows');
  return found;
};

test('the work list follows the extension as soon as the member’s letter is out', async () => {
  const before = (await rows()).case.nextDueAt;
  expect((await extend()).kind).toBe('done');
  expect((await rows()).case.nextDueAt).toBe(before);
  expect((await plan.store.outbox.take(plan.environment.now(), 10, 60)).map((o) => o.caseId)).toContain(caseId);
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(1);
  const { dueAt, lines } = await clock();
  expect((await rows()).case.nextDueAt).toBe(dueAt);
  expect(dueAt > (before ?? '')).toBe(true);
  expect(lines.at(-1)).toMatchObject({ kind: 'extension', counts: true });
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
});

test('the letter gives the reason in the plan’s own words, the new last day, and the right to a fast complaint', async () => {
  await extend();
  await issueNotices(plan.casework, scope, caseId);
  const [issued] = (await plan.state(caseId)).notices;
  const kept = await plan.store.cases.notice(scope, caseId, issued?.noticeId ?? '');
  const letter = JSON.parse(kept?.html ?? '{}') as NoticeDocument;
  const blocks = letter.sections.flatMap((s) => s.blocks);
  const said = (element: string) => JSON.stringify(blocks.find((b) => b.element === element));
  expect([letter.kind, letter.audience]).toEqual(['extension', 'member']);
  expect(said('extensionReason')).toContain(reason);
  expect(said('newDueDate')).toContain('December 14, 2026');
  expect(said('grievanceRight')).toContain('fast complaint');
  expect(letter.readingGrade).toBeLessThanOrEqual(8);
});

test('who may not extend gets no extension and the member no letter', async () => {
  expect(await extend(coordinator)).toMatchObject({ kind: 'refused', refusal: { code: 'roleMissing' } });
  expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
});

test('a clock that the case does not have is named as such', async () => {
  const act = { type: 'ExtendClock', clockId: 'none', ground: 'enrolleeRequest', reason } as const;
  expect(await plan.act(nurse, caseId, act)).toMatchObject({ refusal: { code: 'clockUnknown' } });
});

describe('what can be chosen', () => {
  const choices = async () => {
    const [first] = extensionChoices(await plan.state(caseId), knowledge, plan.environment.now());
    return first;
  };

  test('are the grounds of the rule and every length up to its longest, each with its due moment', async () => {
    const found = await choices();
    expect(found?.grounds).toEqual(['enrolleeRequest', 'noncontractEvidence', 'extraordinaryCircumstances']);
    expect(found?.lengths).toHaveLength(14);
    expect(found?.lengths.at(-1)).toEqual({
      by: { value: 14, unit: 'calendarDays' },
      dueAt: '2026-12-15T05:59:59.999Z',
    });
  });

  test('is nothing, with the reason, once it is extended', async () => {
    await extend();
    expect(await choices()).toMatchObject({ closed: { code: 'clockAlreadyExtended' }, lengths: [] });
  });
});

test('every ground on which a clock of a request can be extended has words for the member', () => {
  const grounds = turnaroundRules.filter(bindsReviewer).flatMap((r) => r.extension?.grounds ?? []);
  const words = knowledge.notices.languages.find((l) => l.language === 'en-US')?.words ?? {};
  expect(grounds.filter((g) => !words[`ground.${g}`])).toEqual([]);
});
