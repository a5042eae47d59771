import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { Candidate } from '@openum/domain/appeal/command.ts';
import { credentialsText } from '@openum/domain/appeal/credentials.ts';
import { tookPart } from '@openum/domain/appeal/involvement.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import { reviewerProblem } from '@openum/domain/appeal/reviewer.ts';
import type { ReviewerRequirement } from '@openum/domain/case/command.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { sameOrSimilar } from '@openum/domain/matching/demand.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import { requirementFor } from '../determination/basis.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { User } from '../port/identity.ts';
import type { ReportingLine } from '../port/reportingLines.ts';
import type { Scope } from '../port/scope.ts';

/** Somebody who might review an appeal, and why not. */
export type ReviewerChoice = {
  readonly userId: string;
  readonly name: string;
  readonly credentials: string;
  readonly excluded?: string;
};

/** Everybody above a person, nearest first. A ring of reporting lines ends where it closes. */
export const superiorsOf = (userId: string, lines: readonly ReportingLine[]): readonly string[] => {
  const above: string[] = [];
  for (let next: string | undefined = userId; next !== undefined; ) {
    const superior: string | undefined = lines.find((l) => l.userId === next)?.supervisorUserId;
    if (superior === undefined || superior === userId || above.includes(superior)) break;
    above.push(superior);
    next = superior;
  }
  return above;
};

export const candidateOf = (user: User, lines: readonly ReportingLine[]): Candidate => ({
  userId: user.userId,
  name: user.name,
  ...(user.qualification ? { qualification: user.qualification } : {}),
  superiors: superiorsOf(user.userId, lines),
});

/** What the level asks of who upholds, on top of what was asked of who denied. */
export const appealRequirement = (
  c: Case,
  level: AppealLevel,
  lines: readonly number[],
  knowledge: Knowledge,
): ReviewerRequirement => {
  const base = requirementFor(c, knowledge);
  const rule = level.reviewer;
  const items = c.items.filter((i) => lines.includes(i.sequence));
  const ofServices = new Set(items.flatMap((i) => serviceOf(knowledge.services, i.service)?.specialties ?? []));
  const specialties = sameOrSimilar([...ofServices], knowledge.specialtyGroups);
  return {
    ...base,
    ...(rule?.sameOrSimilarSpecialty && specialties.length > 0 ? { specialties } : {}),
    ...(rule?.boardCertified ? { boardCertified: true } : {}),
    citation: rule ? `${base.citation}; ${rule.citation}` : base.citation,
  };
};

/** All physicians and appeal staff of the plan, those who may review first; the others with the reason why not. */
export const reviewerChoices = async (
  { identity, reportingLines, knowledge }: Casework,
  scope: Scope,
  c: Case,
  a: Appeal,
  level: AppealLevel,
  now: Instant,
): Promise<readonly ReviewerChoice[]> => {
  const [users, lines] = await Promise.all([identity.users(scope), reportingLines.all(scope)]);
  const requirement = appealRequirement(c, level, a.itemSequences, knowledge);
  const involved = new Set(tookPart(c, a).map((i) => i.userId));
  return users
    .filter((u) => u.active && (u.roles.includes('medicalDirector') || involved.has(u.userId)))
    .map((u): ReviewerChoice => {
      const problem = reviewerProblem(c, a, candidateOf(u, lines), level, requirement, now);
      const choice = { userId: u.userId, name: u.name, credentials: credentialsText(u.qualification) };
      return problem ? { ...choice, excluded: refusalSentence(problem) } : choice;
    })
    .toSorted(
      (x, y) => Number(x.excluded !== undefined) - Number(y.excluded !== undefined) || (x.name < y.name ? -1 : 1),
    );
};
