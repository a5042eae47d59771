import type { AuthorizationRequest, RequestedItem } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { admittedOn, isOpenStay } from '@openum/domain/stay/stay.ts';

/** A line that an update adds while the member is in, for days from the admission on, asks to go on with the stay. */
export const asContinuedStay = (request: AuthorizationRequest, c: Case): AuthorizationRequest => {
  const { stay } = c;
  if (!stay || !isOpenStay(stay)) return request;
  const first = admittedOn(c, stay);
  const isNew = (i: RequestedItem): boolean => !c.items.some((old) => old.sequence === i.sequence);
  const items = request.items.map(
    (i): RequestedItem =>
      i.period && i.period.start >= first && isNew(i) ? { ...i, reviewType: 'concurrent' } : keepStage(i, c),
  );
  const opened = items.filter((i) => !i.cancelled && isNew(i));
  // Where nothing but days of the stay is new, the clocks are those of the concurrent stage.
  const concurrent = opened.length > 0 && opened.every((i) => i.reviewType === 'concurrent');
  return { ...request, items, ...(concurrent ? { reviewType: 'concurrent' } : {}) };
};

/** An update repeats a line without the stage that it was taken at. */
const keepStage = (item: RequestedItem, c: Case): RequestedItem => {
  const stage = c.items.find((old) => old.sequence === item.sequence)?.reviewType;
  return stage ? { ...item, reviewType: stage } : item;
};
