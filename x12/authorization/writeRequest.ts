import { type Content, segment } from '../text/segment.ts';
import { dateText } from '../text/value.ts';
import { service, span } from './lines.ts';
import { attending, level, organization, person } from './parties.ts';
import type { AuthorizationRequest } from './request.ts';

/** MSG01 holds this many characters; a longer text goes on in the next. */
const messageLength = 264;

export const messages = (message: string | undefined): readonly Content[] =>
  (message?.match(new RegExp(`[\\s\\S]{1,${messageLength}}`, 'g')) ?? []).map((m) => segment('MSG', m));

/** Body of a 278 request. */
export const writeAuthorizationRequest = (q: AuthorizationRequest): readonly Content[] => {
  const eventAt = q.dependent ? 5 : 4;
  const { contact, phone } = q.requester;
  return [
    segment('BHT', '0007', '13', q.reference, dateText(q.madeOn), q.madeAt),
    level(1, undefined, '20', true),
    organization('X3', q.payer),
    level(2, 1, '21', true),
    organization('1P', q.requester),
    ...(contact || phone ? [segment('PER', 'IC', contact, phone && 'TE', phone)] : []),
    level(3, 2, '22', true),
    ...person('IL', q.subscriber, q.subscriber.memberNumber),
    ...(q.dependent ? [level(4, 3, '23', true), ...person('QC', q.dependent)] : []),
    level(eventAt, eventAt - 1, 'EV', q.services.length > 0),
    segment('TRN', '1', q.trace.number, q.trace.by),
    segment(
      'UM',
      q.category,
      q.certification,
      q.serviceType,
      q.facility && { parts: [q.facility.code, q.facility.qualifier] },
      undefined,
      q.levelOfService,
    ),
    ...(q.previousAuthorization ? [segment('REF', 'BB', q.previousAuthorization)] : []),
    ...span('472', q),
    ...(q.admittedOn ? [segment('DTP', '435', 'D8', dateText(q.admittedOn))] : []),
    ...q.diagnoses.map((d) => segment('HI', { parts: [d.qualifier, d.code] })),
    ...messages(q.message),
    ...(q.attending ? [attending(q.attending)] : []),
    ...q.services.flatMap((s, i) => [level(eventAt + 1 + i, eventAt, 'SS', false), ...span('472', s), service(s)]),
  ];
};
