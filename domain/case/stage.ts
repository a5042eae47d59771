import type { RequestedItem, ReviewType } from './request.ts';
import type { Case } from './state.ts';

/** The stage at which a line is reviewed; it goes into every view of its determination. */
export const stageOf = (c: Pick<Case, 'request'>, item: Pick<RequestedItem, 'reviewType'>): ReviewType =>
  item.reviewType ?? c.request.reviewType;
