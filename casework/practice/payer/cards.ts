import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { type CardProblem, cardProblems } from '@openum/domain/payer/check.ts';
import { payerCardRoles } from '@openum/domain/payer/role.ts';
import { cardOn, type SavedPayerCard } from '@openum/domain/payer/version.ts';
import type { TaskDuty } from '@openum/domain/practiceTask/task.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import type { PracticeActing } from '../acting.ts';
import { peopleAt } from '../grant/keep.ts';

/** Electronic lines of this installation that may stand on a card: of FHIR messages and of X12 files. */
export const lineNames = (
  { payerLines, fileLines }: Pick<Casework, 'payerLines' | 'fileLines'>,
  scope: Scope,
): readonly string[] => [...(payerLines?.names(scope) ?? []), ...(fileLines?.lines(scope) ?? []).map((l) => l.name)];

const mayNotKeep = ({ actor }: PracticeActing): Refusal | undefined =>
  actor.roles.some((r) => payerCardRoles.includes(r))
    ? undefined
    : refuse('roleMissing', { roles: [...payerCardRoles] });

/** The card of each payer as it counts on a day. */
export const cardsOn = async (
  { payerCards }: Pick<Casework, 'payerCards'>,
  scope: Scope,
  on: CalendarDate,
): Promise<ReadonlyMap<string, SavedPayerCard>> => {
  const byPayer = Map.groupBy(await payerCards.all(scope), (v) => v.card.payerId);
  return new Map(
    [...byPayer].flatMap(([payerId, versions]) => {
      const found = cardOn(versions, on);
      return found ? [[payerId, found] as const] : [];
    }),
  );
};

export type CardSaved =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'stale'; readonly version: number; readonly by: string }
  | { readonly kind: 'problems'; readonly problems: readonly CardProblem[] };

type Saving = { readonly card: PayerCard; readonly expectedVersion: number; readonly reason: string };

/** Adds a version of a card. The ones before stay, for what was done by them. */
export const savePayerCard = async (
  acting: PracticeActing,
  { card, expectedVersion, reason }: Saving,
): Promise<CardSaved | Refusal> => {
  const { casework, scope, actor, now, today } = acting;
  const no = mayNotKeep(acting);
  if (isRefusal(no)) return no;
  const names = lineNames(casework, scope);
  const problems = [
    ...cardProblems(card, today),
    ...(card.line !== undefined && !names.includes(card.line)
      ? [{ path: 'line', message: 'This installation has no electronic line of that name.' }]
      : []),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const version = expectedVersion + 1;
  const savedBy = { userId: actor.userId, name: actor.name };
  if (await casework.payerCards.save(scope, { version, card, savedAt: now, savedBy, reason }))
    return { kind: 'saved', version };
  const last = (await casework.payerCards.versions(scope, card.payerId)).at(-1);
  return { kind: 'stale', version: last?.version ?? 0, by: last?.savedBy.name ?? '' };
};

/** Who has which work from now on. */
export const saveTaskDuty = async (
  acting: PracticeActing,
  duty: TaskDuty,
  expectedVersion: number,
): Promise<CardSaved | Refusal> => {
  const { casework, scope, actor, now, today } = acting;
  const no = mayNotKeep(acting);
  if (isRefusal(no)) return no;
  const users = new Set((await peopleAt(casework, scope, today)).map((u) => u.userId));
  const problems = Object.entries(duty).flatMap(([area, { owner, deputy }]) =>
    (
      [
        ['owner', owner],
        ['deputy', deputy],
      ] as const
    ).flatMap(([part, person]) =>
      person?.userId !== undefined && !users.has(person.userId)
        ? [{ path: `${area}.${part}`, message: `${person.name} does not work here any more.` }]
        : part === 'deputy' && person && person.userId === owner?.userId
          ? [{ path: `${area}.deputy`, message: 'Nobody stands in for themselves.' }]
          : [],
    ),
  );
  if (problems.length > 0) return { kind: 'problems', problems };
  const version = expectedVersion + 1;
  const savedBy = { userId: actor.userId, name: actor.name };
  if (await casework.payerCards.saveDuty(scope, { version, duty, savedAt: now, savedBy }))
    return { kind: 'saved', version };
  const last = await casework.payerCards.duty(scope);
  return { kind: 'stale', version: last?.version ?? 0, by: last?.savedBy.name ?? '' };
};
