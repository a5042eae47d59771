import { foldVisit } from '@openum/domain/admission/visit.ts';
import type { Stay } from '@openum/domain/case/request.ts';
import type { Casework } from '../casework.ts';
import type { RegisteredProvider } from '../port/register.ts';
import type { Scope } from '../port/scope.ts';
import type { ListedVisit, VisitKey } from '../port/visits.ts';
import { levelNamed } from './open.ts';

/** What a facility told of a visit, as far as it can stand in the form that completes it. */
export type ToldVisit = {
  readonly visit: ListedVisit;
  readonly facility?: RegisteredProvider;
  readonly attending?: RegisteredProvider;
  readonly admissionSource?: NonNullable<Stay['admissionSource']>;
  readonly levelOfCare?: string;
  readonly diagnoses: readonly string[];
  readonly reason?: string;
};

export const readVisit = async (casework: Casework, scope: Scope, key: VisitKey): Promise<ToldVisit | undefined> => {
  const { visits, register } = casework;
  const [visit, [first, ...more]] = await Promise.all([visits.visit(scope, key), visits.movements(scope, key)]);
  if (!visit || !first) return undefined;
  const told = foldVisit([first, ...more]);
  const registered = (npi: string | undefined) => (npi ? register.providerByNpi(scope, npi) : undefined);
  const [facility, attending] = await Promise.all([registered(told.facility.npi), registered(told.attending?.npi)]);
  const level = levelNamed(told, casework);
  return {
    visit,
    diagnoses: told.diagnoses,
    ...(facility ? { facility } : {}),
    ...(attending ? { attending } : {}),
    ...(told.admissionSource ? { admissionSource: told.admissionSource } : {}),
    ...(level ? { levelOfCare: level } : {}),
    ...(told.reason ? { reason: told.reason } : {}),
  };
};
