import { factsOnPage } from '@openum/domain/extraction/extract.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { readyClinicalText } from '../text/load.ts';
import { readyExtractionRules } from './load.ts';

const noted = '2026-10-02' as CalendarDate;
const extracted = (text: string, before?: CalendarDate) =>
  factsOnPage({ documentId: 'd', page: 1, text }, before, readyExtractionRules, readyClinicalText);
/** What is read of one fact, with its conditions and, where it is not that of the note, its day. */
const read = (key: string, text: string) =>
  extracted(text, noted)
    .facts.filter((f) => f.key === key)
    .map(({ value, qualifiers, at }) => [
      value.kind === 'quantity' ? `${value.value} ${value.unit}` : value.value,
      ...Object.values(qualifiers ?? {}),
      ...(at === noted ? [] : [at]),
    ]);

describe('a measurement', () => {
  test.each([
    ['vital.bmi', 'BMI 36.2 kg/m2 (prior 38.1)', '36.2 kg/m2'],
    ['vital.bmi', 'Body mass index today is 41', '41 kg/m2'],
    ['lab.hematocrit', 'Hematocrit (%)   57', '57 %'],
    ['lab.hematocrit', 'Hct 0.57', '0.57 1'],
    ['lab.pao2', 'PaO2    7.2   kPa   10.6-13.3', '7.2 kPa'],
    ['cardiac.lvef', 'with a 30% ejection fraction', '30 %'],
    ['tobacco.packYears', 'a 32 pack-year history of smoking', '32 {packYear}'],
    ['sleep.ahiOrRdi', 'AHI was 17.5 events per hour', '17.5 /h'],
    ['lowBackPain.duration', 'low back pain for three months', '3 mo'],
    ['drug.prednisoneEquivalentDaily', 'Medrol 8 mg po BID', '20 mg/d'],
    ['place.altitude', 'elevation 5,280 ft', '5280 [ft_i]'],
    ['sleep.recordedHours', 'Recording time 7 hours 12 minutes', '7.2 h'],
    ['lab.pao2', 'PaO2 54 mmHg (80 to 100)', '54 mm[Hg]'],
  ])('%s is read from "%s"', (key, text, value) => expect(read(key, text)).toEqual([[value]]));

  test.each([
    ['a range', 'vital.bmi', 'BMI 35-40'],
    ['a bound', 'cardiac.lvef', 'LVEF less than 35%'],
    ['a target', 'vital.oxygenSaturation', 'Goal SpO2 90%'],
    ['another unit', 'lung.fev1PercentPredicted', 'FEV1 1.2 L'],
    ['what cannot be', 'vital.bmi', 'BMI 362'],
    ['an earlier value without its day', 'vital.bmi', 'Previously BMI 41'],
    ['a time of day', 'lab.pao2', 'PaO2 drawn at 14:30'],
    ['a dose that changes', 'drug.prednisoneEquivalentDaily', 'Prednisone 40 mg daily, taper over 2 weeks'],
    ['a dose without how often', 'drug.prednisoneEquivalentDaily', 'Prednisone 40 mg'],
  ])('%s is no value', (_, key, text) => expect(read(key, text)).toEqual([]));

  test('that changed is what it became', () => {
    expect(read('vital.oxygenSaturation', 'SpO2 dropped from 94% to 86% with exertion')).toEqual([
      ['86 %', 'exercise', 'pulseOximetry'],
    ]);
  });

  test('has the conditions of its own clause, or those of the heading above', () => {
    expect(read('vital.oxygenSaturation', 'SpO2 93% on 2 L nasal cannula, 86% on room air at rest.')).toEqual([
      ['93 %', 'oxygen', 'pulseOximetry'],
      ['86 %', 'rest', 'room', 'pulseOximetry'],
    ]);
    expect(
      read('lab.pao2', 'ARTERIAL BLOOD GAS (room air, at rest) Collected: 10/01/2026\npH 7.38\nPaO2 52 mmHg'),
    ).toEqual([['52 mm[Hg]', 'rest', 'room', '2026-10-01']]);
  });
});

