import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { describe, expect, test } from 'vitest';
import { loadReviewerRules, reviewerRequirement } from './load.ts';

const rules = loadReviewerRules();
const inField = ['pulmonology'];

describe('what a physician must be to decide against a request', () => {
  test('Medicare Advantage takes a licence of any state', () => {
    expect(reviewerRequirement(rules, 'medicareAdvantage', 'IL', inField)).toMatchObject({ licence: 'anyState' });
  });

  test('Texas asks for its own licence and for the specialty', () => {
    expect(reviewerRequirement(rules, 'commercialInsured', 'TX', inField)).toMatchObject({
      licence: 'memberState',
      specialties: inField,
    });
  });

  test('a service without specialties on file asks for none', () => {
    expect(reviewerRequirement(rules, 'commercialInsured', 'TX', [])).not.toHaveProperty('specialties');
  });

  test('where no rule was found, the stricter reading holds', () => {
    expect(reviewerRequirement(rules, 'fehb', 'OH', [])).toMatchObject({ licence: 'memberState' });
  });

  test.each(linesOfBusiness)('the requirement of %s cites its source', (line) => {
    expect(reviewerRequirement(rules, line, 'CO', []).citation.length).toBeGreaterThan(10);
  });
});
