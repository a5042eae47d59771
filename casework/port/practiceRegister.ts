import type { UncoveredPolicy } from '@openum/domain/episode/command.ts';
import type { EpisodeCoverage, Patient, Programme } from '@openum/domain/episode/record.ts';
import type { Scope } from './scope.ts';

/** A patient as the practice keeps them, with the payers that stand for them at present. */
export type RegisteredPatient = Patient & { readonly coverages: readonly EpisodeCoverage[] };

export type RegisteredProgramme = Programme & { readonly active: boolean };

/** A payer by name; what it wants is on its rule card. */
export type RegisteredPayer = { readonly payerId: string; readonly name: string; readonly active: boolean };

export type RegisteredClinician = {
  readonly clinicianId: string;
  readonly name: string;
  readonly npi?: string;
  readonly userId?: string;
  readonly active: boolean;
};

export type PracticeSettings = {
  /** When a service is recorded that nothing covers. */
  readonly recordUncovered: UncoveredPolicy;
  /** When such a service is put on a claim. */
  readonly billUncovered: UncoveredPolicy;
};

export const defaultSettings: PracticeSettings = { recordUncovered: 'warn', billUncovered: 'block' };

/** People, programmes and payers of a practice: what the forms choose from. Saving replaces by id. */
export type PracticeRegister = {
  settings(scope: Scope): Promise<PracticeSettings>;
  saveSettings(scope: Scope, settings: PracticeSettings): Promise<void>;
  /** By name. */
  programmes(scope: Scope): Promise<readonly RegisteredProgramme[]>;
  /** Throws on a name that another programme has. */
  saveProgrammes(scope: Scope, programmes: readonly RegisteredProgramme[]): Promise<void>;
  payers(scope: Scope): Promise<readonly RegisteredPayer[]>;
  savePayers(scope: Scope, payers: readonly RegisteredPayer[]): Promise<void>;
  clinicians(scope: Scope): Promise<readonly RegisteredClinician[]>;
  saveClinicians(scope: Scope, clinicians: readonly RegisteredClinician[]): Promise<void>;
  patient(scope: Scope, patientId: string): Promise<RegisteredPatient | undefined>;
  patientByChart(scope: Scope, chartNumber: string): Promise<RegisteredPatient | undefined>;
  /** Start of family name, `family, given`, or chart number; at most `limit`. */
  searchPatients(scope: Scope, text: string, limit: number): Promise<readonly RegisteredPatient[]>;
  /** Throws on a chart number that another patient has. */
  savePatients(scope: Scope, patients: readonly RegisteredPatient[]): Promise<void>;
};
