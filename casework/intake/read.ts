import type { AttachedDocument } from '@openum/domain/case/event.ts';
import type { AuthorizationRequest, Channel, RequestedItem, ReviewType } from '@openum/domain/case/request.ts';
import { holderOf } from '@openum/domain/document/origin.ts';
import { authorizationRequired, serviceOf } from '@openum/domain/service/catalogue.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import { takeOut } from '../document/embedded.ts';
import type { Append } from '../port/caseStore.ts';
import type { RegisteredMember } from '../port/register.ts';
import type { Arrival } from './arrival.ts';

/** Care that is over when it is asked for is reviewed in retrospect, whatever the sender called it. */
const reviewTypeOf = (arrival: Arrival, member: RegisteredMember): ReviewType => {
  const { stay, retrospective } = arrival.request;
  if (retrospective) return 'retrospective';
  // The days of a late notice may have passed while the member is still there.
  if (stay && stay.dischargedAt === undefined) return arrival.request.reviewType;
  const today = dateInZone(arrival.receivedAt, member.zone);
  const over = arrival.request.items.every((i) => i.period && (i.period.end ?? i.period.start) < today);
  return over ? 'retrospective' : arrival.request.reviewType;
};

/** The request in the words of the domain, with what the member register and the service catalogue know. */
export const requestOf = (arrival: Arrival, member: RegisteredMember, casework: Casework): AuthorizationRequest => {
  const { services } = casework.knowledge;
  const items = arrival.request.items.map(
    (item): RequestedItem => ({ ...item, isDrug: serviceOf(services, item.service)?.isDrug ?? false }),
  );
  const line = member.coverage.lineOfBusiness;
  return {
    ...arrival.request,
    items,
    channel: arrival.message.channel,
    receivedAt: arrival.receivedAt,
    zone: member.zone,
    reviewType: reviewTypeOf(arrival, member),
    member: { ...member.member, id: member.memberId },
    coverage: member.coverage,
    authorizationRequired: items.some((i) => authorizationRequired(serviceOf(services, i.service), line)),
    messageId: arrival.message.messageId,
  };
};

const originalTitle: Record<Arrival['message']['channel'], string> = {
  pas: 'Original request (FHIR Bundle)',
  x12: 'Original request (X12 278)',
  portal: 'Original request (portal form)',
  fax: 'Request entered from a fax',
  phone: 'Request taken by phone',
  mail: 'Request entered from mail',
  admissionNotice: 'Original admission notice',
};

/** What a person read the request out of. */
const sourceTitle: Record<Channel, string> = {
  ...originalTitle,
  fax: 'Fax as received',
  phone: 'Record of the call',
  mail: 'Letter as received',
};

/** A person at intake uploads faxes and letters as files; the other channels bring messages of machines or forms. */
const isUpload = ({ channel, contentType }: NonNullable<Arrival['source']>): boolean =>
  (channel === 'fax' || channel === 'mail') && /json/.test(contentType);

export type File = { readonly attached: AttachedDocument; readonly bytes?: Uint8Array };

/** The original message stands first among the documents; its bytes are kept once, with the message. */
export const filesOf = (arrival: Arrival, casework: Casework): readonly File[] => {
  const { message } = arrival;
  const original: File = {
    attached: {
      documentId: message.messageId,
      title: originalTitle[message.channel],
      contentType: message.contentType,
      sizeBytes: message.bytes.byteLength,
      sha256: message.sha256,
      origin: `message:${message.messageId}`,
    },
  };
  const { source } = arrival;
  const from: readonly File[] = source
    ? [
        {
          attached: {
            documentId: source.messageId,
            title: sourceTitle[source.channel],
            contentType: source.contentType,
            sizeBytes: source.sizeBytes,
            sha256: source.sha256,
            origin: `message:${source.messageId}`,
            ...(isUpload(source) ? { uploaded: true } : {}),
            ...(source.embedded ? { embedded: source.embedded } : {}),
          },
        },
      ]
    : [];
  const sent = arrival.documents.flatMap((d): readonly File[] => {
    const attached: AttachedDocument = {
      documentId: casework.environment.newId(),
      title: d.title,
      contentType: d.contentType,
      sizeBytes: d.bytes.byteLength,
      sha256: casework.environment.sha256Hex(d.bytes),
      origin: d.origin,
      ...(d.recordedOn ? { recordedOn: d.recordedOn } : {}),
      ...(d.kind ? { kind: d.kind } : {}),
    };
    if (holderOf(attached) !== undefined) return [{ attached, bytes: d.bytes }];
    const { files, said } = takeOut(attached, d.bytes, casework.environment);
    return [{ attached: { ...attached, ...said }, bytes: d.bytes }, ...files];
  });
  return [...from, original, ...sent];
};

/** The bytes to keep with the case; those of the original message are kept with the message. */
export const bytesOf = (files: readonly File[]): NonNullable<Append['documents']> =>
  files.flatMap(({ attached: { documentId, contentType }, bytes }) =>
    bytes ? [{ documentId, contentType, bytes }] : [],
  );
