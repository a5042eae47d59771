import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { barText, type Match, nobodyText, pickFrom } from '../matching/match.ts';
import type { AssignmentGround } from './event.ts';
import { lastSought, waitingItems } from './waiting.ts';

const groundWords: Record<AssignmentGround, string> = {
  referral: 'Referred to a physician',
  notOpened: 'Not opened in good time by the physician in charge',
  unavailable: 'The physician in charge is away',
  notQualified: 'Whoever has the case may not decide it',
  handOver: 'Handed over',
  taken: 'Taken',
};

/** The first thing that speaks for somebody is what the record gives as the reason. */
const because = (command: CommandOf<'AssignPhysician'>, to: Match): string => {
  const why = to.reasons
    .filter((r) => r.kind === 'for')
    .map((r) => r.text)
    .join(', ');
  const ground = command.reason ?? groundWords[command.because];
  return why === '' ? ground : `${ground}. ${to.name} ${why}.`;
};

const nobody = (c: Case, command: CommandOf<'AssignPhysician'>, itemSequences: readonly number[]): Decided => {
  const { ranked, because } = command;
  const others = ranked.filter((m) => m.userId !== c.assignee?.userId);
  const problem = others.length === 0 && ranked.length > 0 ? 'no other physician is on file' : nobodyText(others);
  // Said once for each reason: a sweep that finds the same again has nothing to add.
  if (lastSought(c)?.problem === problem) return refuse('physicianFindingNoted');
  return [
    {
      type: 'PhysicianSought',
      data: { itemSequences, because, ranked, problem, ...(c.assignee ? { from: c.assignee } : {}) },
    },
  ];
};

/** Gives the referred lines to a physician who may decide them, and writes down who was considered and why. */
export const assignPhysician = (c: Case, command: CommandOf<'AssignPhysician'>): Decided => {
  const { ranked, toUserId } = command;
  const itemSequences = waitingItems(c).map((i) => i.sequence);
  if (itemSequences.length === 0) return refuse('notReferred');
  const to = toUserId === undefined ? pickFrom(ranked, c.assignee?.userId) : ranked.find((m) => m.userId === toUserId);
  if (!to) return toUserId === undefined ? nobody(c, command, itemSequences) : refuse('physicianUnknown');
  if (!to.may) return refuse('physicianBarred', { name: to.name, reason: barText(to) });
  if (c.assignee?.userId === to.userId) return refuse('alreadyAssigned', { name: to.name });
  const assignee = { userId: to.userId, name: to.name };
  const from = c.assignee ? { from: c.assignee } : {};
  const reason = command.reason ? { reason: command.reason } : {};
  const happened: readonly CaseEvent[] = [
    {
      type: 'PhysicianSought',
      data: { itemSequences, because: command.because, ranked, to: assignee, ...from, ...reason },
    },
    { type: 'Assigned', data: { to: assignee, ...from, reason: because(command, to) } },
  ];
  return happened;
};
