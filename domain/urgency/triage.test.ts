import { readUrgencyRules, urgencyRules } from '@openum/testkit/case/rules.ts';
import { describe, expect, test } from 'vitest';
import { suggestExpedited, type UrgencyFacts } from './triage.ts';

const facts = (change: Partial<UrgencyFacts> = {}): UrgencyFacts => ({
  urgency: 'standard',
  setting: 'outpatient',
  reviewType: 'prospective',
  categories: ['MRI and MR angiography'],
  diagnoses: ['M54.50'],
  age: 50,
  factsTrue: [],
  said: 'Back pain for ten weeks.',
  startsInDays: 10,
  ...change,
});
const ids = (f: UrgencyFacts) => suggestExpedited(urgencyRules, f).map((s) => s.id);

describe('signs that a request may not wait', () => {
  test('are none in an ordinary request', () => {
    expect(ids(facts())).toEqual([]);
  });

  test.each([
    [{ said: 'Waiting puts her life in Jeopardy.' }, 'stated-jeopardy'],
    [{ setting: 'inpatient', startsInDays: 0 }, 'inpatient-now'],
    [{ reviewType: 'concurrent', startsInDays: 1 }, 'treatment-running-out'],
    [{ factsTrue: ['php.dangerToSelfOrOthers'] }, 'danger-to-self-or-others'],
    [{ diagnoses: ['R45851'] }, 'suicidal-ideation'],
    [{ diagnoses: ['F10.230'], categories: ['Residential treatment'] }, 'withdrawal'],
    [{ age: 0, setting: 'home' }, 'newborn'],
    [{ categories: ['Home oxygen'], startsInDays: 1 }, 'oxygen-at-discharge'],
  ] as const)('%o: %s', (change, id) => {
    expect(ids(facts(change))).toContain(id);
  });

  test('are silent where a day is not known, and on what is expedited already', () => {
    const { startsInDays: _, ...undated } = facts({ reviewType: 'concurrent' });
    expect(ids(undated)).toEqual([]);
    expect(ids(facts({ urgency: 'expedited', said: 'urgent' }))).toEqual([]);
  });

  test('are sound data', () => {
    const rule = { id: 'x', version: '1', reason: 'Because.', citation: 'none' };
    const read = (when: object) => () => readUrgencyRules({ provenance: 'test', rules: [{ ...rule, when }] });
    expect(read({})).toThrow('says when');
    expect(read({ said: ['URGENT'] })).toThrow('lower case');
    expect(read({ factTrue: ['vital.bmi'] })).toThrow('yes-or-no');
  });
});
