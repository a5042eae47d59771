import { appealLevels } from '@openum/content/appeal/load.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import type { CaseCommand, CommandOf } from '@openum/domain/case/command.ts';
import { calendarDate, type Instant, instant } from '@openum/domain/time/instant.ts';
import { otherPhysician, person } from './actors.ts';
import { determine, memberRationale, rationale, referred } from './acts.ts';
import { clockRule } from './clock.ts';
import { clock, criteria, granted } from './request.ts';
import { after, type CommandBody, received, type Story } from './story.ts';

export const appealsDesk = person('appeals', ['appealsCoordinator']);

export const levelOf = (id = 'MA-RECONSIDERATION', change: Partial<AppealLevel> = {}): AppealLevel => {
  const level = appealLevels.find((l) => l.id === id);
  if (!level) throw new Error(`there is no level ${id}`);
  return { ...level, ...change };
};

/** Three days after the denial of `determine`. */
export const appealedAt = instant('2026-11-27T16:00:00Z');

export const appealClock = (clockId = 'appeal-clock', ruleId = 'MA-APPEAL-STD', startedAt: Instant = appealedAt) =>
  clock(clockId, {
    ruleId,
    ruleVersion: clockRule(ruleId).version,
    startEvent: 'appealReceived',
    startedAt,
    itemSequences: [1],
  });

/** A request of one line that a physician denied. */
export const denied = (): Story => after(received(), referred(), determine());

const at = (body: CommandBody, actor: PersonActor, now: Instant): CaseCommand =>
  ({ ...body, actor, now }) as CaseCommand;

export const appealed = (change: Partial<CommandOf<'FileAppeal'>> = {}): CaseCommand => ({
  type: 'FileAppeal',
  actor: appealsDesk,
  now: appealedAt,
  appealId: 'appeal-1',
  number: 'AP-1',
  level: levelOf(),
  filedBy: { party: 'member', name: 'Rosalind Akerman' },
  itemSequences: [1],
  timing: 'preService',
  receivedAt: appealedAt,
  channel: 'phone',
  statement: 'My oxygen falls when I walk to the mailbox.',
  noticeDate: calendarDate('2026-11-24'),
  filingDeadline: instant('2027-01-29T05:59:59.999Z'),
  clocks: [appealClock()],
  ...change,
});

export const reviewerNamed = (change: Partial<CommandOf<'AssignAppealReviewer'>> = {}): CaseCommand => ({
  type: 'AssignAppealReviewer',
  actor: appealsDesk,
  now: appealedAt,
  appealId: 'appeal-1',
  to: { ...otherPhysician, superiors: [] },
  level: levelOf(),
  requirement: { licence: 'memberState', citation: 'test' },
  ...change,
});

export const resolved = (change: Partial<CommandOf<'DecideAppeal'>> = {}): CaseCommand => ({
  type: 'DecideAppeal',
  actor: otherPhysician,
  now: appealedAt,
  appealId: 'appeal-1',
  level: levelOf(),
  lines: [{ itemSequence: 1, outcome: 'upheld', rationale, memberRationale }],
  criteria: [{ ...criteria, itemSequence: 1 }],
  requirement: { licence: 'memberState', citation: 'test' },
  superiors: [],
  attestation: { noConflictOfInterest: true, reviewedRecord: true },
  evidenceOpened: ['original'],
  newEvidence: false,
  clocks: [appealClock('effectuation', 'MA-EFF-RECON-STD')],
  ...change,
});

export const overturnedLine = {
  itemSequence: 1,
  outcome: 'overturned' as const,
  rationale: 'The walk test of 25 November shows 85 percent on room air, which meets the group I limit.',
  memberRationale: 'Your walk test shows that your oxygen falls to 85 percent. That is low enough for home oxygen.',
  authorized: granted({ authorizationNumber: 'PA-9' }),
};

/** The level that opens by itself after the plan's. */
export const ireNext = {
  appealId: 'appeal-2',
  number: 'AP-2',
  level: levelOf('MA-IRE'),
  clocks: [appealClock('forward', 'MA-IRE-FORWARD-STD')],
};

export const onAppeal = (
  body: Extract<CommandBody, { appealId: string }>,
  actor: PersonActor = appealsDesk,
  now: Instant = appealedAt,
): CaseCommand => at(body, actor, now);

export const upheldStory = (): Story => after(denied(), appealed(), reviewerNamed(), resolved({ next: ireNext }));
