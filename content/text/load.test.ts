import { copiedFrom } from '@openum/domain/text/copied.ts';
import { findAny, findPattern, readPattern } from '@openum/domain/text/pattern.ts';
import { mentionsOf, readText } from '@openum/domain/text/read.ts';
import { tokensOf } from '@openum/domain/text/token.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTextRules, readyClinicalText } from './load.ts';

const words = ['suicidal', 'tremor*', 'depression', 'relapse', 'seizure*', 'cravings', 'overdose'].map(readPattern);
const said = (text: string) =>
  mentionsOf(readText(text, readyClinicalText), words).map((m) => `${m.quote}: ${m.assertion}`);
const tokens = (text: string) => tokensOf(text, { from: 0, to: text.length });

describe('what a sentence says of its words', () => {
  test.each([
    ['Patient endorses cravings.', ['cravings: affirmed']],
    ['Patient denies feeling suicidal.', ['suicidal: negated']],
    ['Denies seizures, tremors and depression.', ['seizures: negated', 'tremors: negated', 'depression: negated']],
    ['Denies seizures but reports tremors.', ['seizures: negated', 'tremors: affirmed']],
    ['She denies that she is suicidal.', ['suicidal: negated']],
    ['Her mother died in May and she has cravings.', ['cravings: affirmed']],
    ['Monitoring for relapse is not needed. Tremor is not observed.', ['relapse: hypothetical', 'Tremor: negated']],
    ['No tremor. Cravings daily.', ['tremor: negated', 'Cravings: affirmed']],
    ['Cravings: none\nTremor: present', ['Cravings: negated', 'Tremor: affirmed']],
    ['History of seizures in childhood.', ['seizures: historical']],
    ['Seizure two years ago.', ['Seizure: historical']],
    ['Over the past 24 hours tremors have increased.', ['tremors: affirmed']],
    ['Mother died of an overdose.', ['overdose: otherPerson']],
    ['Mother reports that she found the patient suicidal.', ['suicidal: affirmed']],
    ['Conflict with her mother brings cravings.', ['cravings: affirmed']],
    ['Family history:\nDepression, overdose.', ['Depression: otherPerson', 'overdose: otherPerson']],
    ['Family history: depression\nHPI: cravings each night', ['depression: otherPerson', 'cravings: affirmed']],
    ['Call the crisis line if suicidal.', ['suicidal: hypothetical']],
    ['Monitor for seizures.', ['seizures: hypothetical']],
    ['Cannot be ruled out: relapse since Friday.', ['relapse: affirmed']],
    ['No change in tremor.', ['tremor: affirmed']],
    ['[ ] Suicidal [x] Cravings', ['Suicidal: unticked', 'Cravings: affirmed']],
    ['☐ Seizure\n☑ Tremor', ['Seizure: unticked', 'Tremor: affirmed']],
    [
      'Past psychiatric history:\n- Depression\n\nAssessment:\n- Relapse on Friday',
      ['Depression: historical', 'Relapse: affirmed'],
    ],
    ['Patient was seen by Dr. Adler, denies any\ntremor or cravings.', ['tremor: negated', 'cravings: negated']],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('each quote is the text at its place', () => {
    const text = '  Plan:\r\n 1. Cravings — “daily”. 2) No tremors; é seizure';
    for (const m of mentionsOf(readText(text, readyClinicalText), words)) {
      expect(text.slice(m.from, m.to)).toBe(m.quote);
      expect(m.sentence.from).toBeLessThanOrEqual(m.from);
      expect(m.sentence.to).toBeGreaterThanOrEqual(m.to);
    }
  });

  test('any text is read, and every sentence lies in it, one after the other', () => {
    const bits = fc.constantFrom(
      'No ',
      'tremor',
      '. ',
      '\n',
      ': ',
      '[ ] ',
      '- ',
      'Plan',
      'Dr. ',
      '; ',
      '☐',
      'é',
      '\u{1F600}',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const s of readText(text, readyClinicalText).sentences) {
          expect(s.from).toBeGreaterThanOrEqual(last);
          expect(s.to).toBeLessThanOrEqual(text.length);
          last = s.to;
        }
      }),
    );
  });
});

describe('phrases as data', () => {
  test.each([
    ['tremor* hands|arms', 'tremors hands', 1],
    ['cut .. wrist', 'cut on her left wrist', 1],
    ['cut .. wrist', 'cut on the inside of her left wrist', 0],
    ['ciwa ..2 #', 'CIWA score was 14', 1],
    ['# x? per|a week', '3x a week', 1],
    ['# x? per|a week', '3 per week', 1],
  ])('%s in "%s"', (pattern, text, count) => {
    expect(findPattern(readPattern(pattern), tokens(text))).toHaveLength(count);
  });

  test('numbers come with the match', () => {
    expect(findPattern(readPattern('bp # #'), tokens('BP 162/98'))[0]?.numbers).toEqual([162, 98]);
  });

  test('of two that overlap the longer one is kept', () => {
    const found = findAny(['risk', 'risk of relapse'].map(readPattern), tokens('high risk of relapse'));
    expect(found).toEqual([{ start: 1, end: 4, numbers: [] }]);
  });

  test.each(['', '.. a', 'a ..', 'a?', 'a||b', '*'])('"%s" is refused', (source) => {
    expect(() => readPattern(source)).toThrow('pattern');
  });

  test('a table with a wrong field names it', () => {
    expect(() => readTextRules({ version: '' })).toThrow('content/text: version');
  });
});

describe('words taken over from an earlier text', () => {
  const earlier = 'She slept four hours and did not attend the morning group because of panic.';

  test('a run is told with its place in both', () => {
    const text = `Day 5. ${earlier} New today: appetite poor.`;
    const { share, runs } = copiedFrom(earlier, text, 8);
    expect(runs).toHaveLength(1);
    const [run] = runs;
    expect(text.slice(run?.from, run?.to)).toBe(earlier.slice(0, -1));
    expect(earlier.slice(run?.earlier.from, run?.earlier.to)).toBe(earlier.slice(0, -1));
    expect(share).toBeCloseTo(14 / 20);
  });

  test('a text of its own shares nothing, a whole copy everything', () => {
    expect(copiedFrom(earlier, 'Something quite different was written on this day by another.', 8).share).toBe(0);
    expect(copiedFrom(earlier, earlier, 8).share).toBe(1);
    expect(copiedFrom('', '', 8).share).toBe(0);
  });
});
