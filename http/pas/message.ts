import type { KeptMessage } from '@openum/casework/port/caseStore.ts';
import type { Environment } from '@openum/casework/port/environment.ts';
import type { ApiClient } from '@openum/casework/port/identity.ts';
import type { Issue } from '@openum/fhir/pas/issue.ts';

export const fhirJson = 'application/fhir+json; charset=utf-8';

export const keptMessage = (bytes: Uint8Array, client: ApiClient, environment: Environment): KeptMessage => ({
  messageId: environment.newId(),
  clientId: client.clientId,
  channel: 'pas',
  contentType: 'application/fhir+json',
  bytes,
  sha256: environment.sha256Hex(bytes),
  receivedAt: environment.now(),
});

/** An answer as the bytes that are sent and kept. */
export const encode = (x: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(x));

const strict = new TextDecoder('utf-8', { fatal: true });

/** The JSON of a message, or the issue that says why there is none. */
export const parseJson = (bytes: Uint8Array): { readonly json: unknown } | { readonly issue: Issue } => {
  const issue = (diagnostics: string): { readonly issue: Issue } => ({
    issue: { severity: 'error', code: 'structure', expression: 'Bundle', diagnostics },
  });
  if (bytes.byteLength === 0) return issue('The body is empty; a Bundle in JSON is expected.');
  try {
    return { json: JSON.parse(strict.decode(bytes)) as unknown };
  } catch {
    return issue('The body is not valid JSON in UTF-8.');
  }
};
