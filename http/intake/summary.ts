import type { ArrivalSummary } from '@openum/casework/port/arrivals.ts';
import { type ServiceCatalogue, serviceOf } from '@openum/domain/service/catalogue.ts';
import { glance } from '@openum/fhir/pas/glance.ts';

const mostProblems = 20;

/** What a Bundle that made no case says of itself, for the intake list. */
export const glanceSummary = (
  json: unknown,
  senderName: string,
  problems: readonly string[],
  services: ServiceCatalogue,
): ArrivalSummary => {
  const seen = glance(json);
  const [first, ...rest] = seen.items;
  const name = [seen.family, seen.given].filter((n) => n !== undefined).join(', ');
  return {
    senderName: seen.requestingName ?? senderName,
    ...(seen.memberNumbers[0] ? { memberNumber: seen.memberNumbers[0] } : {}),
    ...(name ? { memberName: name } : {}),
    ...(first
      ? {
          serviceSummary:
            `${first.code} ${serviceOf(services, first)?.label ?? first.display ?? ''}`.trim() +
            (rest.length > 0 ? ` +${rest.length}` : ''),
        }
      : {}),
    problems: problems.slice(0, mostProblems),
  };
};
