import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../api/client.ts';
import { isOver, planContact, titleOf, whyNotSent } from './asked.ts';

describe('the title of a file', () => {
  test('is its name', () => {
    expect(titleOf('<img src=x onerror=alert(1)>.pdf')).toBe('<img src=x onerror=alert(1)>.pdf');
  });

  test('is shortened where nobody would take it whole, and keeps its ending', () => {
    const long = titleOf(`${'a'.repeat(400)}.pdf`);
    expect(long).toHaveLength(200);
    expect(long.endsWith('.pdf')).toBe(true);
  });
});

const problem = (status: number, code: string) =>
  new ApiProblem(status, { code, message: 'x' } as ConstructorParameters<typeof ApiProblem>[1]);

test.each([
  [problem(404, 'notFound'), true],
  [problem(422, 'informationRequestEnded'), true],
  [problem(422, 'fieldInvalid'), false],
  [new ApiProblem(0, undefined), false],
  [new Error('x'), false],
])('%o is the end of the link: %s', (error, over) => {
  expect(isOver(error)).toBe(over);
});

test('whom to call is said with the number, where there is one', () => {
  expect(planContact({ plan: 'Prairie Health Plan', phone: '1-800-555-0142' })).toBe(
    'Prairie Health Plan at 1-800-555-0142',
  );
  expect(planContact({ plan: 'Prairie Health Plan' })).toBe('Prairie Health Plan');
});

test('what did not go says why, and whom to call only where trying again is of no use', () => {
  const plan = { plan: 'Prairie Health Plan', phone: '1-800-555-0142' };
  expect(whyNotSent(problem(404, 'notFound'), plan)).toBe(
    'This link has ended. Call Prairie Health Plan at 1-800-555-0142.',
  );
  expect(whyNotSent(problem(422, 'informationRequestEnded'), plan)).toContain('1-800-555-0142');
  expect(whyNotSent(problem(422, 'fieldInvalid'), plan)).toBe('x');
  expect(whyNotSent(new ApiProblem(0, undefined), plan)).toContain('did not answer');
});
