import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { Act, Acting } from '../case/act.ts';
import { momentOf } from '../case/given.ts';
import type { LoadedCase } from '../case/load.ts';
import { reevaluate } from '../criteria/reevaluate.ts';
import { factsOf } from '../fact/given.ts';

export const requestInformationOf = (
  act: Extract<Act, { type: 'RequestInformation' }>,
  { casework: { environment } }: Acting,
) => {
  const dueAt = momentOf('dueAt', act.dueAt);
  if (isRefusal(dueAt)) return dueAt;
  return {
    type: 'RequestInformation',
    requestId: environment.newId(),
    items: act.items.map(({ text, itemSequence, leafPath }) => ({
      text,
      ...(itemSequence === undefined ? {} : { itemSequence }),
      ...(leafPath === undefined ? {} : { leafPath }),
    })),
    ...(act.message ? { message: act.message } : {}),
    dueAt,
  } as const;
};

export const receiveInformationOf = async (
  act: Extract<Act, { type: 'ReceiveInformation' }>,
  acting: Acting,
  loaded: LoadedCase,
) => {
  const c = loaded.state;
  const facts = await factsOf(act.facts, acting, loaded);
  if (isRefusal(facts)) return facts;
  const evaluations = facts.length > 0 ? reevaluate(c, [...c.facts, ...facts], acting) : [];
  return {
    type: 'ReceiveInformation',
    requestId: act.requestId,
    summary: act.summary,
    documents: [],
    facts,
    evaluations,
  } as const;
};
