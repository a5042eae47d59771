import type { CommandOf } from './command.ts';
import type { CaseEvent } from './event.ts';
import { automaticDetermination, repeatedItem } from './receive.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { RequestedItem } from './request.ts';
import type { Case, CaseItem } from './state.ts';
import { itemStatus, openItems } from './status.ts';

/** Field by field: a store may give the parts of a quantity or a period back in another order. */
const asked = (i: RequestedItem) => [
  i.service.system,
  i.service.code,
  i.modifiers ?? [],
  i.quantity?.value,
  i.quantity?.unit,
  i.period?.start,
  i.period?.end,
  i.levelOfCare,
];

/** Whether a line still asks for the same thing. Who gives it, and the sender's own numbers, do not count. */
export const asksTheSame = (a: RequestedItem, b: RequestedItem): boolean =>
  JSON.stringify(asked(a)) === JSON.stringify(asked(b));

/** The lines of a case after a revision: same sequence, same line. A decided line that is unchanged keeps its decision. */
export const revisedItems = (before: readonly CaseItem[], after: readonly RequestedItem[]): readonly CaseItem[] => {
  const revised = before.map((old): CaseItem => {
    const line = after.find((i) => i.sequence === old.sequence);
    if (!line) return old;
    const cancelled = line.cancelled ?? false;
    const { determination, earlierDeterminations } = old;
    if (!determination) return { ...line, earlierDeterminations, cancelled };
    if (cancelled || asksTheSame(old, line)) return { ...line, determination, earlierDeterminations, cancelled };
    return { ...line, earlierDeterminations: [...earlierDeterminations, determination], cancelled: false };
  });
  const added = after.filter((i) => !before.some((old) => old.sequence === i.sequence));
  return [...revised, ...added.map((i) => ({ ...i, earlierDeterminations: [], cancelled: i.cancelled ?? false }))];
};

/** After a denial the way on is an appeal or a new request, never a change of the denied line. */
const deniedChanged = (c: Case, items: readonly RequestedItem[]): Refusal | undefined => {
  const changed = c.items.find((old) => {
    const line = items.find((i) => i.sequence === old.sequence);
    return line && !line.cancelled && old.determination?.outcome === 'denied' && !asksTheSame(old, line);
  });
  return changed && refuse('itemAlreadyDetermined', { item: changed.sequence });
};

export const revise = (c: Case, command: CommandOf<'ReviseRequest'>): readonly CaseEvent[] | Refusal => {
  if (command.items.length === 0) return refuse('itemsMissing');
  const problem = repeatedItem(command.items) ?? deniedChanged(c, command.items);
  if (problem) return problem;
  const items = revisedItems(c.items, command.items);
  const open = items.filter((i) => itemStatus(i) === 'pended');
  const reopened = openItems(c).length === 0 && open.length > 0;
  const determined = open.flatMap((item): CaseEvent[] => {
    const found = command.automatic.find((a) => a.itemSequence === item.sequence);
    const data = found && automaticDetermination(item, found, command.now);
    return data ? [{ type: 'ItemDetermined', data }] : [];
  });
  const nothingLeft = items.every((i) => i.cancelled && !i.determination);
  return [
    {
      type: 'RequestRevised',
      data: {
        items: command.items,
        diagnoses: command.diagnoses,
        ...(command.rationale ? { rationale: command.rationale } : {}),
        messageId: command.messageId,
        ...(command.senderReference ? { senderReference: command.senderReference } : {}),
      },
    },
    // A change of what is still undecided goes on under the clocks that run; new work on a decided case starts its own.
    ...(reopened ? [{ type: 'ClocksStarted', data: { because: 'revised', clocks: command.clocks } } as const] : []),
    ...command.documents.map((data): CaseEvent => ({ type: 'DocumentAttached', data })),
    ...(command.facts.length > 0
      ? [{ type: 'FactsRecorded', data: { facts: command.facts, replaces: command.replaces } } as const]
      : []),
    ...(command.evaluations.length > 0
      ? [{ type: 'CriteriaEvaluated', data: { evaluations: command.evaluations } } as const]
      : []),
    ...determined,
    ...(nothingLeft
      ? [
          {
            type: 'Withdrawn',
            data: { requestedBy: 'the sender', reason: 'Every line of the request was cancelled by its sender.' },
          } as const,
        ]
      : []),
  ];
};
