import type { CalendarDate } from '../time/instant.ts';

export const roles = [
  'umCoordinator',
  'clinicalReviewer',
  'medicalDirector',
  'concurrentReviewNurse',
  'appealsCoordinator',
  'caseManagementCoordinator',
  'umDirector',
  'qualityManager',
  'administrator',
  'utilizationReviewStaff',
  'biller',
  'practiceOwner',
  'treatingClinician',
  'frontDesk',
] as const;
export type Role = (typeof roles)[number];

export type Profession = 'physician' | 'nurse' | 'psychologist' | 'pharmacist' | 'dentist' | 'therapist' | 'other';

export type Licence = {
  /** Two-letter USPS code of the issuing state. */
  readonly state: string;
  readonly number: string;
  readonly status: 'active' | 'restricted' | 'inactive';
  /** Last day on which it is valid. */
  readonly expiresOn: CalendarDate;
};

/** A copy of a person's credentials at the moment of the act; later changes to the person do not alter it. */
export type Qualification = {
  readonly profession: Profession;
  readonly licences: readonly Licence[];
  readonly specialties: readonly string[];
  readonly boardCertified: boolean;
  readonly npi?: string;
};

export type PersonActor = {
  readonly kind: 'person';
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly qualification?: Qualification;
  /** The organization that the person comes from, where it is not the one whose record this is. */
  readonly outside?: { readonly tenantId: string; readonly name: string };
};

/** A treating clinician without an account, let in by a link: to one offer of a talk, or to one request for information. */
export type GuestActor = {
  readonly kind: 'guest';
  readonly name: string;
  readonly npi: string;
} & (
  | { readonly offerId: string; readonly requestId?: never }
  | { readonly requestId: string; readonly offerId?: never }
);

/** `client`: a sending system with its own credentials. `system`: OpenUM itself, for example rules or clocks. */
export type Actor =
  | PersonActor
  | GuestActor
  | {
      readonly kind: 'client';
      readonly clientId: string;
      readonly name: string;
    }
  | {
      readonly kind: 'system';
      readonly component: 'rules' | 'flow' | 'clock' | 'notices' | 'seed';
    };

/** Who did it, as the record names them. */
export const actorName = (actor: Actor): string => (actor.kind === 'system' ? actor.component : actor.name);
