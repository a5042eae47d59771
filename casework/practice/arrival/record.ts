import type { Episode } from '@openum/domain/episode/state.ts';
import type { SaidVisit } from '@openum/domain/practiceArrival/arrival.ts';
import { type ArrivalPlan, type ArrivalRecord, arrivalPlan } from '@openum/domain/practiceArrival/steps.ts';
import type { PracticeArrival } from '../../port/practiceArrivals.ts';
import type { RegisteredPatient } from '../../port/practiceRegister.ts';
import type { EpisodeActing } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';

export type ReadArrival = {
  readonly plan: ArrivalPlan;
  readonly patient?: RegisteredPatient;
  readonly episodeId?: string;
};

type Course = { readonly episodeId: string; readonly episode: Episode };

/** The course that the visit is: by an earlier message, as the one that began on that day, or as the one in which the patient is. */
const courseOf = async (
  { casework, scope }: EpisodeActing,
  { clientId }: PracticeArrival,
  said: SaidVisit,
  patientId: string | undefined,
): Promise<Course | undefined> => {
  const { episodes, practiceArrivals } = casework;
  const known = await practiceArrivals.ofVisit(scope, clientId, said.visitNumber);
  const rows = patientId ? await episodes.list(scope, { presence: 'all', patientId }, undefined, 50) : [];
  const found =
    known ??
    rows.find((r) => r.admittedOn === said.admittedOn)?.episodeId ??
    rows.find((r) => r.dischargedOn === undefined)?.episodeId;
  const loaded = found ? await loadEpisode(episodes, scope, found) : undefined;
  return loaded && { episodeId: loaded.episodeId, episode: loaded.state };
};

const sameBirth = 20;

/** A message read against the record of the practice as it is now. */
export const readArrival = async (me: EpisodeActing, arrival: PracticeArrival): Promise<ReadArrival | undefined> => {
  const { casework, scope, practice } = me;
  const { said } = arrival;
  if (!said) return undefined;
  const { practiceRegister: register } = casework;
  const { chartNumber, family, given, birthDate } = said.patient;
  const patient = await register.patientByChart(scope, chartNumber);
  const named = patient ? [] : await register.searchPatients(scope, `${family}, ${given}`, sameBirth);
  const [course, programmes, payers] = await Promise.all([
    courseOf(me, arrival, said, patient?.patientId),
    register.programmes(scope),
    register.payers(scope),
  ]);
  const record: ArrivalRecord = {
    zone: practice.zone,
    ...(patient ? { patient } : {}),
    similar: named.filter((p) => p.birthDate === birthDate),
    ...(course ? { episode: course.episode } : {}),
    programmes,
    payers,
  };
  return {
    plan: arrivalPlan(said, record),
    ...(patient ? { patient } : {}),
    ...(course ? { episodeId: course.episodeId } : {}),
  };
};
