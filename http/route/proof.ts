import { documentClosed } from '@openum/casework/part2/access.ts';
import { collectProof } from '@openum/casework/proof/collect.ts';
import { namedReads } from '@openum/casework/proof/reads.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import { mayMakeProof, maySeeReads } from '@openum/domain/proof/access.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import type { CaseReads } from '../contract/proof.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const params = z.object({ caseId: z.uuid() });
const mostReads = 500;

const notFound = () => problem(404, 'caseNotFound', refusalText.caseNotFound);

export const proofRoutes = (fastify: FastifyInstance, { casework, proofs }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  app.get('/api/cases/:caseId/proof', { schema: { params } }, async (request, reply) => {
    const me = await signedIn(identity, environment.now(), request);
    if (!mayMakeProof(me.actor))
      throw problem(
        403,
        'roleMissing',
        'A proof pack is made by a medical director, a UM director or a quality manager.',
      );
    const scope = { tenantId: me.tenant.tenantId };
    const closed = await documentClosed(casework, scope, request.params.caseId, undefined, me.actor);
    if (closed) throw refusalProblem(closed);
    const proof = await collectProof(casework, scope, {
      caseId: request.params.caseId,
      madeBy: { name: me.actor.name, userId: me.actor.userId },
      software: proofs.software,
      print: proofs.print,
    });
    if (!proof) throw notFound();
    const { sizeBytes, stream } = await proofs.archive(proof);
    return reply
      .header('content-type', 'application/zip')
      .header('content-length', sizeBytes)
      .header('content-disposition', `attachment; filename="proof-${proof.manifest.caseNumber}.zip"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(stream);
  });

  app.get('/api/cases/:caseId/reads', { schema: { params } }, async (request): Promise<CaseReads> => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    if (!maySeeReads(me.actor))
      throw problem(403, 'roleMissing', 'Who has looked at a case is shown to a UM director or a quality manager.');
    const scope = { tenantId: me.tenant.tenantId };
    const { caseId } = request.params;
    if ((await casework.cases.events(scope, caseId)).length === 0) throw notFound();
    await readLog.record(scope, {
      readId: environment.newId(),
      caseId,
      userId: me.user.userId,
      purpose: 'audit',
      what: 'readLog',
      at: now,
    });
    const rows = await namedReads(casework, scope, caseId, mostReads + 1);
    return { rows: rows.slice(0, mostReads), more: rows.length > mostReads };
  });
};
