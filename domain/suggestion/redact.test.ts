import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactor } from './redact.ts';

const person = { names: ['Doe', 'Jane', 'Dr. Ann Roe'], ids: ['PHP1000007'] };
const text =
  'Jane DOE (MRN: 4471902, DOB 03/04/1950) seen on March 12, 2026 by Dr. Ann Roe, (309) 555-0142, a.roe@example.org. Member PHP1000007. SpO2 86%.';

describe('a prompt', () => {
  test('holds no name, number or day of the persons, and keeps what is clinical', () => {
    const hidden = redactor('all', person).hide(text);
    for (const word of ['Jane', 'DOE', '4471902', '1950', 'March', 'Roe', '555', 'example.org', 'PHP1000007'])
      expect(hidden).not.toContain(word);
    expect(hidden).toContain('SpO2 86%');
  });
  test('keeps days where only identifiers go out, and everything for a model of the house', () => {
    expect(redactor('identifiers', person).hide(text)).toContain('March 12, 2026');
    expect(redactor('none', person).hide(text)).toBe(text);
  });
  test('has one place-holder for the same words, so that the model can follow', () => {
    expect(redactor('all', person).hide('Doe and Doe')).toBe('[NAME-1] and [NAME-1]');
  });
});

describe('an answer', () => {
  test('gets its words back, and a day as a calendar date', () => {
    const r = redactor('all', person);
    r.hide('Seen March 12, 2026 by Doe');
    expect(r.restore('[NAME-1] was seen [DATE-1]')).toBe('Doe was seen March 12, 2026');
    expect(r.restoreDay('[DATE-1]')).toBe('2026-03-12');
  });
  test('keeps a place-holder that stands for nothing', () => {
    expect(redactor('all', person).restore('[NAME-9]')).toBe('[NAME-9]');
  });
  test('comes back as it was, whatever the text', () => {
    const piece = fc.constantFrom(
      'Jane',
      'Doe',
      ' ',
      '03/04/1950',
      '(309) 555-0142',
      'SpO2 86%',
      'PHP1000007',
      ',',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const whole = pieces.join('');
        const r = redactor('all', person);
        expect(r.restore(r.hide(whole))).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });
});
