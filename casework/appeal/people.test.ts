import { reviewerProblem } from '@openum/domain/appeal/reviewer.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { otherPhysician } from '@openum/testkit/case/actors.ts';
import { determine, referred } from '@openum/testkit/case/acts.ts';
import { levelOf } from '@openum/testkit/case/appeal.ts';
import { aRequest, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, caseOf, now, received } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/load.ts';
import { appealRequirement, candidateOf } from './people.ts';

const knowledge = loadKnowledge();
const cpt = 'http://www.ama-assn.org/go/cpt';
const firstLevels: readonly [LineOfBusiness, string][] = [
  ['medicareAdvantage', 'MA-RECONSIDERATION'],
  ['medicaidManagedCare', 'MCD-APPEAL'],
  ['chip', 'CHIP-REVIEW'],
  ['commercialInsured', 'COMMERCIAL-APPEAL'],
  ['fehb', 'FEHB-RECONSIDERATION'],
];

/** Why a physician of these specialties may not review the denial of a sleeve gastrectomy; undefined when they may. */
const bar = (lineOfBusiness: LineOfBusiness, levelId: string, specialties: readonly string[]) => {
  const request = aRequest({
    coverage: { ...aRequest().coverage, lineOfBusiness },
    items: [oxygenItem({ service: { system: cpt, code: '43775' } })],
  });
  const c = caseOf(after(received(request), referred(), determine()));
  const { qualification } = otherPhysician;
  if (!qualification) throw new Error('given: the physician has credentials');
  const user = { ...otherPhysician, tenantId: 'plan', email: 'p', active: true };
  const candidate = candidateOf({ ...user, qualification: { ...qualification, specialties } }, []);
  const level = levelOf(levelId);
  const requirement = appealRequirement(c, level, [1], knowledge);
  return reviewerProblem(c, { appealId: 'appeal-1', itemSequences: [1] }, candidate, level, requirement, now)?.code;
};

describe('the appeal of a bariatric operation', () => {
  test.each(firstLevels)('%s: is not reviewed by a psychiatrist, but by a surgeon', (line, level) => {
    expect(bar(line, level, ['psychiatry'])).toBe('specialtyMissing');
    expect(bar(line, level, ['bariatricSurgery'])).toBeUndefined();
    expect(bar(line, level, ['psychiatry', 'generalSurgery'])).toBeUndefined();
  });

  test('may be reviewed from a field that is similar to one of the service', () => {
    expect(bar('medicareAdvantage', 'MA-RECONSIDERATION', ['familyMedicine'])).toBeUndefined();
  });
});
