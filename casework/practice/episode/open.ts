import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Clinician, Patient } from '@openum/domain/episode/record.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { RegisteredPatient } from '../../port/practiceRegister.ts';
import { byAt, type EpisodeActing } from '../acting.ts';
import { type EpisodeActed, openEpisode } from './act.ts';
import { loadEpisode } from './load.ts';
import { coverageCommand, type GivenCoverage, programmeById } from './recordAct.ts';

export type GivenPatient = {
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly chartNumber?: string | undefined;
  readonly part2?: boolean | undefined;
};

export type GivenAdmission = {
  /** Made by whoever asks; it becomes the id of the episode, so that asking twice opens one. */
  readonly commandId: string;
  readonly patientId?: string | undefined;
  readonly newPatient?: GivenPatient | undefined;
  readonly programmeId: string;
  readonly admittedOn: string;
  readonly emergency: boolean;
  readonly clinicianId?: string | undefined;
  readonly coverages: readonly GivenCoverage[];
};

const patientOf = async (me: EpisodeActing, a: GivenAdmission): Promise<RegisteredPatient | Refusal> => {
  const { practiceRegister, environment } = me.casework;
  if (a.patientId)
    return (
      (await practiceRegister.patient(me.scope, a.patientId)) ??
      refuse('fieldInvalid', { field: 'patientId', problem: 'there is no such patient' })
    );
  if (!a.newPatient) return refuse('fieldMissing', { field: 'patientId or newPatient' });
  const { chartNumber, part2, birthDate, ...name } = a.newPatient;
  if (chartNumber && (await practiceRegister.patientByChart(me.scope, chartNumber)))
    return refuse('fieldInvalid', { field: 'newPatient.chartNumber', problem: 'another patient has this number' });
  return {
    patientId: environment.newId(),
    ...name,
    birthDate: birthDate as CalendarDate,
    ...(chartNumber ? { chartNumber } : {}),
    ...(part2 ? { part2 } : {}),
    coverages: [],
  };
};

const clinicianOf = async (me: EpisodeActing, clinicianId: string): Promise<Clinician | undefined> => {
  const found = (await me.casework.practiceRegister.clinicians(me.scope)).find((c) => c.clinicianId === clinicianId);
  return (
    found && {
      name: found.name,
      ...(found.npi ? { npi: found.npi } : {}),
      ...(found.userId ? { userId: found.userId } : {}),
    }
  );
};

/** Admission: an episode for a patient of the register, or for a new one who is entered with it. */
export const admitPatient = async (me: EpisodeActing, a: GivenAdmission): Promise<EpisodeActed> => {
  const { casework, scope } = me;
  const refused = (refusal: Refusal): EpisodeActed => ({ kind: 'refused', refusal });
  const before = await loadEpisode(casework.episodes, scope, a.commandId);
  if (before) return { kind: 'done', version: before.state.version, state: before.state, events: [] };
  const known = await patientOf(me, a);
  if (isRefusal(known)) return refused(known);
  const present = await casework.episodes.list(
    scope,
    { presence: 'present', patientId: known.patientId },
    undefined,
    1,
  );
  const [other] = present;
  if (other) return refused(refuse('patientPresent', { episode: other.episodeNumber }));
  const programme = await programmeById(me, a.programmeId);
  if ('kind' in programme) return refused(programme);
  const clinician = a.clinicianId ? await clinicianOf(me, a.clinicianId) : undefined;
  if (a.clinicianId && !clinician)
    return refused(refuse('fieldInvalid', { field: 'clinicianId', problem: 'there is no such clinician' }));

  const commands = [];
  for (const c of a.coverages) {
    const command = await coverageCommand(me, c);
    if ('kind' in command) return refused(command);
    commands.push(command);
  }
  const { coverages: _before, ...patient } = known;
  const acted = await openEpisode(casework, scope, {
    episodeId: a.commandId,
    commandId: a.commandId,
    command: {
      type: 'OpenEpisode',
      episodeNumber: casework.environment.newNumber('EP'),
      patient: patient satisfies Patient,
      programme,
      admittedOn: a.admittedOn as CalendarDate,
      emergency: a.emergency,
      ...(clinician ? { clinician } : {}),
      ...byAt(me),
    },
    coverages: commands,
  });
  if (acted.kind === 'done' && acted.events.length > 0)
    await casework.practiceRegister.savePatients(scope, [
      { ...patient, coverages: acted.state.coverages.length > 0 ? acted.state.coverages : known.coverages },
    ]);
  return acted;
};
