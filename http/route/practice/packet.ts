import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { openPacket, readPacketDesk } from '@openum/casework/practice/packet/desk.ts';
import { makePacket, type PacketToMake, previewPacket } from '@openum/casework/practice/packet/make.ts';
import { recordPacketSent, sendPacket } from '@openum/casework/practice/packet/send.ts';
import { isRefusal, refusalText } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import { type PacketDesk, packetBody, packetSentBody } from '../../contract/practice/packet.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';
import { sendFile } from '../file.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';

const base = '/api/practice/episodes/:episodeId';
const packetParams = episodeParams.extend({ packetId: z.string().min(1).max(64) });

const given = ({ commandId, expectedVersion: _, ...rest }: z.output<typeof packetBody>): PacketToMake => ({
  ...rest,
  packetId: commandId,
});

/** Why a gateway did not take it, as an error that the person may try again. */
export const notTaken = (reason: string) =>
  problem(502, 'notSent', `It was not sent: ${reason}. This is written down; try again, or send it by yourself.`);

/** Requests to payers as one file: made, kept, looked at, sent. */
export const packetRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(`${base}/packets`, { schema: { params: episodeParams } }, async (request): Promise<PacketDesk> => {
    const me = await atPractice(casework, request);
    const { episodeId } = request.params;
    const desk = await readPacketDesk(me, episodeId);
    if (!desk) throw problem(404, 'episodeNotFound', refusalText.episodeNotFound);
    await recordPracticeRead(me, 'episode', episodeId);
    return desk;
  });

  app.post(
    `${base}/packet-preview`,
    { schema: { params: episodeParams, body: packetBody } },
    async (request, reply) => {
      const me: PracticeActing = await atPractice(casework, request);
      const { episodeId } = request.params;
      const file = await previewPacket(me, episodeId, given(request.body));
      if (isRefusal(file)) throw refusalProblem(file);
      await recordPracticeRead(me, 'episode', episodeId);
      return sendFile(reply, { contentType: 'application/pdf', bytes: file.pdf, name: 'preview.pdf' });
    },
  );

  app.post(
    `${base}/packets`,
    { schema: { params: episodeParams, body: packetBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { expectedVersion } = request.body;
      return episodeAnswer(episodeId, await makePacket(me, episodeId, given(request.body), expectedVersion));
    },
  );

  app.get(`${base}/packets/:packetId`, { schema: { params: packetParams } }, async (request, reply) => {
    const me = await atPractice(casework, request);
    const { episodeId, packetId } = request.params;
    const file = await openPacket(me, episodeId, packetId);
    if (!file) throw problem(404, 'notFound', 'There is no such packet, or you may not see it.');
    return sendFile(reply, file);
  });

  app.post(
    `${base}/packets/:packetId/sent`,
    { schema: { params: packetParams, body: packetSentBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId, packetId } = request.params;
      const { body } = request;
      if (body.by === 'person') {
        const { by: _, ...gone } = body;
        return episodeAnswer(episodeId, await recordPacketSent(me, episodeId, { ...gone, packetId }));
      }
      const sent = await sendPacket(me, episodeId, { ...body, packetId });
      if (sent.kind === 'notTaken') throw notTaken(sent.reason);
      return episodeAnswer(episodeId, sent);
    },
  );
};
