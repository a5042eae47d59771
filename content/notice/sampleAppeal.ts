import type { AppealNoticeKind } from '@openum/domain/appeal/letters.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { Case, CaseItem, MissedDeadline } from '@openum/domain/case/state.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { appealLevels } from '../appeal/load.ts';
import sample from './sampleCase.json' with { type: 'json' };

/** The level at which such a letter is written: the plan's own, or for a file that went out the one after it. */
const levelFor = (kind: AppealNoticeKind, line: LineOfBusiness): AppealLevel | undefined => {
  const own = appealLevels.find((l) => l.linesOfBusiness.includes(line) && l.after.length === 0);
  return kind === 'appealForwarded' ? appealLevels.find((l) => own && l.after.includes(own.id)) : own;
};

/** What a letter of this kind tells of, beside the appeal itself. */
const eventsFor = (kind: AppealNoticeKind, { clockId }: StartedClock, lines: readonly number[]) => {
  const { appeal } = sample;
  switch (kind) {
    case 'appealResolution':
      return { decided: { ...appeal.decided, lines: lines.map((n) => ({ ...appeal.decided.line, itemSequence: n })) } };
    case 'appealDismissal':
      return { dismissed: appeal.dismissed };
    case 'appealExtension':
      return { extensions: [{ clockId, ...sample.extension, at: sample.extension.takenAt }] };
    case 'appealExpediteRefused':
      return { expediteRefused: { ...appeal.expediteRefused, clocks: [] } };
    case 'appealAidContinuing':
      return { aid: appeal.aid };
    case 'appealForwarded':
      return { forwarded: appeal.forwarded };
    case 'appealAcknowledgement':
    case 'appealLapse':
      return {};
    default: {
      const never: never = kind;
      return never;
    }
  }
};

/** A denied case of nobody with an appeal that has such a letter; undefined in a line of business without appeals. */
export const sampleAppeal = (
  kind: AppealNoticeKind,
  line: LineOfBusiness,
  item: CaseItem,
  clock: StartedClock,
): Pick<Case, 'appeals' | 'missedDeadlines'> | undefined => {
  const level = levelFor(kind, line);
  if (!level) return undefined;
  const lines = [item.sequence];
  const missed = { ...sample.missed, lapseEffect: 'exhausted', clockId: clock.clockId, ruleId: clock.ruleId };
  const missedDeadlines = [{ ...missed, citation: level.citations[0], itemSequences: lines }];
  const appeal = {
    ...sample.appeal.opened,
    levelId: level.id,
    levelVersion: level.version,
    levelName: level.name,
    body: level.body,
    itemSequences: lines,
    urgency: 'standard',
    clocks: [clock],
    supersededClocks: [],
    extensions: [],
    exhibits: [],
    informationRequests: [],
    evidenceShared: [],
    chases: [],
    ...eventsFor(kind, clock, lines),
  };
  return {
    appeals: [appeal as unknown as Case['appeals'][number]],
    missedDeadlines: kind === 'appealLapse' ? (missedDeadlines as unknown as readonly MissedDeadline[]) : [],
  };
};
