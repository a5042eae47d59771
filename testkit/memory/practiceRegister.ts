import {
  defaultSettings,
  type PracticeRegister,
  type PracticeSettings,
  type RegisteredClinician,
  type RegisteredPatient,
  type RegisteredPayer,
  type RegisteredProgramme,
} from '@openum/casework/port/practiceRegister.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { compareText, perTenant } from './tenants.ts';

const patientKey = (p: RegisteredPatient): string => searchKey(`${p.family}, ${p.given}`);

/** Saves by id; what must be one of a kind and is not is refused, with nothing saved. */
const save = <T>(
  into: Map<string, T>,
  list: readonly T[],
  id: (t: T) => string,
  once: (t: T) => string | undefined,
  rule: string,
): void => {
  const next = new Map(into);
  for (const t of list) next.set(id(t), structuredClone(t));
  const keys = [...next.values()].map(once).filter((k) => k !== undefined);
  if (new Set(keys).size !== keys.length) throw new Error(`rule ${rule}`);
  for (const [k, t] of next) into.set(k, t);
};

const byName = <T extends { readonly name: string }>(all: Map<string, T>, id: (t: T) => string): readonly T[] =>
  structuredClone([...all.values()]).sort(
    (a, b) => compareText(searchKey(a.name), searchKey(b.name)) || compareText(id(a), id(b)),
  );

export const memoryPracticeRegister = (): PracticeRegister => {
  const tenant = perTenant(() => ({
    settings: [defaultSettings] as PracticeSettings[],
    programmes: new Map<string, RegisteredProgramme>(),
    payers: new Map<string, RegisteredPayer>(),
    clinicians: new Map<string, RegisteredClinician>(),
    patients: new Map<string, RegisteredPatient>(),
  }));
  return {
    settings: async (scope) => tenant(scope).settings[0] ?? defaultSettings,
    saveSettings: async (scope, settings) => {
      tenant(scope).settings[0] = settings;
    },
    programmes: async (scope) => byName(tenant(scope).programmes, (p) => p.programmeId),
    saveProgrammes: async (scope, list) =>
      save(
        tenant(scope).programmes,
        list,
        (p) => p.programmeId,
        (p) => searchKey(p.name),
        'practice_programme_name',
      ),
    payers: async (scope) => byName(tenant(scope).payers, (p) => p.payerId),
    savePayers: async (scope, list) =>
      save(
        tenant(scope).payers,
        list,
        (p) => p.payerId,
        (p) => searchKey(p.name),
        'practice_payer_name',
      ),
    clinicians: async (scope) => byName(tenant(scope).clinicians, (c) => c.clinicianId),
    saveClinicians: async (scope, list) =>
      save(
        tenant(scope).clinicians,
        list,
        (c) => c.clinicianId,
        (c) => c.npi,
        'practice_clinician_npi',
      ),
    patient: async (scope, patientId) => structuredClone(tenant(scope).patients.get(patientId)),
    patientByChart: async (scope, chartNumber) =>
      structuredClone([...tenant(scope).patients.values()].find((p) => p.chartNumber === chartNumber)),
    searchPatients: async (scope, text, limit) =>
      searchKey(text) === ''
        ? []
        : structuredClone([...tenant(scope).patients.values()])
            .filter((p) => patientKey(p).startsWith(searchKey(text)) || p.chartNumber?.startsWith(text.trim()))
            .sort((a, b) => compareText(patientKey(a), patientKey(b)) || compareText(a.patientId, b.patientId))
            .slice(0, limit),
    savePatients: async (scope, list) =>
      save(
        tenant(scope).patients,
        list,
        (p) => p.patientId,
        (p) => p.chartNumber,
        'practice_patient_chart',
      ),
  };
};
