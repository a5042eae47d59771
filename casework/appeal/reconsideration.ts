import type { ReconsiderationRule } from '@openum/content/appeal/load.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** The second look that a provider may ask for in this line and state; undefined where only an appeal or a reopening changes a decision. */
export const reconsiderationRuleFor = (
  c: Case,
  { reconsiderationRules }: Pick<Knowledge, 'reconsiderationRules'>,
): ReconsiderationRule | undefined => {
  const { lineOfBusiness, stateOfIssue } = c.request.coverage;
  return reconsiderationRules.find(
    (r) => r.linesOfBusiness.includes(lineOfBusiness) && (r.states === undefined || r.states.includes(stateOfIssue)),
  );
};
