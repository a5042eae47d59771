import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { ageInYears, dateInZone, daysBetween, type Instant } from '@openum/domain/time/instant.ts';
import { suggestExpedited, type UrgencySuggestion } from '@openum/domain/urgency/triage.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** Why an open case that is standard may have to be expedited, by the facts as they stand. */
export const urgencySuggestions = (c: Case, knowledge: Knowledge, now: Instant): readonly UrgencySuggestion[] => {
  const open = openItems(c);
  if (open.length === 0 || c.request.reviewType === 'retrospective') return [];
  const { request } = c;
  const today = dateInZone(now, request.zone);
  const starts = open.flatMap((i) => (i.period ? [Math.max(0, daysBetween(today, i.period.start))] : []));
  return suggestExpedited(knowledge.urgencyRules, {
    urgency: c.urgency,
    setting: request.setting,
    reviewType: request.reviewType,
    categories: open.flatMap((i) => serviceOf(knowledge.services, i.service)?.category ?? []),
    diagnoses: request.diagnoses.map((d) => d.code),
    age: ageInYears(request.member.birthDate, today),
    factsTrue: c.facts.flatMap((f) => (f.value.kind === 'boolean' && f.value.value ? [f.key] : [])),
    said: request.rationale ?? '',
    ...(starts.length > 0 ? { startsInDays: Math.min(...starts) } : {}),
  });
};
