import type { PayerLines } from '@openum/casework/port/payerLines.ts';
import type { LineProvider } from '@openum/domain/payer/outgoing.ts';
import { readAnswer } from '@openum/fhir/payer/answer.ts';
import { inquiryBundle } from '@openum/fhir/payer/inquiry.ts';
import { submissionBundle } from '@openum/fhir/payer/request.ts';
import { encode, parseJson } from '../pas/message.ts';

/** One line of one practice, with its secret. */
export type PayerLine = {
  readonly tenantId: string;
  readonly name: string;
  /** Base of the payer's PAS endpoint, without a slash at its end. */
  readonly baseUrl: string;
  readonly token: string;
  readonly provider: LineProvider;
};

/** A payer decides or pends within 15 seconds (PAS 2.2.1, spec-35); a busy network has as long again. */
const timeoutMs = 30_000;
const mostBytes = 64 * 1024 * 1024;

const bodyOf = async (response: Response): Promise<Uint8Array | undefined> => {
  const body = new Uint8Array(await response.arrayBuffer());
  return body.byteLength > mostBytes ? undefined : body;
};

/** Lines as a client of Da Vinci PAS over HTTP. `lines` is read at each use, so that a new one needs no restart. */
export const createPayerLines = (lines: () => readonly PayerLine[], newId: () => string): PayerLines => {
  const lineOf = (tenantId: string, name: string): PayerLine => {
    const found = lines().find((l) => l.tenantId === tenantId && l.name === name);
    if (!found) throw new Error('there is no such electronic line');
    return found;
  };
  return {
    tenants: () => [...new Set(lines().map((l) => l.tenantId))],
    names: ({ tenantId }) =>
      lines()
        .filter((l) => l.tenantId === tenantId)
        .map((l) => l.name),
    submission: ({ tenantId }, line, request) => {
      const { provider: as } = lineOf(tenantId, line);
      const summaryBase64 = Buffer.from(request.summary, 'utf8').toString('base64');
      return encode(submissionBundle(request, { as, newId, summaryBase64 }));
    },
    inquiry: ({ tenantId }, line, request, about) => {
      const { provider: as } = lineOf(tenantId, line);
      return encode(inquiryBundle(request, { as, newId, inquiryId: newId(), ...about }));
    },
    send: async ({ tenantId }, line, operation, message) => {
      const { baseUrl, token } = lineOf(tenantId, line);
      try {
        const response = await fetch(`${baseUrl}/Claim/$${operation}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/fhir+json',
            accept: 'application/fhir+json',
            authorization: `Bearer ${token}`,
          },
          body: Buffer.from(message),
          // A token never follows a payer to another address.
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        const body = await bodyOf(response);
        return body && { status: response.status, body };
      } catch {
        return undefined;
      }
    },
    read: ({ tenantId }, line, request, body) => {
      const { npi } = lineOf(tenantId, line).provider;
      const parsed = parseJson(body);
      return 'json' in parsed
        ? readAnswer(parsed.json, request, npi)
        : { kind: 'unreadable', messages: ['The payer answered with something that is no FHIR message.'] };
    },
  };
};
