import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { PacketWay } from '@openum/domain/packet/record.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { byAt, type PracticeActing, recordPracticeRead } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { type GatewayWay, sendFile } from '../packet/gateway.ts';
import type { NotTaken } from '../packet/send.ts';

export type AppealGone = {
  readonly commandId: string;
  readonly appealId: string;
  readonly way: PacketWay;
  readonly sentTo: string;
  readonly sentAt?: Instant;
  readonly reference?: string;
  readonly spokeWith?: string;
};

const sent = (
  me: PracticeActing,
  e: Episode,
  { commandId: _, sentAt, ...gone }: AppealGone,
  response?: string,
): EpisodeCommandOf<'SendAppeal'> | Refusal => {
  const appeal = e.appeals.find((a) => a.appealId === gone.appealId);
  if (!appeal) return refuse('practiceAppealUnknown');
  if (!appeal.file) return refuse(appeal.sentOn ? 'practiceAppealSent' : 'appealNotBound');
  const { denialId, level, urgency, dueOn, letter, draft, file } = appeal;
  return {
    type: 'SendAppeal',
    ...byAt(me),
    denialId,
    level,
    urgency,
    letter,
    ...(dueOn ? { dueOn } : {}),
    ...(draft ? { draft } : {}),
    fileId: file.fileId,
    ...gone,
    sentOn: dateInZone(sentAt ?? me.now, me.practice.zone),
    ...(response ? { response } : {}),
  };
};

/** Somebody sent the appeal by themselves: written down with the way, the day and the reference. */
export const recordAppealSent = (me: PracticeActing, episodeId: string, gone: AppealGone): Promise<EpisodeActed> =>
  actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId: gone.commandId,
    command: ({ state }) => sent(me, state, gone),
  });

/** Sends the bound appeal by the installation's own gateway, and writes down what the server said. */
export const sendAppeal = async (
  me: PracticeActing,
  episodeId: string,
  { way, ...rest }: Omit<AppealGone, 'way'> & { readonly way: GatewayWay },
): Promise<EpisodeActed | NotTaken> => {
  const { casework, scope } = me;
  const gone = { ...rest, way };
  const { commandId, appealId, sentTo } = gone;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
  if (await casework.episodes.commandDone(scope, commandId))
    return { kind: 'done', version: loaded.state.version, state: loaded.state, events: [] };
  const command = sent(me, loaded.state, gone);
  if (isRefusal(command)) return { kind: 'refused', refusal: command };
  const no = decideEpisode(command, loaded.state);
  if (isRefusal(no)) return { kind: 'refused', refusal: no };
  const appeal = loaded.state.appeals.find((a) => a.appealId === appealId);
  const file = appeal?.file && (await casework.episodes.file(scope, episodeId, appeal.file.fileId));
  if (!appeal || !file) return { kind: 'refused', refusal: refuse('appealNotBound') };
  const outcome = await sendFile(me, {
    mailId: `${appeal.file?.fileId}.${appeal.failures.length}`,
    way,
    sentTo,
    filename: `appeal-${loaded.state.episodeNumber}.pdf`,
    pdf: file.bytes,
  });
  if (isRefusal(outcome)) return { kind: 'refused', refusal: outcome };
  if (outcome.kind === 'accepted')
    return actOnEpisode(casework, scope, {
      episodeId,
      commandId,
      command: ({ state }) => sent(me, state, gone, outcome.response),
    });
  const { reason } = outcome;
  await actOnEpisode(casework, scope, {
    episodeId,
    command: () => ({ type: 'RecordAppealFailure', ...byAt(me), appealId, way, sentTo, reason }),
  });
  return { kind: 'notTaken', reason };
};

/** The bound file of an appeal, written into the log of reads before it is handed out. */
export const openAppealFile = async (me: PracticeActing, episodeId: string, appealId: string) => {
  const { casework, scope } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const fileId = loaded?.state.appeals.find((a) => a.appealId === appealId)?.file?.fileId;
  const file = fileId && (await casework.episodes.file(scope, episodeId, fileId));
  if (!loaded || !file) return undefined;
  await recordPracticeRead(me, 'document', fileId);
  return { name: `appeal-${loaded.state.episodeNumber}.pdf`, ...file };
};
