import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import { type DeliveryStatus, deliveryOf } from './delivery.ts';
import { sentAt, writtenOwed } from './sent.ts';

export const deliverySteps = ['noticePrint', 'noticeReturned', 'noticeWritten'] as const;
export type DeliveryStepId = (typeof deliverySteps)[number];

export type DeliveryTask = {
  readonly stepId: DeliveryStepId;
  readonly title: string;
  readonly role: Role;
  readonly dueAt?: Instant;
};

const first = (moments: readonly Instant[]): { readonly dueAt?: Instant } => {
  const dueAt = moments.toSorted()[0];
  return dueAt === undefined ? {} : { dueAt };
};

/** What is to be done about the letters of a case, at most one of each step. `deadlines`: hard due moments that are still open. */
export const deliveryTasks = (c: Case, deadlines: readonly Instant[]): readonly DeliveryTask[] => {
  const letters = c.notices.map((n) => ({ n, status: deliveryOf(c, n).status }));
  const at = (...statuses: readonly DeliveryStatus[]) => letters.filter((l) => statuses.includes(l.status));
  const toMail = at('toPrint', 'printed');
  const binding = toMail.some(({ n }) => sentAt(c, n) === undefined) ? deadlines : [];
  const spoken = writtenOwed(c);
  return [
    ...(toMail.length > 0
      ? [
          {
            stepId: 'noticePrint',
            title: 'Print and mail the letters',
            role: 'umCoordinator',
            ...first(binding),
          } as const,
        ]
      : []),
    ...(at('returned').length > 0
      ? [
          {
            stepId: 'noticeReturned',
            title: 'A letter came back: find the right address and reissue it',
            role: 'umCoordinator',
          } as const,
        ]
      : []),
    ...(spoken.length > 0
      ? [
          {
            stepId: 'noticeWritten',
            title: 'Send the written notice after the spoken one',
            role: 'umCoordinator',
            ...first(spoken.flatMap((o) => (o.writtenDueAt ? [o.writtenDueAt] : []))),
          } as const,
        ]
      : []),
  ];
};
