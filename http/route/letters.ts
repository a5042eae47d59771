import type { Acting } from '@openum/casework/case/act.ts';
import { contactsOf, saveContact } from '@openum/casework/delivery/contacts.ts';
import { createBatch, mailBatch, printBatch } from '@openum/casework/letters/batch.ts';
import { readLetterBoard } from '@openum/casework/letters/board.ts';
import { type GivenReissue, reissueNotice } from '@openum/casework/notice/reissue.ts';
import type { PrintBatch } from '@openum/casework/port/printBatches.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { ContactPreference } from '@openum/domain/delivery/choose.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  batchBody,
  type ContactsView,
  contactBody,
  type LettersView,
  mailedBody,
  reissueBody,
  settingsBody,
} from '../contract/delivery.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';
import { sendFile } from './file.ts';

const settingsRoles = ['administrator', 'umDirector'] as const;

/** What was answered, or the refusal as a problem. */
const orThrow = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw refusalProblem(answer);
  return answer;
};

/** An empty field of a form is one that was not filled in. */
const filled = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v !== '')) as T;

/** Letters on their way: what waits, print batches, how letters go, and a letter once more. */
export const letterRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    return { casework, tenant, actor, now };
  };
  const wrote = ({ tenant, actor, now }: Acting, caseId?: string): Promise<void> =>
    readLog.record(
      { tenantId: tenant.tenantId },
      {
        readId: environment.newId(),
        ...(caseId ? { caseId } : {}),
        userId: actor.userId,
        purpose: 'utilizationReview',
        what: caseId ? 'case' : 'workList',
        at: now,
      },
    );

  app.get('/api/letters', async (request): Promise<LettersView> => {
    const me = await acting(request);
    const board = await readLetterBoard(casework, { tenantId: me.tenant.tenantId });
    await wrote(me);
    return board;
  });

  app.post('/api/letters/settings', { schema: { body: settingsBody } }, async (request, reply) => {
    const { tenant, actor, now } = await acting(request);
    if (!actor.roles.some((r) => settingsRoles.some((s) => s === r)))
      throw refusalProblem(refuse('roleMissing', { roles: [...settingsRoles] }));
    if (request.body.channels.member === 'portal')
      throw refusalProblem(refuse('fieldInvalid', { field: 'channels.member', problem: 'members have no portal' }));
    await casework.letters.contacts.saveSettings(
      { tenantId: tenant.tenantId },
      { ...request.body, changedAt: now, changedBy: actor.name },
    );
    return reply.code(204).send();
  });

  app.post('/api/letters/batches', { schema: { body: batchBody } }, async (request, reply): Promise<PrintBatch> => {
    const batch = orThrow(await createBatch(await acting(request), request.body.letters));
    return reply.code(201).send(batch);
  });

  const batchParams = z.object({ batchId: z.string().max(64) });
  app.get('/api/letters/batches/:batchId/pdf', { schema: { params: batchParams } }, async (request, reply) => {
    const { batchId } = request.params;
    const bytes = orThrow(await printBatch(await acting(request), batchId));
    return sendFile(reply, { contentType: 'application/pdf', bytes, name: `print-batch-${batchId.slice(-8)}.pdf` });
  });

  app.post(
    '/api/letters/batches/:batchId/mailed',
    { schema: { params: batchParams, body: mailedBody } },
    async (request) => orThrow(await mailBatch(await acting(request), request.params.batchId, request.body)),
  );

  const caseParams = z.object({ caseId: z.uuid() });
  app.get('/api/cases/:caseId/contacts', { schema: { params: caseParams } }, async (request): Promise<ContactsView> => {
    const me = await acting(request);
    const contacts = orThrow(await contactsOf(me, request.params.caseId));
    await wrote(me, request.params.caseId);
    return contacts;
  });

  const contactParams = z.object({ caseId: z.uuid(), audience: z.enum(['member', 'provider']) });
  app.post(
    '/api/cases/:caseId/contacts/:audience',
    { schema: { params: contactParams, body: contactBody } },
    async (request, reply) => {
      const { caseId, audience } = request.params;
      const no = await saveContact(await acting(request), caseId, audience, filled(request.body) as ContactPreference);
      if (no) throw refusalProblem(no);
      return reply.code(204).send();
    },
  );

  const noticeParams = z.object({ caseId: z.uuid(), noticeId: z.uuid() });
  app.post(
    '/api/cases/:caseId/notices/:noticeId/reissue',
    { schema: { params: noticeParams, body: reissueBody } },
    async (request, reply) => {
      const { caseId, noticeId } = request.params;
      const given: GivenReissue = filled(request.body);
      return reply.code(201).send(orThrow(await reissueNotice(await acting(request), caseId, noticeId, given)));
    },
  );
};
