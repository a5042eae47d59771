import type { CapabilityStatement } from '@medplum/fhirtypes';
import { pasGuide } from '../systems.ts';

export type CapabilityContext = {
  /** Base address of this endpoint, without a slash at the end. */
  readonly baseUrl: string;
  readonly softwareVersion: string;
  /** Day on which this statement last changed. */
  readonly date: string;
};

const operation = (name: string, definition: string) => ({
  name,
  definition: `http://hl7.org/fhir/us/davinci-pas/OperationDefinition/${definition}|2.2.1`,
});

/** What this endpoint does, and nothing else: the two operations, JSON, no subscriptions. */
export const capabilityStatement = (context: CapabilityContext): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: context.date,
  kind: 'instance',
  software: { name: 'OpenUM', version: context.softwareVersion },
  implementation: { description: 'Da Vinci PAS 2.2.1 prior authorization', url: context.baseUrl },
  fhirVersion: '4.0.1',
  format: ['json'],
  implementationGuide: [pasGuide],
  rest: [
    {
      mode: 'server',
      resource: [
        { type: 'Claim', operation: [operation('submit', 'Claim-submit'), operation('inquire', 'Claim-inquiry')] },
      ],
    },
  ],
});
