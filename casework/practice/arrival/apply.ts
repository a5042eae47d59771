import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { SaidVisit } from '@openum/domain/practiceArrival/arrival.ts';
import type { ArrivalStep } from '@openum/domain/practiceArrival/steps.ts';
import type { PracticeArrival } from '../../port/practiceArrivals.ts';
import type { EpisodeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { admitPatient } from '../episode/open.ts';
import { type RecordAct, recordCommand } from '../episode/recordAct.ts';
import { readArrival } from './record.ts';

/** What a person adds to a message. */
export type ArrivalChoice = {
  /** One of the patients of that name and birth date; absent: somebody new. */
  readonly patientId?: string;
  readonly programmeId?: string;
};

type Doing = {
  readonly me: EpisodeActing;
  readonly arrival: PracticeArrival;
  readonly said: SaidVisit;
  readonly choice: ArrivalChoice;
};
type AdmitStep = Extract<ArrivalStep, { do: 'admit' }>;

const coverageOf = (step: Extract<ArrivalStep, { do: 'setCoverage' }>) => ({
  order: step.said.order,
  payerId: step.payerId,
  memberNumber: step.said.memberNumber,
  ...(step.said.groupNumber ? { groupNumber: step.said.groupNumber } : {}),
});

const admit = async ({ me, arrival, said, choice }: Doing, step: AdmitStep, steps: readonly ArrivalStep[]) => {
  const patientId = step.patientId ?? choice.patientId;
  const programmeId = choice.programmeId ?? step.programmeId;
  if (!programmeId) return { kind: 'refused', refusal: refuse('fieldMissing', { field: 'programmeId' }) } as const;
  return admitPatient(me, {
    commandId: arrival.arrivalId,
    ...(patientId ? { patientId } : { newPatient: said.patient }),
    programmeId,
    admittedOn: step.on,
    emergency: step.emergency,
    coverages: steps.flatMap((s) => (s.do === 'setCoverage' ? [coverageOf(s)] : [])),
  });
};

/** The name of the patient in the register, and the chart number of one who had none; courses keep the name that they began with. */
const correctPatient = async ({ me, said }: Doing, patientId: string | undefined): Promise<void> => {
  const { practiceRegister } = me.casework;
  const patient = patientId ? await practiceRegister.patient(me.scope, patientId) : undefined;
  const { family, given, chartNumber } = said.patient;
  if (patient) await practiceRegister.savePatients(me.scope, [{ ...patient, family, given, chartNumber }]);
};

const actOf = (step: ArrivalStep, { arrival, me }: Doing): RecordAct | undefined => {
  switch (step.do) {
    case 'setCoverage':
      return { type: 'SetCoverage', ...coverageOf(step), coverageId: me.casework.environment.newId() };
    case 'changeLevel':
      return {
        type: 'ChangeLevelOfCare',
        programmeId: step.programmeId,
        from: step.from,
        reason: `Told by ${arrival.clientName}.`,
        ...(step.among ? { among: true } : {}),
      };
    case 'discharge':
      return { type: 'DischargeEpisode', on: step.on, disposition: step.disposition };
    case 'cancelDischarge':
      return { type: 'CancelDischarge', reason: `Taken back by ${arrival.clientName}.` };
    case 'admit':
    case 'renamePatient':
      return undefined;
  }
};

export type Applied =
  | { readonly kind: 'done'; readonly episodeId?: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Does what a message says, step by step; each step once, however often this is tried. The rules of the episode decide on each: a step
 * that they refuse leaves the message waiting, with the steps before it done.
 */
export const applyArrival = async (
  me: EpisodeActing,
  arrival: PracticeArrival,
  choice: ArrivalChoice = {},
): Promise<Applied> => {
  const read = await readArrival(me, arrival);
  const { said } = arrival;
  if (!read || !said) return { kind: 'refused', refusal: refuse('arrivalNotFound') };
  const doing: Doing = { me, arrival, said, choice };
  const { steps } = read.plan;
  const opening = steps.find((s) => s.do === 'admit');
  let episodeId = read.episodeId;
  if (opening) {
    const acted = await admit(doing, opening, steps);
    if (acted.kind === 'refused') return acted;
    episodeId = arrival.arrivalId;
  }
  if (steps.some((s) => s.do === 'renamePatient')) await correctPatient(doing, read.patient?.patientId);
  if (choice.patientId && !read.patient) await correctPatient(doing, choice.patientId);
  for (const [n, step] of steps.entries()) {
    const act = opening && step.do === 'setCoverage' ? undefined : actOf(step, doing);
    if (!act || !episodeId) continue;
    const acted: EpisodeActed = await actOnEpisode(me.casework, me.scope, {
      episodeId,
      commandId: `${arrival.arrivalId}.${n}.${step.do}`,
      command: (loaded) => recordCommand(act, me, loaded),
    });
    if (acted.kind === 'refused') return acted;
  }
  return { kind: 'done', ...(episodeId ? { episodeId } : {}) };
};
