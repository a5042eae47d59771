import type { Episode } from '@openum/domain/episode/state.ts';
import { type PracticeActing, recordPracticeRead } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';
import { gatewaysOf } from './gateway.ts';

/** What packets of an episode are made from, and those that there are. */
export type PacketDesk = {
  readonly episodeId: string;
  readonly version: number;
  readonly part2: boolean;
  /** Newest first. */
  readonly packets: Episode['packets'];
  /** Documents that stand, in the order of their days; those without a day last. */
  readonly documents: Episode['documents'];
  /** Pages of each document that has been read. */
  readonly pages: Readonly<Record<string, number>>;
  readonly gateways: ReturnType<typeof gatewaysOf>;
};

/** Documents by the day on which they were written; one without a day comes last. */
export const byDay = (documents: Episode['documents']): Episode['documents'] =>
  documents.filter((d) => !d.withdrawn).toSorted((a, b) => ((a.recordedOn ?? '9') < (b.recordedOn ?? '9') ? -1 : 1));

export const readPacketDesk = async (me: PracticeActing, episodeId: string): Promise<PacketDesk | undefined> => {
  const { casework, scope } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return undefined;
  const e = loaded.state;
  const readings = await casework.documentPages.readings(scope, episodeId);
  return {
    episodeId,
    version: e.version,
    part2: e.patient.part2 ?? false,
    packets: e.packets.toReversed(),
    documents: byDay(e.documents),
    pages: Object.fromEntries(readings.flatMap((r) => (r.pages ? [[r.documentId, r.pages]] : []))),
    gateways: gatewaysOf(me),
  };
};

/** A packet as it was made, written into the log of reads before it is handed out. */
export const openPacket = async (
  me: PracticeActing,
  episodeId: string,
  packetId: string,
): Promise<{ readonly name: string; readonly contentType: string; readonly bytes: Uint8Array } | undefined> => {
  const { casework, scope } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const packet = loaded?.state.packets.find((p) => p.packetId === packetId);
  const file = packet && (await casework.episodes.file(scope, episodeId, packetId));
  if (!loaded || !file) return undefined;
  await recordPracticeRead(me, 'document', packetId);
  return { name: `packet-${loaded.state.episodeNumber}.pdf`, ...file };
};
