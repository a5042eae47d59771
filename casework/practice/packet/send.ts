import { isRefusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import type { PacketSending } from '@openum/domain/packet/record.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { type GatewayWay, sendFile } from './gateway.ts';

export type PacketGone = Omit<PacketSending, 'sentAt' | 'response'> & {
  readonly sentAt?: Instant;
  readonly commandId: string;
};

const sent = (me: PracticeActing, { commandId: _, sentAt, ...data }: PacketGone): EpisodeCommandOf<'SendPacket'> => ({
  type: 'SendPacket',
  ...byAt(me),
  ...data,
  sentAt: sentAt ?? me.now,
});

/** Somebody sent the packet by themselves: written down with the way, the time and the reference. */
export const recordPacketSent = (me: PracticeActing, episodeId: string, gone: PacketGone): Promise<EpisodeActed> =>
  actOnEpisode(me.casework, me.scope, { episodeId, commandId: gone.commandId, command: () => sent(me, gone) });

export type NotTaken = { readonly kind: 'notTaken'; readonly reason: string };

type ByGateway = {
  readonly commandId: string;
  readonly packetId: string;
  readonly way: GatewayWay;
  readonly sentTo: string;
};

/** Sends the packet by the installation's own gateway, and writes down what the server said. */
export const sendPacket = async (
  me: PracticeActing,
  episodeId: string,
  { commandId, packetId, way, sentTo }: ByGateway,
): Promise<EpisodeActed | NotTaken> => {
  const { casework, scope } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
  if (await casework.episodes.commandDone(scope, commandId))
    return { kind: 'done', version: loaded.state.version, state: loaded.state, events: [] };
  const gone: PacketGone = { commandId, packetId, way, sentTo };
  const no = decideEpisode(sent(me, gone), loaded.state);
  if (isRefusal(no)) return { kind: 'refused', refusal: no };
  const file = await casework.episodes.file(scope, episodeId, packetId);
  const packet = loaded.state.packets.find((p) => p.packetId === packetId);
  if (!file || !packet) return { kind: 'refused', refusal: refuse('packetUnknown') };
  const outcome = await sendFile(me, {
    mailId: `${packetId}.${packet.failures.length}`,
    way,
    sentTo,
    filename: `${loaded.state.episodeNumber}.pdf`,
    pdf: file.bytes,
  });
  if (isRefusal(outcome)) return { kind: 'refused', refusal: outcome };
  if (outcome.kind === 'accepted')
    return actOnEpisode(casework, scope, {
      episodeId,
      commandId,
      command: () => ({ ...sent(me, gone), response: outcome.response }),
    });
  const { reason } = outcome;
  await actOnEpisode(casework, scope, {
    episodeId,
    command: () => ({ type: 'RecordPacketFailure', ...byAt(me), packetId, way, sentTo, reason }),
  });
  return { kind: 'notTaken', reason };
};
