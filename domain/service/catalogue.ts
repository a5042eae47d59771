import type { Coding, LineOfBusiness } from '../case/request.ts';

/** One service that a provider may ask for, and what asking for it entails. Labels are our own; no licensed descriptors. */
export type Service = {
  readonly system: string;
  readonly code: string;
  readonly label: string;
  readonly category: string;
  /** Lines of business that want an authorization; `all` for every one. */
  readonly authorizationRequiredBy: 'all' | 'none' | readonly LineOfBusiness[];
  readonly isDrug: boolean;
  /** Medicare benefit of a drug, which sets its clock. */
  readonly drugBenefit?: 'partB' | 'partD';
  readonly behavioralHealth: boolean;
  /** What a unit of it is called in requests. */
  readonly unit?: string;
  /** Specialties held to be same or similar, where a rule asks for such a reviewer. */
  readonly specialties: readonly string[];
};

export type ServiceCatalogue = {
  readonly version: string;
  readonly services: readonly Service[];
};

/** A service by its code; a sender's code system is held against ours loosely, since senders name the same system in many ways. */
export const serviceOf = (catalogue: ServiceCatalogue, coding: Coding): Service | undefined => {
  const code = coding.code.toUpperCase();
  return catalogue.services.find((s) => s.code === code);
};

/** True when an authorization is needed; a service that the catalogue does not know needs one, so that a person looks at it. */
export const authorizationRequired = (service: Service | undefined, line: LineOfBusiness): boolean => {
  if (!service || service.authorizationRequiredBy === 'all') return true;
  return service.authorizationRequiredBy !== 'none' && service.authorizationRequiredBy.includes(line);
};
