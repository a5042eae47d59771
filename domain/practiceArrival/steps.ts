import type { Episode } from '../episode/state.ts';
import { type CalendarDate, dateInZone, type ZoneId } from '../time/instant.ts';
import type { SaidCoverage, SaidVisit } from './arrival.ts';
import { type LateMove, type Move, moveOf } from './move.ts';

type KnownPatient = {
  readonly patientId: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: CalendarDate;
  readonly chartNumber?: string;
};
type Named = { readonly name: string };
type KnownProgramme = Named & {
  readonly programmeId: string;
  readonly levelOfCare: string;
  readonly active: boolean;
};
type KnownPayer = Named & { readonly payerId: string; readonly active: boolean };

/** What the practice has on record of the patient of a message. */
export type ArrivalRecord = {
  readonly zone: ZoneId;
  /** By the chart number. */
  readonly patient?: KnownPatient;
  /** Of the same name and birth date, under another chart number or none. */
  readonly similar: readonly KnownPatient[];
  /** The course that the visit is, or the one in which the patient is present. */
  readonly episode?: Episode;
  readonly programmes: readonly KnownProgramme[];
  readonly payers: readonly KnownPayer[];
};

/** What only a person can say. */
export type ArrivalQuestion =
  | { readonly ask: 'whoIsIt'; readonly patients: readonly KnownPatient[] }
  | { readonly ask: 'programme'; readonly said: string }
  | { readonly ask: 'payer'; readonly said: string }
  | { readonly ask: 'birthDate'; readonly known: CalendarDate }
  | { readonly ask: 'noAdmission' }
  | { readonly ask: 'cancelledAdmission' }
  | LateMove;

/** With one of these a message cannot be taken up as it stands. */
export const blockingQuestions = [
  'birthDate',
  'noAdmission',
  'cancelledAdmission',
  'moveAfterDischarge',
] as const satisfies readonly ArrivalQuestion['ask'][];

export type ArrivalStep =
  | { readonly do: 'renamePatient'; readonly from: string }
  | {
      readonly do: 'admit';
      readonly on: CalendarDate;
      readonly emergency: boolean;
      readonly programmeId?: string;
      readonly patientId?: string;
    }
  | { readonly do: 'setCoverage'; readonly payerId: string; readonly said: SaidCoverage }
  | ({ readonly do: 'changeLevel'; readonly programmeId: string } & Move)
  | { readonly do: 'discharge'; readonly on: CalendarDate; readonly disposition: string }
  | { readonly do: 'cancelDischarge' };

export type ArrivalPlan = { readonly steps: readonly ArrivalStep[]; readonly questions: readonly ArrivalQuestion[] };

const key = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byName = <T extends Named & { readonly active: boolean }>(all: readonly T[], said: string): T | undefined =>
  all.find((x) => x.active && key(x.name) === key(said));

const programmeOf = ({ units }: SaidVisit, { programmes }: ArrivalRecord): KnownProgramme | undefined => {
  for (const unit of units) {
    const found = byName(programmes, unit);
    if (found) return found;
  }
  return undefined;
};

const coverageSteps = (said: SaidVisit, { payers, episode }: ArrivalRecord): ArrivalPlan => {
  const steps: ArrivalStep[] = [];
  const questions: ArrivalQuestion[] = [];
  for (const c of said.coverages) {
    const payer = byName(payers, c.payerName);
    if (!payer) questions.push({ ask: 'payer', said: c.payerName });
    else if (!episode?.coverages.some((k) => k.payerId === payer.payerId && k.memberNumber === c.memberNumber))
      steps.push({ do: 'setCoverage', payerId: payer.payerId, said: c });
  }
  return { steps, questions };
};

const admission = (said: SaidVisit, record: ArrivalRecord): ArrivalPlan => {
  const { admittedOn } = said;
  if (!admittedOn) return { steps: [], questions: [{ ask: 'noAdmission' }] };
  const programme = programmeOf(said, record);
  const { patient, similar } = record;
  const coverages = coverageSteps(said, record);
  return {
    steps: [
      {
        do: 'admit',
        on: admittedOn,
        emergency: said.emergency,
        ...(programme ? { programmeId: programme.programmeId } : {}),
        ...(patient ? { patientId: patient.patientId } : {}),
      },
      ...coverages.steps,
    ],
    questions: [
      ...(!patient && similar.length > 0 ? [{ ask: 'whoIsIt', patients: similar } as const] : []),
      ...(programme ? [] : [{ ask: 'programme', said: said.units.join(', ') } as const]),
      ...coverages.questions,
    ],
  };
};

const course = (said: SaidVisit, e: Episode, record: ArrivalRecord): ArrivalPlan => {
  const coverages = coverageSteps(said, record);
  const programme = programmeOf(said, record);
  const { move, question } = programme ? moveOf(e, programme, dateInZone(said.eventAt, record.zone)) : {};
  return {
    steps: [
      ...coverages.steps,
      ...(programme && move ? [{ do: 'changeLevel', programmeId: programme.programmeId, ...move } as const] : []),
    ],
    questions: [...coverages.questions, ...(question ? [question] : [])],
  };
};

const ending = (said: SaidVisit, e: Episode | undefined): readonly ArrivalStep[] => {
  if (said.cancelled === 'discharge') return e?.discharge ? [{ do: 'cancelDischarge' }] : [];
  if (!said.dischargedOn || e?.discharge) return [];
  return [{ do: 'discharge', on: said.dischargedOn, disposition: said.disposition ?? 'other' }];
};

/**
 * What a message would change in the record as it is now, and what a person must say first. Nothing of it is stored: a message that
 * waits is read against the record again each time, so that a discharge which overtook its admission finds its place by itself.
 */
export const arrivalPlan = (said: SaidVisit, record: ArrivalRecord): ArrivalPlan => {
  const { patient, episode } = record;
  if (patient && patient.birthDate !== said.patient.birthDate)
    return { steps: [], questions: [{ ask: 'birthDate', known: patient.birthDate }] };
  if (said.cancelled === 'admission') return { steps: [], questions: episode ? [{ ask: 'cancelledAdmission' }] : [] };
  const { family, given } = said.patient;
  const renamed = patient !== undefined && (key(patient.family) !== key(family) || key(patient.given) !== key(given));
  const main = episode ? course(said, episode, record) : admission(said, record);
  const admitted = episode !== undefined || main.steps.some((s) => s.do === 'admit');
  return {
    steps: [
      ...(renamed ? [{ do: 'renamePatient', from: `${patient.family}, ${patient.given}` } as const] : []),
      ...main.steps,
      ...(admitted ? ending(said, episode) : []),
    ],
    questions: main.questions,
  };
};
