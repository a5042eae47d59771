import type { Arrival } from '@openum/casework/intake/arrival.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { client } from './actors.ts';
import { fixedEnvironment } from './environment.ts';
import { tenant } from './plan.ts';
import { aRequest, oxygenItem, receivedAt } from './request.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const { sha256Hex } = fixedEnvironment();

/** Facts under which the home oxygen criteria are met: saturation of 87 percent at rest on room air. */
const lowSaturation: readonly Fact[] = (
  criteriaSets.find((s) => s.id === 'medicare-home-oxygen')?.vectors.find((v) => v.expect === 'met')?.facts ?? []
).map((f) => ({
  ...f,
  source: { kind: 'resource', fullUrl: `urn:${f.id}`, resourceType: 'Observation', path: 'value' },
}));

/** The same record without the measurement itself. */
export const noSaturation: readonly Fact[] = lowSaturation.filter((f) => f.key !== 'vital.oxygenSaturation');

/** A request for home oxygen from a clinic's system; `content` is the message as it was sent. */
export const oxygenArrival = (change: Partial<Arrival> = {}, content = 'bundle'): Arrival => {
  const { channel, receivedAt: _, zone, member, coverage, authorizationRequired, items: __, ...request } = aRequest();
  const { isDrug, ...item } = oxygenItem();
  return {
    tenant,
    actor: client,
    receivedAt,
    message: {
      messageId: `message-${content}`,
      clientId: 'clinic-ehr',
      channel: 'pas',
      contentType: 'application/fhir+json',
      bytes: bytes(content),
      sha256: sha256Hex(content),
      receivedAt,
      identifier: { system: 'urn:clinic', value: 'B-1' },
    },
    memberNumbers: ['PHP1000001'],
    request: { ...request, items: [item] },
    documents: [
      { title: 'Oximetry report', contentType: 'application/pdf', bytes: bytes('report'), origin: 'urn:doc-1' },
    ],
    facts: lowSaturation,
    answer: ({ caseId, state }) => bytes(`${caseId} ${state.caseNumber}`),
    ...change,
  };
};
