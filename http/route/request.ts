import { loadCase } from '@openum/casework/case/load.ts';
import type { ArrivalProblem } from '@openum/casework/intake/arrival.ts';
import { type PortalForm, receivePortalForm } from '@openum/casework/intake/portal.ts';
import { project } from '@openum/casework/projection/project.ts';
import { isRefusal, refusalText } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import { type PortalAnswer, portalRequest } from '../contract/request.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const maxBytes = 100 * 1024 * 1024;

const fieldOf: Record<ArrivalProblem['what'], string> = {
  memberNotFound: 'memberId',
  birthDateMismatch: 'memberId',
  memberNotCovered: 'start',
  providerIdentifierMissing: 'requestingProviderNpi',
  serviceMissing: 'items',
  serviceDateInvalid: 'end',
  updateNotSupported: 'items',
  requestRefused: 'items',
};

const pathOf = (p: ArrivalProblem): string =>
  p.itemSequence === undefined ? fieldOf[p.what] : `items.${p.itemSequence - 1}.${fieldOf[p.what]}`;

export const requestRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, cases, knowledge } = casework;

  app.post(
    '/api/requests',
    { bodyLimit: maxBytes, schema: { body: portalRequest } },
    async (request, reply): Promise<PortalAnswer> => {
      const now = environment.now();
      const me = await signedIn(identity, now, request);
      const scope = { tenantId: me.tenant.tenantId };
      const received = await receivePortalForm(
        { casework, tenant: me.tenant, actor: me.actor, now },
        request.body as PortalForm,
      );
      if (isRefusal(received)) {
        const { status, body } = refusalProblem(received);
        throw problem(status, body.code, body.message, {
          fields: [{ path: String(received.facts.field ?? ''), message: body.message }],
        });
      }
      if (received.kind === 'problems') {
        const fields = received.problems.map((p) => ({ path: pathOf(p), message: p.text }));
        throw problem(422, 'invalidBody', received.problems.map((p) => p.text).join(' '), { fields });
      }
      if (received.kind === 'identifierReused') {
        throw problem(409, 'caseExists', 'This form was sent before with other content. Start a new request.');
      }
      const { caseId } = JSON.parse(new TextDecoder().decode(received.answer)) as { caseId: string };
      const loaded = await loadCase(cases, scope, caseId);
      if (!loaded) throw problem(404, 'caseNotFound', refusalText.caseNotFound);
      const rows = project(caseId, loaded.state, knowledge);
      reply.code(received.kind === 'received' ? 201 : 200);
      return {
        caseId,
        caseNumber: rows.case.caseNumber,
        items: rows.items.map((i) => ({
          itemSequence: i.itemSequence,
          status: i.status,
          ...(i.authorizationNumber ? { authorizationNumber: i.authorizationNumber } : {}),
        })),
        ...(rows.case.nextDueAt ? { nextDueAt: rows.case.nextDueAt } : {}),
      };
    },
  );
};
