import {
  acted,
  admitted,
  dayOf,
  dayProgramme,
  episodeOf,
  residential,
  service,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import type { Programme } from '../episode/record.ts';
import { calendarDate, instant, zoneId } from '../time/instant.ts';
import type { SaidVisit } from './arrival.ts';
import { type ArrivalRecord, arrivalPlan } from './steps.ts';

const said = (change: Partial<SaidVisit> = {}): SaidVisit => ({
  source: 'hl7',
  visitNumber: 'V-1',
  eventAt: instant('2026-11-20T15:00:00Z'),
  patient: { family: 'Quigley', given: 'Maeve', birthDate: calendarDate('1990-04-02'), chartNumber: 'C-1' },
  admittedOn: dayOf(0),
  emergency: false,
  units: ['HARBOR HOUSE'],
  coverages: [{ order: 1, payerName: 'Prairie Harbor Health Plan', memberNumber: 'PHP1000017' }],
  ...change,
});
const patient = {
  patientId: 'pat-1',
  family: 'Quigley',
  given: 'Maeve',
  birthDate: calendarDate('1990-04-02'),
  chartNumber: 'C-1',
};
const record = (change: Partial<ArrivalRecord> = {}): ArrivalRecord => ({
  zone: zoneId('America/New_York'),
  similar: [],
  programmes: [residential, dayProgramme].map((p) => ({ ...p, active: true })),
  payers: [{ payerId: 'payer-1', name: 'Prairie Harbor Health Plan', active: true }],
  ...change,
});
const present = { patient, episode: episodeOf(admitted) };
const doing = (...given: Parameters<typeof arrivalPlan>) => arrivalPlan(...given).steps.map((s) => s.do);

describe('an admission', () => {
  test('of somebody new opens a course in the programme that the unit names, with the payers', () => {
    expect(arrivalPlan(said(), record())).toEqual({
      steps: [
        { do: 'admit', on: dayOf(0), emergency: false, programmeId: 'p-res' },
        { do: 'setCoverage', payerId: 'payer-1', said: said().coverages[0] },
      ],
      questions: [],
    });
  });

  test('of somebody with a chart here is for that patient, and corrects the name', () => {
    const plan = arrivalPlan(said(), record({ patient: { ...patient, family: 'Quigly' } }));
    expect(plan.steps.slice(0, 2)).toMatchObject([
      { do: 'renamePatient', from: 'Quigly, Maeve' },
      { do: 'admit', patientId: 'pat-1' },
    ]);
  });

  test('asks what nobody but a person can know', () => {
    const { chartNumber: _, ...unnumbered } = patient;
    const plan = arrivalPlan(
      said({ units: ['3 WEST'], coverages: [{ order: 1, payerName: 'Acme', memberNumber: '1' }] }),
      record({ similar: [unnumbered] }),
    );
    expect(plan.questions.map((q) => q.ask)).toEqual(['whoIsIt', 'programme', 'payer']);
  });

  test('under a chart number of somebody born on another day changes nothing', () => {
    const other = record({ patient: { ...patient, birthDate: calendarDate('1971-01-01') } });
    expect(arrivalPlan(said(), other)).toEqual({ steps: [], questions: [{ ask: 'birthDate', known: '1971-01-01' }] });
  });
});

describe('a message about somebody who is in', () => {
  test('that says what is known changes nothing', () => {
    expect(arrivalPlan(said(), record(present))).toEqual({ steps: [], questions: [] });
  });

  test('moves the patient to the programme of the unit from the day on which it happened', () => {
    expect(arrivalPlan(said({ units: ['Harbor Day'] }), record(present)).steps).toEqual([
      { do: 'changeLevel', programmeId: 'p-php', from: '2026-11-20', among: false },
    ]);
  });

  test('that happened before the last move does not move the patient back', () => {
    const moved = acted(admitted, {
      type: 'ChangeLevelOfCare',
      programme: dayProgramme,
      from: dayOf(21),
      reason: 'Better.',
    });
    expect(doing(said(), record({ patient, episode: episodeOf(moved) }))).toEqual([]);
  });

  const on = (n: number) => ({ eventAt: instant(`${dayOf(n)}T15:00:00Z`), units: ['Harbor Day'] });
  const left = (from: typeof admitted, n: number) =>
    acted(from, { type: 'DischargeEpisode', on: dayOf(n), disposition: 'home' });
  const plan = (n: number, story: typeof admitted) =>
    arrivalPlan(said(on(n)), record({ patient, episode: episodeOf(story) }));

  test('told after the discharge, a move still goes into the history where it belongs', () => {
    expect(plan(10, left(admitted, 20))).toEqual({
      steps: [{ do: 'changeLevel', programmeId: 'p-php', from: dayOf(10), among: false }],
      questions: [],
    });
  });

  test('told after a later move, a move goes in between, and the later one stays', () => {
    const step3: Programme = { ...dayProgramme, programmeId: 'p-iop', levelOfCare: 'intensiveOutpatient' };
    const moved = acted(admitted, { type: 'ChangeLevelOfCare', programme: step3, from: dayOf(15), reason: 'Better.' });
    expect(plan(10, moved)).toEqual({
      steps: [{ do: 'changeLevel', programmeId: 'p-php', from: dayOf(10), among: true }],
      questions: [],
    });
    const history = acted(moved, {
      type: 'ChangeLevelOfCare',
      programme: dayProgramme,
      from: dayOf(10),
      reason: 'Told late.',
      among: true,
    });
    expect(episodeOf(history).levels.map((l) => [l.programme.programmeId, l.from])).toEqual([
      ['p-res', dayOf(0)],
      ['p-php', dayOf(10)],
      ['p-iop', dayOf(15)],
    ]);
    expect(plan(10, history).steps).toEqual([]);
  });

  test('the same move told earlier is one level, from the earlier day on', () => {
    const move = { type: 'ChangeLevelOfCare', programme: dayProgramme, reason: 'Better.' } as const;
    const history = acted(admitted, { ...move, from: dayOf(15) }, { ...move, from: dayOf(12), among: true });
    expect(episodeOf(history).levels.map((l) => l.from)).toEqual([dayOf(0), dayOf(12)]);
  });

  test('that cannot be put in without a person waits, with the reason', () => {
    expect(plan(21, left(admitted, 20))).toEqual({
      steps: [],
      questions: [{ ask: 'moveAfterDischarge', from: dayOf(21), dischargedOn: dayOf(20) }],
    });
    expect(plan(0, admitted).questions).toEqual([{ ask: 'moveOnSameDay', from: dayOf(0), known: 'Harbor House' }]);
    const entered = acted(admitted, { type: 'RecordServices', policy: 'warn', services: [service(11), service(12)] });
    expect(plan(10, left(entered, 20)).questions).toEqual([{ ask: 'moveOverServices', from: dayOf(10), services: 2 }]);
  });

  test('adds a payer that is new, and asks about one that nobody knows', () => {
    const twice = said({
      coverages: [
        ...said().coverages,
        { order: 2, payerName: 'prairie harbor health plan', memberNumber: 'X-2' },
        { order: 3, payerName: 'Acme', memberNumber: '3' },
      ],
    });
    const plan = arrivalPlan(twice, record(present));
    expect([plan.steps.map((s) => s.do), plan.questions]).toEqual([['setCoverage'], [{ ask: 'payer', said: 'Acme' }]]);
  });
});

describe('a discharge', () => {
  const left = said({ dischargedOn: dayOf(20), disposition: 'home' });
  const gone = acted(admitted, { type: 'DischargeEpisode', on: dayOf(20), disposition: 'home' });

  test('ends the course once', () => {
    expect(doing(left, record(present))).toEqual(['discharge']);
    expect(doing(left, record({ patient, episode: episodeOf(gone) }))).toEqual([]);
  });

  test('that overtook its admission waits for it, or brings it along when it tells the day', () => {
    expect(doing(left, record())).toEqual(['admit', 'setCoverage', 'discharge']);
    const { admittedOn: _, ...bare } = left;
    expect(arrivalPlan(bare, record())).toEqual({ steps: [], questions: [{ ask: 'noAdmission' }] });
  });

  test('is taken back when there is one', () => {
    const back = said({ cancelled: 'discharge' });
    expect(doing(back, record({ patient, episode: episodeOf(gone) }))).toEqual(['cancelDischarge']);
    expect(doing(back, record(present))).toEqual([]);
  });
});

test('an admission that is taken back waits for a person where a course has begun', () => {
  const back = said({ cancelled: 'admission' });
  expect(arrivalPlan(back, record(present)).questions).toEqual([{ ask: 'cancelledAdmission' }]);
  expect(arrivalPlan(back, record())).toEqual({ steps: [], questions: [] });
});