describe('what is said of a patient', () => {
  test.each([
    ['sx.insomnia', 'Reports insomnia.', true],
    ['sx.insomnia', 'Denies insomnia.', false],
    ['sx.insomnia', 'Insomnia: no', false],
    ['dx.type2Diabetes', 'PMH: COPD, type 2 diabetes.', true],
    ['lowBackPain.systemicCause', 'No identifiable systemic cause.', false],
    ['php.planOfCareSigned', 'Plan of care signed: [x] Yes [ ] No', true],
    ['php.planOfCareSigned', 'Plan of care signed: [ ] Yes [x] No', false],
    ['tobacco.status', 'Smoking status: Smoked and quit', 'former'],
    ['cardiac.nyhaClass', 'NYHA class III', 'III'],
  ])('%s is read from "%s"', (key, text, value) => expect(read(key, text)).toEqual([[value]]));

  test.each([
    ['of a relative', 'dx.type2Diabetes', 'Mother has type 2 diabetes.'],
    ['in the family history', 'dx.type2Diabetes', 'FAMILY HISTORY\nType 2 diabetes'],
    ['of what may come', 'sx.insomnia', 'Call if insomnia develops.'],
    ['of the past', 'sx.insomnia', 'History of insomnia.'],
    ['behind a box that nobody ticked', 'bed.sideRailsNeeded', '[ ] Side rails needed'],
    ['as a question', 'sx.insomnia', 'Insomnia?'],
    ['and left open', 'sx.insomnia', 'Insomnia: unknown'],
  ])('is no fact when it is said %s', (_, key, text) => expect(read(key, text)).toEqual([]));

  test('both ways stands both ways', () => {
    expect(read('sx.insomnia', 'Reports insomnia.\n\nDenies insomnia.')).toEqual([[true], [false]]);
  });
});

describe('a day', () => {
  test.each([
    ['Had NSTEMI on 9/7/2026.', '2026-09-07'],
    ['Had NSTEMI 25 days ago.', '2026-09-07'],
    ['NSTEMI Sept 7, 2026', '2026-09-07'],
    ['NSTEMI three weeks ago', '2026-09-11'],
  ])('of an event is that of "%s"', (text, at) => {
    expect(read('history.myocardialInfarction', text)).toEqual([[true, at]]);
  });
  test('of an event is not that of the note', () => {
    expect(read('history.myocardialInfarction', 'History of NSTEMI.')).toEqual([[true, undefined]]);
  });
  test('of a note is its date of service, not a date of birth, and goes on to its next page', () => {
    const first = extracted(
      'Doe, Jane DOB: 03/16/1960\nPrinted 11/01/2026\nDate of service: 10/05/2026\nBMI 36',
      undefined,
    );
    expect([first.noteDate, first.facts[0]?.at]).toEqual(['2026-10-05', '2026-10-05']);
    expect(extracted('page 2\nBMI 36', first.noteDate).facts[0]?.at).toBe('2026-10-05');
    expect(extracted('DOB 03/16/1960\nBMI 36').facts[0]?.at).toBeUndefined();
  });
});

describe('a line that a page breaks', () => {
  test.each([
    [
      'a day from its year',
      'history.myocardialInfarction',
      'Myocardial infarction on January 30,\n2026.',
      [true, '2026-01-30'],
    ],
    [
      'what happened from when',
      'history.myocardialInfarction',
      'Myocardial infarction on\n01/30/2026.',
      [true, '2026-01-30'],
    ],
    ['a name from its day', 'oxygen.testDate', 'Oxygen test date\n3/1/26', ['2026-03-01', '2026-03-01']],
    [
      'a label from its day',
      'oxygen.testDate',
      'Day of the qualifying oxygen test:\nMarch 1, 2026',
      ['2026-03-01', '2026-03-01'],
    ],
  ])('is read as one: %s', (_, key, text, value) => expect(read(key, text)).toEqual([value]));

  test('a day in another block is not that of the name above', () => {
    expect(read('oxygen.testDate', 'Oxygen test date\n\n3/1/26')).toEqual([]);
  });
});
