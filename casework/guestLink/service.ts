import type { CaseItem } from '@openum/domain/case/state.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Casework } from '../casework.ts';

/** A line of a request by its code, with its name where it has one. */
export const serviceText = ({ knowledge }: Casework, { service }: CaseItem): string => {
  const label = serviceOf(knowledge.services, service)?.label ?? service.display;
  return label ? `${service.code} ${label}` : service.code;
};
