import { type PracticeActing, recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { loadEpisode } from '@openum/casework/practice/episode/load.ts';
import { handOf, makeMissingFile } from '@openum/casework/practice/payerFile/sendRequest.ts';
import { settleFile } from '@openum/casework/practice/payerFile/settle.ts';
import { type TakenFile, takeFile } from '@openum/casework/practice/payerFile/take.ts';
import {
  type PayerFilePage,
  type PayerFileView,
  readFiles,
  readFileView,
} from '@openum/casework/practice/payerFile/view.ts';
import { isRefusal, refusalText, refuse } from '@openum/domain/case/refusal.ts';
import { openStandings } from '@openum/domain/payerFile/file.ts';
import { payerFileRoles } from '@openum/domain/payerFile/role.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  fileListQuery,
  fileParams,
  fileUploadQuery,
  mostFileBytes,
  type SettledAnswer,
  settleBody,
} from '../../contract/practice/payerFile.ts';
import type { HttpDeps } from '../../deps.ts';
import { readPayerFile } from '../../payer/x12/read.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';
import { sendFile } from '../file.ts';
import { episodeParams } from './episode.ts';

const notFound = () => refusalProblem(refuse('payerFileNotFound'));

/** Files to and from payers: brought in, looked at, settled, and fetched byte by byte. */
export const payerFileRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const acting = (request: FastifyRequest): Promise<PracticeActing> => atPractice(casework, request, payerFileRoles);

  app.get(
    '/api/practice/files',
    { schema: { querystring: fileListQuery } },
    async (request): Promise<PayerFilePage> => {
      const me = await acting(request);
      const { show, direction, kind, after } = request.query;
      const found = await readFiles(
        me,
        {
          ...(show === 'open' ? { standings: openStandings } : {}),
          ...(direction ? { direction } : {}),
          ...(kind ? { kind } : {}),
        },
        after,
      );
      await recordPracticeRead(me, 'workList');
      return found;
    },
  );

  app.get(
    '/api/practice/files/:fileId',
    { schema: { params: fileParams } },
    async (request): Promise<PayerFileView> => {
      const me = await acting(request);
      const { fileId } = request.params;
      const view = await readFileView(me, readPayerFile, fileId);
      if (!view) throw notFound();
      await recordPracticeRead(me, 'message', fileId);
      return view;
    },
  );

  app.get('/api/practice/files/:fileId/content', { schema: { params: fileParams } }, async (request, reply) => {
    const me = await acting(request);
    const { fileId } = request.params;
    const [file, bytes] = await Promise.all([
      casework.payerFiles.find(me.scope, fileId),
      casework.payerFiles.content(me.scope, fileId),
    ]);
    if (!file || !bytes) throw notFound();
    await recordPracticeRead(me, 'message', fileId);
    return sendFile(reply, { contentType: 'application/edi-x12', bytes, name: file.fileName });
  });

  app.post(
    '/api/practice/files/:fileId/settle',
    { schema: { params: fileParams, body: settleBody } },
    async (request): Promise<SettledAnswer> => {
      const me = await acting(request);
      const settled = await settleFile(me, readPayerFile, request.params.fileId, request.body.act);
      if (isRefusal(settled)) throw refusalProblem(settled);
      return { recorded: settled.recorded, text: settled.text };
    },
  );

  app.post(
    '/api/practice/episodes/:episodeId/requests/:submissionId/file',
    { schema: { params: episodeParams.extend({ submissionId: z.string().min(1).max(64) }) } },
    async (request): Promise<{ readonly fileId: string }> => {
      const me = await acting(request);
      const { episodeId, submissionId } = request.params;
      const loaded = await loadEpisode(casework.episodes, me.scope, episodeId);
      if (!loaded) throw problem(404, 'episodeNotFound', refusalText.episodeNotFound);
      const refusal = await makeMissingFile(me, loaded, submissionId);
      if (refusal) throw refusalProblem(refusal);
      return { fileId: submissionId };
    },
  );

  // A scope of its own: here every content type is taken as bytes.
  fastify.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostFileBytes }, (_request, body, done) =>
      done(null, body),
    );
    raw
      .withTypeProvider<ZodTypeProvider>()
      .post(
        '/api/practice/files',
        { bodyLimit: mostFileBytes, schema: { querystring: fileUploadQuery } },
        async (request, reply): Promise<TakenFile> => {
          const me = await acting(request);
          const bytes = request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array();
          if (bytes.byteLength === 0) throw refusalProblem(refuse('fieldMissing', { field: 'file' }));
          const taken = await takeFile(handOf(me), readPayerFile, { fileName: request.query.name, bytes });
          reply.code(taken.repeated ? 200 : 201);
          return taken;
        },
      );
  });
};
