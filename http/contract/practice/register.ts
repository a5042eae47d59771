import type {
  PracticeSettings,
  RegisteredClinician,
  RegisteredPatient,
  RegisteredPayer,
  RegisteredProgramme,
} from '@openum/casework/port/practiceRegister.ts';
import { uncoveredPolicies } from '@openum/domain/episode/command.ts';
import { z } from 'zod';

export type { RegisteredClinician, RegisteredPatient, RegisteredPayer, RegisteredProgramme };

/** GET /api/practice/register. */
export type RegisterView = {
  readonly programmes: readonly RegisteredProgramme[];
  readonly payers: readonly RegisteredPayer[];
  readonly clinicians: readonly RegisteredClinician[];
  readonly settings: PracticeSettings;
  /** Colleagues to whom one can hand over. */
  readonly people: readonly { readonly userId: string; readonly name: string }[];
};

export const settingsBody = z.object({
  recordUncovered: z.enum(uncoveredPolicies),
  billUncovered: z.enum(uncoveredPolicies),
});

const name = z.string().trim().min(1, 'it is missing').max(200);

export const programmeBody = z.object({
  programmeId: z.string().max(64).optional(),
  name,
  levelOfCare: z.string().trim().min(1, 'it is missing').max(100),
  code: z.string().trim().min(1, 'it is missing').max(20),
  charge: z.number().int('whole cents').min(0, 'zero or more').max(100_000_000),
  weekdays: z.array(z.int32().min(1).max(7)).max(7).optional(),
  active: z.boolean(),
});
export type ProgrammeBody = z.input<typeof programmeBody>;

export const payerBody = z.object({ payerId: z.string().max(64).optional(), name, active: z.boolean() });
export type PayerBody = z.input<typeof payerBody>;

export const clinicianBody = z.object({
  clinicianId: z.string().max(64).optional(),
  name,
  npi: z
    .string()
    .regex(/^\d{10}$/, 'an NPI has ten digits')
    .optional(),
  userId: z.string().max(64).optional(),
  active: z.boolean(),
});
export type ClinicianBody = z.input<typeof clinicianBody>;

export const patientQuery = z.object({ text: z.string().trim().min(1).max(100) });
export type PatientHits = { readonly patients: readonly RegisteredPatient[] };
