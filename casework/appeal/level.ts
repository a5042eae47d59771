import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

type Levels = Pick<Knowledge, 'appealLevels'>;

export const levelById = ({ appealLevels }: Levels, id: string): AppealLevel | undefined =>
  appealLevels.find((l) => l.id === id);

/** The level of an appeal on record. Throws when the table lost it: a level that was used stays in it. */
export const levelOf = (knowledge: Levels, { levelId }: { readonly levelId: string }): AppealLevel => {
  const level = levelById(knowledge, levelId);
  if (!level) throw new Error(`there is no appeal level ${levelId}`);
  return level;
};

/** Levels of the line of business of this case, in order. */
export const levelsFor = ({ appealLevels }: Levels, c: Case): readonly AppealLevel[] =>
  appealLevels.filter((l) => l.linesOfBusiness.includes(c.request.coverage.lineOfBusiness));

/** The level that opens by itself after this one. */
export const automaticAfter = (knowledge: Levels, c: Case, level: AppealLevel): AppealLevel | undefined =>
  levelsFor(knowledge, c).find((l) => l.automatic && l.after.includes(level.id));
