import { changeBetween, checkNote, type NoteToCheck, summaryOf } from '@openum/domain/noteCheck/check.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readyClinicalText } from '../text/load.ts';
import { readyNoteGuide } from './load.ts';

const check = (text: string, more: Partial<NoteToCheck> = {}) => {
  const read = checkNote({ text, levelOfCare: 'residential', ...more }, readyNoteGuide, readyClinicalText);
  if (!read) throw new Error('the guide knows this level');
  return read;
};
const finding = (text: string, id: string, levelOfCare = 'residential') =>
  check(text, { levelOfCare }).findings.find((f) => f.indicatorId === id);

describe('an indicator', () => {
  test('is present with the words that show it and their place', () => {
    const text = 'She reports suicidal thoughts each night.';
    const risk = finding(text, 'risk');
    expect(risk?.outcome).toBe('present');
    expect(risk?.evidence.map((e) => text.slice(e.from, e.to))).toEqual(['suicidal thoughts']);
    expect(risk?.ifTrue).toBeUndefined();
  });

  test('is missing when nothing is said, and then the note is told what to document if true', () => {
    const risk = finding('Ate lunch.', 'risk');
    expect(risk?.outcome).toBe('missing');
    expect(risk?.ifTrue).toMatch(/^If true: /);
  });

  test('of a relative, of long ago or of what may come is shown aside and counts as missing', () => {
    const risk = finding(
      'Her brother died by a suicide attempt. History of a suicide attempt. Call if suicidal.',
      'risk',
    );
    expect(risk?.outcome).toBe('missing');
    expect(risk?.evidence.map((e) => e.aside)).toEqual(['otherPerson', 'historical', 'hypothetical']);
  });

  test('is contradicted when the note only denies it, or says it both ways', () => {
    expect(finding('Denies SI and HI.', 'risk')?.outcome).toBe('contradicted');
    expect(finding('Reports suicidal thoughts.\nRisk assessment: no suicidal ideation.', 'risk')?.outcome).toBe(
      'contradicted',
    );
  });

  test('is present when one sign is there and another is denied', () => {
    expect(finding('Tremor of both hands, no vomiting.', 'withdrawal')?.outcome).toBe('present');
  });

  test('an earlier attempt at a lower level counts though it is history', () => {
    expect(finding('Treatment history: failed IOP twice.', 'barriers')?.outcome).toBe('present');
  });

  test('said loosely does not count', () => {
    const measures = finding('Vitals taken, CIWA done.', 'measures');
    expect(measures?.outcome).toBe('missing');
    expect(measures?.evidence.map((e) => e.aside)).toEqual(['loose', 'loose']);
  });

  test.each([
    ['12 hours per week', 'contradicted'],
    ['22 hours per week', 'present'],
  ])('partial hospitalization with %s of services is %s', (said, outcome) => {
    const frequency = finding(`Programme of ${said}.`, 'frequency', 'partialHospitalization');
    expect(frequency?.outcome).toBe(outcome);
  });
});

describe('wording that reads as no longer needing the level', () => {
  const rules = (text: string) => check(text).wording.map((w) => w.ruleId);

  test.each([
    ['Patient is stable.', ['stable']],
    ['Doing well, improving.', ['doingWell', 'improving']],
    ['Patient is not stable.', []],
    ['Has stable housing.', []],
    ['Vital signs stable.', []],
    ['Improving but still cannot be alone.', []],
    ['Improving. However, she still cannot be alone.', []],
    ['Improving. Lunch was late. She still needs help.', ['improving']],
    ['Her mother is doing well.', []],
  ])('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });
});

describe('a note against the one before it', () => {
  const previous =
    'Patient stayed in bed until noon on Tuesday and did not come to the morning group because of panic.';

  test('copied words are marked and the share is told', () => {
    const { copied } = check(`${previous} Ate well.`, { previous });
    expect(copied?.tooMuch).toBe(true);
    expect(copied?.runs).toHaveLength(1);
  });

  test('without an earlier note nothing is said of copying', () => {
    expect(check(previous)).not.toHaveProperty('copied');
    expect(check(previous, { previous: '  ' })).not.toHaveProperty('copied');
  });
});

describe('the requested level against what is documented', () => {
  const severe =
    'Relapsed in IOP in June. Lives with a roommate who uses heroin. Requires 24-hour supervision. UDS positive.';

  test.each([
    [severe, 'residential', 'supported'],
    ['Depressed mood daily. Unable to work.', 'residential', 'lower'],
    ['Endorses SI with plan to overdose.', 'partialHospitalization', 'higher'],
    ['Ate lunch.', 'residential', 'nothing'],
  ])('%s for %s: %s', (text, levelOfCare, outcome) => {
    expect(check(text, { levelOfCare }).level.outcome).toBe(outcome);
  });

  test('a level that the guide does not know is not judged', () => {
    expect(checkNote({ text: 'x', levelOfCare: 'spa' }, readyNoteGuide, readyClinicalText)).toBeUndefined();
  });
});

test('what changed between two checks is told by indicator', () => {
  const [before, after] = ['Patient is stable.', 'Patient reports suicidal thoughts.'].map((t) => summaryOf(check(t)));
  const change = changeBetween(before!, after!);
  expect(change.settled).toEqual(['risk']);
  expect(change.arisen).toEqual([]);
  expect(change.wording).toBe(-1);
});

test('any text is checked, and every quote stands in it at its place', () => {
  const bits = fc.constantFrom(
    'Denies ',
    'SI',
    ' tremor',
    '. ',
    '\n',
    'Plan: ',
    '[ ] ',
    '24-hour care',
    'stable',
    ' 5 ',
    'but ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const read = check(text, { previous: text });
      for (const e of read.findings.flatMap((f) => f.evidence)) expect(text.slice(e.from, e.to)).toBe(e.quote);
      for (const w of read.wording) expect(text.slice(w.from, w.to)).toBe(w.quote);
    }),
    { numRuns: 60 },
  );
});
