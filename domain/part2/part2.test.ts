import { coordinator, director, nurse, physician } from '@openum/testkit/case/actors.ts';
import { aRequest, document, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { originWithin } from '../document/origin.ts';
import { carriesPart2, type Part2Rule, part2Documents, part2Ground, part2Problem } from './part2.ts';

const rule: Part2Rule = {
  citation: '42 CFR 2.32(a)',
  diagnosisPrefixes: ['F11'],
  serviceCodes: ['H0015'],
  levelsOfCare: ['withdrawalManagement'],
  openRoles: ['clinicalReviewer', 'medicalDirector'],
};
const opioid = { diagnoses: [{ sequence: 1, code: 'F11.20', principal: true }] };
const mark = (isProtected: boolean, documentIds?: readonly string[], reason = 'The program says so.') =>
  by(nurse, { type: 'MarkPart2', protected: isProtected, reason, ...(documentIds ? { documentIds } : {}) });
const withFile = (documentId: string) => by(nurse, { type: 'AttachDocument', document: document(documentId) });
const files = (story: Story) => part2Documents(caseOf(story), rule);

describe('records of substance use treatment', () => {
  test.each([
    ['a diagnosis', opioid, { kind: 'diagnosis', code: 'F11.20' }],
    [
      'a service',
      { items: [oxygenItem({ service: { system: 'x', code: 'H0015' }, diagnoses: [] })] },
      { kind: 'service', code: 'H0015' },
    ],
    [
      'a level of care',
      { items: [oxygenItem({ levelOfCare: 'withdrawalManagement', diagnoses: [] })] },
      { kind: 'levelOfCare', code: 'withdrawalManagement' },
    ],
  ] as const)('are known by %s', (_, change, ground) => {
    const c = caseOf(received(aRequest(change)));
    expect(part2Ground(c, rule)).toEqual(ground);
    expect(carriesPart2(c, rule)).toBe(true);
  });

  test('are not in a case that nothing points to', () => {
    const c = caseOf(after(received(), withFile('d1')));
    expect(part2Ground(c, rule)).toBeUndefined();
    expect(carriesPart2(c, rule)).toBe(false);
  });

  test('are where a person says so, of the case or of one document, and are not where one says otherwise', () => {
    const story = after(received(), withFile('d1'), withFile('d2'));
    const one = after(story, mark(true, ['d2']));
    expect(files(one)).toEqual(['d2']);
    expect(part2Ground(caseOf(one), rule)).toBeUndefined();
    expect(carriesPart2(caseOf(one), rule)).toBe(true);
    const whole = after(one, mark(true));
    expect(part2Ground(caseOf(whole), rule)).toMatchObject({ kind: 'person', by: nurse.name });
    expect(files(whole)).toEqual(expect.arrayContaining(['d1', 'd2']));
    expect(files(after(whole, mark(false, ['d1'])))).not.toContain('d1');
    expect(carriesPart2(caseOf(after(whole, mark(false))), rule)).toBe(false);
    expect(part2Ground(caseOf(after(received(aRequest(opioid)), mark(false))), rule)).toBeUndefined();
  });

  test('are also what was taken out of a marked document; each file is cleared by itself', () => {
    const inside = document('inside', { origin: originWithin('holder') });
    const story = after(received(), withFile('holder'), by(nurse, { type: 'AttachDocument', document: inside }));
    const marked = after(story, mark(true, ['holder']));
    expect(files(marked)).toEqual(['holder', 'inside']);
    expect(files(after(marked, mark(false, ['inside'])))).toEqual(['holder']);
    expect(files(after(marked, mark(false, ['inside']), mark(true, ['holder'])))).toEqual(['holder', 'inside']);
    expect(files(after(story, mark(true, ['inside']), mark(false, ['holder'])))).toEqual(['inside']);
    expect(files(after(marked, mark(false)))).toEqual([]);
  });

  test.each([
    ['without a reason', mark(true, undefined, ' '), 'fieldMissing'],
    ['of no document', mark(true, []), 'fieldMissing'],
    ['of a document that is not there', mark(true, ['nothing']), 'documentUnknown'],
  ] as const)('are not marked %s', (_, command, code) => {
    expect(when(received(), command)).toMatchObject({ code });
  });

  test('open to the roles that the rule names', () => {
    expect(part2Problem(physician, rule)).toBeUndefined();
    expect(part2Problem(director, rule)).toMatchObject({ code: 'part2Closed' });
    expect(part2Problem(coordinator, rule)).toMatchObject({ code: 'part2Closed' });
  });
});
