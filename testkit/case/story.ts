import type { Actor } from '@openum/domain/actor/actor.ts';
import type { CaseCommand, CommandOf } from '@openum/domain/case/command.ts';
import { decide } from '@openum/domain/case/decide.ts';
import type { CaseEvent, RecordedEvent } from '@openum/domain/case/event.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { AuthorizationRequest } from '@openum/domain/case/request.ts';
import type { Case, CaseState } from '@openum/domain/case/state.ts';
import { noCase } from '@openum/domain/case/state.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { client } from './actors.ts';
import { aRequest, clock, document, receivedAt } from './request.ts';

type Bare<C> = C extends CaseCommand ? Omit<C, 'actor' | 'now'> : never;
export type CommandBody = Bare<CaseCommand>;

/** An hour after receipt: the moment of every command that names no other. */
export const now: Instant = addElapsed(receivedAt, { hours: 1 });

/** `actor` does this, at `now` unless said otherwise. */
export const by = (actor: Actor, body: CommandBody, at: Instant = now): CaseCommand =>
  ({ ...body, actor, now: at }) as CaseCommand;

export const receiveCommand = (
  request: AuthorizationRequest = aRequest(),
  change: Partial<CommandOf<'ReceiveRequest'>> = {},
): CommandOf<'ReceiveRequest'> => ({
  type: 'ReceiveRequest',
  actor: client,
  now: receivedAt,
  caseNumber: 'UM-1',
  request,
  clocks: [clock('clock-1')],
  documents: [document('original')],
  facts: [],
  evaluations: [],
  automatic: [],
  ...change,
});

/** The events so far; a test says "given" with it. */
export type Story = { readonly events: readonly RecordedEvent[]; readonly state: CaseState };

export const nothing: Story = { events: [], state: noCase };

export const when = (story: Story, command: CaseCommand): readonly RecordedEvent[] | Refusal =>
  decide(command, story.state);

/** The story after these commands. Throws when one is refused: what is given must be lawful. */
export const after = (story: Story, ...commands: readonly CaseCommand[]): Story =>
  commands.reduce((s, command) => {
    const decided = when(s, command);
    if (isRefusal(decided)) throw new Error(`given: ${command.type} was refused: ${decided.code}`);
    const events = [...s.events, ...decided];
    return { events, state: fold(events) };
  }, story);

/** A request that has just come in. */
export const received = (
  request: AuthorizationRequest = aRequest(),
  change: Partial<CommandOf<'ReceiveRequest'>> = {},
): Story => after(nothing, receiveCommand(request, change));

export const caseOf = (story: Story): Case => {
  if (story.state.kind === 'none') throw new Error('given: there is no case');
  return story.state;
};

/** What happened, without who and when. Throws on a refusal. */
export const happened = (decided: readonly RecordedEvent[] | Refusal): readonly CaseEvent[] => {
  if (isRefusal(decided)) throw new Error(`refused: ${decided.code}`);
  return decided.map(({ type, data }) => ({ type, data }) as CaseEvent);
};
