import { type MaternityProtection, maternityProtection } from '@openum/domain/admission/maternity.ts';
import { type NoticeTimeliness, noticeRuleFor, noticeTimeliness } from '@openum/domain/admission/noticeTimeliness.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export type AdmissionReading = {
  readonly levelLabel: string;
  /** Absent where no rule asks for a notice. */
  readonly notice?: NoticeTimeliness;
  readonly maternity?: MaternityProtection;
};

/** What the rules say of the admission that a case began with; absent for a case without one. */
export const readAdmission = (c: Case, knowledge: Knowledge): AdmissionReading | undefined => {
  const { stay, coverage, zone } = c.request;
  if (!stay) return undefined;
  const { admissions, calendars, turnaroundRules } = knowledge;
  const rule = noticeRuleFor(admissions.noticeRules, coverage.lineOfBusiness, dateInZone(stay.admittedAt, zone));
  const notice = rule && noticeTimeliness(rule, calendars(rule.calendar), stay.admittedAt, c.receivedAt, zone);
  const maternity = maternityProtection(turnaroundRules, c.request, calendars);
  const level = admissions.levelsOfCare.find((l) => l.code === stay.levelOfCare);
  return {
    levelLabel: level?.label ?? stay.levelOfCare,
    ...(notice ? { notice } : {}),
    ...(maternity ? { maternity } : {}),
  };
};
