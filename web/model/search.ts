import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { ModelSpan } from './queries.ts';

const day = (x: unknown): string | undefined => (typeof x === 'string' && isCalendarDateText(x) ? x : undefined);

export const readModelSearch = (search: Record<string, unknown>): ModelSpan => {
  const [from, through] = [day(search.from), day(search.through)];
  return { ...(from ? { from } : {}), ...(through ? { through } : {}) };
};
