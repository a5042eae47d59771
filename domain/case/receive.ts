import { compareToRequest, grantsSomething } from '../determination/compare.ts';
import type { Determination } from '../determination/determination.ts';
import { dialRule } from '../dial/dial.ts';
import type { Instant } from '../time/instant.ts';
import type { AutomaticFinding, CommandOf } from './command.ts';
import type { CaseEvent } from './event.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { RequestedItem } from './request.ts';

export const repeatedItem = (items: readonly RequestedItem[]): Refusal | undefined => {
  const sequences = items.map((i) => i.sequence);
  const repeated = sequences.find((n, at) => sequences.indexOf(n) !== at);
  return repeated === undefined ? undefined : refuse('itemRepeated', { item: repeated });
};

const requestProblem = (command: CommandOf<'ReceiveRequest'>): Refusal | undefined => {
  const { request } = command;
  if (request.items.every((i) => i.cancelled)) return refuse('itemsMissing');
  const repeated = repeatedItem(request.items);
  if (repeated) return repeated;
  if (request.member.memberNumber.trim() === '') return refuse('fieldMissing', { field: 'member.memberNumber' });
  if (request.receivedAt > command.now) return refuse('receiptInFuture');
  if (request.urgency === 'expedited' && !request.urgencyRequestedBy)
    return refuse('fieldMissing', { field: 'urgencyRequestedBy' });
  return undefined;
};

/** An outcome found by rules becomes a determination only when it grants all that was asked; anything else stays open for a person. */
export const automaticDetermination = (
  item: RequestedItem,
  found: AutomaticFinding,
  now: Instant,
): Determination | undefined => {
  const { outcome } = found;
  switch (outcome.kind) {
    case 'refer':
      return undefined;
    case 'notRequired':
      return {
        outcome: 'notRequired',
        itemSequence: item.sequence,
        decidedAt: now,
        criteria: [],
        by: { kind: 'rule', rule: outcome.rule ?? 'serviceCatalogue' },
        reason: outcome.reason,
      };
    case 'approve': {
      const authorized = {
        authorizationNumber: found.authorizationNumber,
        service: item.service,
        ...(outcome.quantity ? { quantity: outcome.quantity } : {}),
        period: outcome.period,
      };
      const { lessThanRequested, otherService } = compareToRequest(item, authorized);
      if (lessThanRequested || otherService || !grantsSomething(authorized)) return undefined;
      return {
        outcome: 'approved',
        itemSequence: item.sequence,
        decidedAt: now,
        criteria: [outcome.criteria],
        by: {
          kind: 'rule',
          rule: [
            outcome.criteria.setId,
            outcome.criteria.version,
            ...(outcome.dial ? [dialRule(outcome.dial)] : []),
          ].join(' '),
        },
        authorized,
      };
    }
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

export const receive = (command: CommandOf<'ReceiveRequest'>): readonly CaseEvent[] | Refusal => {
  const problem = requestProblem(command);
  if (problem) return problem;
  const { request } = command;
  const determined = request.items
    .filter((i) => !i.cancelled)
    .flatMap((item): CaseEvent[] => {
      const found = command.automatic.find((a) => a.itemSequence === item.sequence);
      const data = found && automaticDetermination(item, found, command.now);
      return data ? [{ type: 'ItemDetermined', data }] : [];
    });
  return [
    {
      type: 'RequestReceived',
      data: { caseNumber: command.caseNumber, request },
    },
    {
      type: 'ClocksStarted',
      data: { because: 'received', clocks: command.clocks },
    },
    ...command.documents.map((data): CaseEvent => ({ type: 'DocumentAttached', data })),
    ...(command.facts.length > 0 ? [{ type: 'FactsRecorded', data: { facts: command.facts } } as const] : []),
    ...(command.evaluations.length > 0
      ? [
          {
            type: 'CriteriaEvaluated',
            data: { evaluations: command.evaluations },
          } as const,
        ]
      : []),
    ...determined,
    ...(command.duplicates && command.duplicates.candidates.length > 0
      ? [{ type: 'PossibleDuplicatesFound', data: command.duplicates } as const]
      : []),
    ...(command.route && determined.length < request.items.filter((i) => !i.cancelled).length
      ? [{ type: 'CaseRouted', data: command.route } as const]
      : []),
  ];
};
