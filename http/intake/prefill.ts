import type { ReadOut } from '@openum/casework/arrival/enter.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { embeddedIn } from '@openum/casework/document/embedded.ts';
import { withOwnCriteria } from '@openum/casework/ownCriteria/knowledge.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { originWithin } from '@openum/domain/document/origin.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { CalendarDate, ZoneId } from '@openum/domain/time/instant.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { readFacts } from '@openum/fhir/pas/facts.ts';
import { type Glance, glance } from '@openum/fhir/pas/glance.ts';
import { readSubmission } from '@openum/fhir/pas/request.ts';
import type { Submission } from '@openum/fhir/pas/submission.ts';
import type { Prefill } from '../contract/intake.ts';
import type { ServiceHit } from '../contract/request.ts';
import { parseJson } from '../pas/message.ts';
import { memberHit, providerHit, serviceHit } from '../route/hits.ts';

type Kept = { readonly bytes: Uint8Array; readonly contentType: string };
type At = { readonly messageId: string; readonly receivedAt: Instant; readonly zone: ZoneId };

const jsonOf = ({ bytes, contentType }: Kept): unknown => {
  if (!/json/.test(contentType)) return undefined;
  const parsed = parseJson(bytes);
  return 'json' in parsed ? parsed.json : undefined;
};

const submissionIn = (json: unknown, { receivedAt, zone }: Omit<At, 'messageId'>): Submission | undefined => {
  const read = readSubmission(json, { today: dateInZone(receivedAt, zone) });
  return read.kind === 'submission' ? read : undefined;
};

/** Files and facts of a message that can be read as a request; of any other FHIR document its files. */
export const readOutOf =
  (casework: Casework, at: At) =>
  (bytes: Uint8Array, contentType: string): ReadOut => {
    const json = jsonOf({ bytes, contentType });
    const submission = json === undefined ? undefined : submissionIn(json, at);
    if (!submission) {
      const { files, reports } = embeddedIn(bytes);
      return {
        documents: files.map((f) => ({ ...f, origin: originWithin(at.messageId) })),
        facts: [],
        ...(reports.length > 0 ? { embedded: reports } : {}),
      };
    }
    return {
      documents: submission.documents.map((d) => ({
        title: d.title,
        contentType: d.contentType,
        bytes: d.bytes,
        origin: d.fullUrl,
      })),
      facts: readFacts(json, casework.knowledge.facts),
    };
  };

const itemHit = (item: Glance['items'][number], casework: Casework, today: CalendarDate): ServiceHit => {
  const known = serviceOf(casework.knowledge.services, item);
  if (known) return serviceHit(known, casework.knowledge, today);
  return {
    system: item.system,
    code: item.code,
    label: item.display ?? 'not in the catalogue',
    category: 'Not in the catalogue',
    authorizationRequired: true,
    asks: [],
  };
};

const memberOf = async (seen: Glance, casework: Casework, scope: Scope) => {
  for (const number of seen.memberNumbers) {
    const found = await casework.register.memberByNumber(scope, number);
    // Somebody else's number is not offered as this member.
    if (found && (!seen.birthDate || found.member.birthDate === seen.birthDate)) return found;
  }
  return undefined;
};

/** What a kept message says, matched with the registers as far as that goes. */
export const prefillOf = async (given: Casework, scope: Scope, kept: Kept, at: At): Promise<Prefill> => {
  const casework = await withOwnCriteria(given, scope);
  const json = jsonOf(kept);
  const seen = glance(json);
  const submission = json === undefined ? undefined : submissionIn(json, at);
  const readOut = readOutOf(casework, at)(kept.bytes, kept.contentType);
  const member = await memberOf(seen, casework, scope);
  const requesting = seen.requestingNpi ? await casework.register.providerByNpi(scope, seen.requestingNpi) : undefined;
  const said = [seen.family, seen.given].filter((n) => n !== undefined).join(', ');
  const born = seen.birthDate ? `, born ${seen.birthDate}` : '';
  const numbers = seen.memberNumbers.length > 0 ? `, number ${seen.memberNumbers.join(' or ')}` : '';
  const labels = new Map(casework.knowledge.diagnoses.map((d) => [d.code.replace('.', ''), d]));
  return {
    ...(member ? { member: memberHit(member) } : {}),
    ...(requesting ? { requesting: providerHit(requesting) } : {}),
    urgency: seen.urgent ? 'expedited' : 'standard',
    ...(submission?.urgencyBasis ? { urgencyBasis: submission.urgencyBasis } : {}),
    ...(submission ? { setting: submission.setting } : {}),
    diagnoses: seen.diagnoses.map((code) => labels.get(code.replace('.', '')) ?? { code, label: 'as sent' }),
    items: seen.items.map((i) => ({
      service: itemHit(i, casework, dateInZone(at.receivedAt, at.zone)),
      units: i.quantity === undefined ? '' : String(i.quantity),
      start: i.start ?? '',
      end: i.end ?? '',
    })),
    ...(submission && submission.messages.length > 0 ? { rationale: submission.messages.join('\n') } : {}),
    files: readOut.documents.map(({ title, contentType, bytes }) => ({
      title,
      contentType,
      sizeBytes: bytes.byteLength,
    })),
    facts: readOut.facts.length,
    embedded: readOut.embedded ?? [],
    unmatched: [
      ...(member || said + numbers === '' ? [] : [`Member as sent: ${said}${born}${numbers}`]),
      ...(requesting || !(seen.requestingName ?? seen.requestingNpi)
        ? []
        : [
            `Requesting provider as sent: ${seen.requestingName ?? ''}${seen.requestingNpi ? `, NPI ${seen.requestingNpi}` : ''}`,
          ]),
    ],
  };
};
