import { nurse, otherNurse } from '@openum/testkit/case/actors.ts';
import { approval, asked, claimedBy, denial, determine, referred, withdrawn } from '@openum/testkit/case/acts.ts';
import { aRequest, hcpcs, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, now, received, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/load.ts';
import { project } from './project.ts';

const knowledge = loadKnowledge();
const rowsOf = (story: Story) => project('case-1', caseOf(story), knowledge);
const twoItems = aRequest({
  items: [oxygenItem(), oxygenItem({ sequence: 2, service: { system: hcpcs, code: 'E1392' } })],
});

describe('the line on the work list', () => {
  test('names the member, the service and the first hard deadline', () => {
    expect(rowsOf(received(twoItems)).case).toMatchObject({
      caseId: 'case-1',
      caseNumber: 'UM-1',
      version: 3,
      status: 'received',
      memberName: 'Akerman, Rosalind',
      serviceSummary: 'E1390 Oxygen concentrator, single port +1',
      nextDueAt: '2026-12-01T05:59:59.999Z',
      nextDueRuleId: 'MA-PRE-STD-PA',
      requestingProviderNpi: '1770000031',
    });
  });

  test('names a service that the catalogue does not have by its own words, or says so', () => {
    const of = (display?: string) =>
      received(
        aRequest({ items: [oxygenItem({ service: { system: 'x', code: 'Q1', ...(display ? { display } : {}) } })] }),
      );
    expect(rowsOf(of('Hover chair')).case.serviceSummary).toBe('Q1 Hover chair');
    expect(rowsOf(of()).case.serviceSummary).toBe('Q1 service not in the catalogue');
  });

  test.each<readonly [string, Story, string]>([
    ['a new case', received(), 'clinical'],
    ['a case that waits for information', after(received(), asked()), 'clinical'],
    ['a case with one line referred', after(received(twoItems), referred([2])), 'physician'],
    [
      'a case whose referred line is decided',
      after(received(twoItems), referred([2]), determine([denial({ itemSequence: 2 })])),
      'clinical',
    ],
    ['a decided case', after(received(), determine()), 'none'],
    ['a withdrawn case', after(received(), withdrawn), 'none'],
  ])('%s stands in its queue', (_name, story, queue) => {
    expect(rowsOf(story).case.queue).toBe(queue);
  });

  test('has no due moment once nothing is due', () => {
    expect(rowsOf(after(received(), withdrawn)).case.nextDueAt).toBeUndefined();
    expect(rowsOf(after(received(), withdrawn)).clocks).toMatchObject([{ metAt: now }]);
  });
});

describe('the line of an item', () => {
  test('of a denial shows who decided, by which licence and why, and no authorization', () => {
    const [row] = rowsOf(after(received(), determine())).items;
    expect(row).toMatchObject({
      status: 'denied',
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      decidedByKind: 'person',
      decidedByUserId: 'physician',
      decidedByProfession: 'physician',
      decidedByLicences: ['IL 036.112233'],
      decidedAt: now,
    });
    expect(row).not.toHaveProperty('authorizationNumber');
  });

  test('of an approval shows what is authorized', () => {
    expect(rowsOf(after(received(), determine([approval()]))).items).toMatchObject([
      {
        status: 'approved',
        authorizationNumber: 'PA-1',
        authorizedFrom: '2026-12-01',
        authorizedThrough: '2027-02-28',
        authorizedQuantity: 3,
        authorizedUnit: 'mo',
        reasonCodes: [],
      },
    ]);
  });

  test('that is open shows nothing decided', () => {
    const [row] = rowsOf(received()).items;
    expect(row).toMatchObject({ status: 'pended', reasonCodes: [], decidedByLicences: [] });
    expect(row).not.toHaveProperty('decidedAt');
  });
});

test('whoever has the case has its open steps, except the letters', () => {
  const claimed = after(
    received(twoItems),
    claimedBy(nurse),
    by(otherNurse, { type: 'AddNote', noteId: 'n', text: 'x' }),
  );
  expect(rowsOf(claimed).tasks).toMatchObject([{ stepId: 'review', assigneeUserId: 'nurse' }]);
  const notify = rowsOf(after(received(), determine())).tasks;
  expect(notify.map((t) => t.stepId)).toEqual(['notify']);
  expect(notify[0]).not.toHaveProperty('assigneeUserId');
});

test('the same case gives the same rows at any time', () => {
  const story = after(received(), referred());
  expect(rowsOf(story)).toEqual(rowsOf(story));
});
