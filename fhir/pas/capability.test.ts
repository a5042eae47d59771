import { expect, test } from 'vitest';
import { capabilityStatement } from './capability.ts';

test('the statement claims the two operations of the guide in JSON and no subscriptions', () => {
  const statement = capabilityStatement({
    baseUrl: 'https://plan.example.org/fhir/pas/2.2',
    softwareVersion: '0.1.0',
    date: '2026-11-22',
  });
  expect(statement.format).toEqual(['json']);
  expect(statement.implementationGuide?.[0]).toContain('davinci-pas|2.2.1');
  expect(statement.rest?.[0]?.resource).toEqual([
    {
      type: 'Claim',
      operation: [expect.objectContaining({ name: 'submit' }), expect.objectContaining({ name: 'inquire' })],
    },
  ]);
});
