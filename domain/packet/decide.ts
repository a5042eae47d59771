import { required } from '../case/decided.ts';
import { invalid, isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { EpisodeCommandOf } from '../episode/command.ts';
import { type EpisodeDecided, firstOf } from '../episode/decided.ts';
import type { EpisodeEvent } from '../episode/event.ts';
import { recordSubmission, sendInformation } from '../episode/payerDecide.ts';
import type { SubmissionChannel } from '../episode/record.ts';
import type { Episode } from '../episode/state.ts';
import { standingDocument } from '../practiceDocument/decide.ts';
import { addElapsed } from '../time/instant.ts';
import type { EpisodePacket, Packet, PacketWay } from './record.ts';

const channelOf: Record<PacketWay, SubmissionChannel> = {
  fax: 'fax',
  portal: 'portal',
  email: 'packet',
  mail: 'packet',
  hand: 'packet',
};

type By = Pick<EpisodeCommandOf<'MakePacket'>, 'actor' | 'now' | 'today'>;

/** What the packet will write into the record when it goes: the rules of a request, or of information, hold for it. */
const written = (
  e: Episode,
  { actor, now, today }: By,
  { request, answers }: Pick<Packet, 'request' | 'answers'>,
  sent: Omit<EpisodeCommandOf<'SendPacket'>, 'type' | 'packetId'>,
): EpisodeDecided => {
  const by = { actor, now, today };
  if (request && answers)
    return refuse('fieldInvalid', { field: 'answers', problem: 'a packet is a request or an answer' });
  if (request)
    return recordSubmission(e, {
      type: 'RecordSubmission',
      ...by,
      ...request,
      channel: channelOf[sent.way],
      sentAt: sent.sentAt,
      sentTo: sent.sentTo,
      ...(sent.reference ? { reference: sent.reference } : {}),
      ...(sent.spokeWith ? { spokeWith: sent.spokeWith } : {}),
    });
  if (answers) return sendInformation(e, { type: 'RecordInformationSent', ...by, ...answers, sentAt: sent.sentAt });
  return refuse('fieldMissing', { field: 'request' });
};

/** 42 CFR 2.31 and 2.33: records of treatment for substance use go to a payer with the patient's consent only. */
export const consentProblem = (e: Pick<Episode, 'patient'>, consent: string | undefined): Refusal | undefined =>
  e.patient.part2 ? required('consent', consent) : undefined;

export const documentsProblem = (e: Episode, parts: readonly { readonly documentId: string }[]): Refusal | undefined =>
  parts.every((p) => standingDocument(e, p.documentId)) ? undefined : refuse('episodeDocumentUnknown');

export const makePacket = (e: Episode, command: EpisodeCommandOf<'MakePacket'>): EpisodeDecided => {
  const { type: _t, actor, now, today, occurredAt: _o, noteChecks = [], request, ...data } = command;
  const noteCheckId = noteChecks.at(-1)?.noteCheckId;
  const inTime = { actor, now, today, way: 'hand', sentAt: now, sentTo: data.addressee } as const;
  const later = written(e, command, command, inTime);
  return (
    firstOf(
      required('addressee', data.addressee),
      consentProblem(e, data.consent),
      documentsProblem(e, data.parts),
      isRefusal(later) ? later : undefined,
      data.updates.some((u) => u.text.trim() === '') ? refuse('fieldMissing', { field: 'updates' }) : undefined,
    ) ?? [
      ...noteChecks.map((check): EpisodeEvent => ({ type: 'NoteChecked', data: check })),
      {
        type: 'PacketMade',
        data: {
          ...data,
          ...(request ? { request: { ...request, ...(noteCheckId ? { noteCheckId } : {}) } } : {}),
        },
      },
    ]
  );
};

const waiting = (e: Episode, packetId: string): EpisodePacket | Refusal => {
  const packet = e.packets.find((p) => p.packetId === packetId);
  if (!packet) return refuse('packetUnknown');
  return packet.sent ? refuse('packetSent') : packet;
};

/** That a packet went: the request or the information stands in the record with it. */
export const sendPacket = (e: Episode, command: EpisodeCommandOf<'SendPacket'>): EpisodeDecided => {
  const { type: _t, actor: _a, now, today: _d, occurredAt: _o, ...data } = command;
  const packet = waiting(e, data.packetId);
  if (isRefusal(packet)) return packet;
  const problem = firstOf(
    required('sentTo', data.sentTo),
    data.sentAt > now ? invalid('sentAt', 'it lies in the future') : undefined,
    // People write down the minute.
    addElapsed(data.sentAt, { minutes: 1 }) < packet.made.at
      ? invalid('sentAt', 'it lies before the packet was made')
      : undefined,
  );
  if (problem) return problem;
  const events = written(e, command, packet, command);
  return isRefusal(events) ? events : [...events, { type: 'PacketSent', data }];
};

export const failPacket = (e: Episode, command: EpisodeCommandOf<'RecordPacketFailure'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  const packet = waiting(e, data.packetId);
  return isRefusal(packet) ? packet : [{ type: 'PacketFailed', data }];
};
