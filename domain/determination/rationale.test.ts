import { describe, expect, test } from 'vitest';
import { rationaleProblems } from './rationale.ts';

describe('a reason for a denial', () => {
  test.each([
    'The home sleep test of 3 March shows 3 breathing pauses an hour. A CPAP device is covered from 5 an hour.',
    'No trial of six weeks of physical therapy is recorded before the lumbar fusion was asked for.',
    'Your oxygen level while resting was 93 percent. The plan pays for home oxygen at 88 percent or lower.',
    'Las notas muestran que su nivel de oxígeno en reposo fue de 93 por ciento.',
    '静息时您的血氧饱和度为百分之九十三，高于家庭氧疗的规定标准。',
  ])("that speaks of this member's record may be sent: %s", (text) => {
    expect(rationaleProblems(text)).toEqual([]);
  });

  test.each([
    'Does not meet medical necessity criteria.',
    "The requested service does not meet the plan's medical necessity criteria based on the clinical information submitted.",
    'Not medically necessary',
    'Based upon our review of the documentation provided, the request was determined not to be medically necessary and is denied.',
    'There is insufficient clinical documentation to support the medical necessity of the requested level of care.',
  ])('that would fit any request is refused: %s', (text) => {
    expect(rationaleProblems(text)).toContain('it is a stock phrase that would fit any request');
  });

  test.each(['', '   \n\t', '...', '—'])('that is empty is refused: %j', (t) => {
    expect(rationaleProblems(t)).toEqual(['it is empty']);
  });

  test.each(['0F', '0F, G47.33', 'E0601 0N 27447 M54.50'])('of codes alone is refused: %s', (t) => {
    expect(rationaleProblems(t)).toEqual(['it holds only codes']);
  });

  test('that repeats the name of the criteria is refused', () => {
    const name = 'Continuous positive airway pressure for sleep apnea';
    const text = `${name} criteria are not met for this request.`;
    expect(rationaleProblems(text, [name])).toContain('it is a stock phrase that would fit any request');
  });

  test('in capitals only is refused', () => {
    expect(rationaleProblems('SLEEP TEST SHOWS 3 EVENTS AN HOUR WHERE 5 ARE ASKED FOR BY THE RULE')).toEqual([
      'it is written in capital letters only',
    ]);
  });

  test('of a few words is refused', () => {
    expect(rationaleProblems('Sleep test shows three events.')).toContain('it has fewer than 8 words');
  });

  test.each([
    '{{reason}}',
    '[insert reason here]',
    'TBD',
    'see above',
    'aaaaaaaa',
    'Your test of 3 March shows [date] and less than the rule of five events asks.',
  ])('with a placeholder left in is refused: %s', (text) => {
    expect(rationaleProblems(text)).toEqual(['it still holds a placeholder']);
  });
});
