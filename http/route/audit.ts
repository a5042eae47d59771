import {
  drawAuditSample,
  listSamples,
  readAuditFile,
  readSample,
  recordReading,
} from '@openum/casework/audit/samples.ts';
import { organizationDeterminations, reconsiderations } from '@openum/casework/audit/universe.ts';
import { publicMetricsReport } from '@openum/casework/report/publicMetrics.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { auditRoles } from '@openum/domain/report/access.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import {
  type AuditSampleFileView,
  type AuditSampleView,
  drawBody,
  fileParams,
  type PublicMetricsView,
  publicMetricsQuery,
  readingBody,
  universeQuery,
} from '../contract/audit.ts';
import { sendCsv } from '../csv/csv.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { publicMetricsCsv, servicesCsv, universeCsv } from './auditCsv.ts';

const mostListed = 100;
const noSample = () => problem(404, 'notFound', 'There is no such sample or file.');

export const auditRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  const auditor = async (request: FastifyRequest) => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    assertHolds(me, auditRoles);
    return { ...me, now, scope: { tenantId: me.tenant.tenantId } };
  };
  type Auditor = Awaited<ReturnType<typeof auditor>>;
  const logRead = ({ scope, user, now }: Auditor, caseId?: string) =>
    readLog.record(scope, {
      readId: environment.newId(),
      userId: user.userId,
      purpose: 'audit',
      what: caseId === undefined ? 'report' : 'case',
      ...(caseId === undefined ? {} : { caseId }),
      at: now,
    });

  app.get('/api/audit/samples', async (request): Promise<readonly AuditSampleView[]> => {
    const { scope } = await auditor(request);
    return listSamples(casework, scope, mostListed);
  });

  app.post('/api/audit/samples', { schema: { body: drawBody } }, async (request, reply): Promise<AuditSampleView> => {
    const { scope, user } = await auditor(request);
    const { from, through, seed, ...rest } = request.body;
    const query = { ...rest, fromDay: from, beforeDay: addDays(through, 1), ...(seed === undefined ? {} : { seed }) };
    const drawn = await drawAuditSample(casework, scope, user, query);
    if (!drawn) throw problem(422, 'notFound', 'No file was decided on these days, so there is nothing to draw from.');
    reply.code(201);
    return drawn;
  });

  app.get(
    '/api/audit/samples/:sampleId',
    { schema: { params: z.object({ sampleId: z.string().max(64) }) } },
    async (request): Promise<AuditSampleView> => {
      const { scope } = await auditor(request);
      const found = await readSample(casework, scope, request.params.sampleId);
      if (!found) throw noSample();
      return found;
    },
  );

  app.get(
    '/api/audit/samples/:sampleId/files/:position',
    { schema: { params: fileParams } },
    async (request): Promise<AuditSampleFileView> => {
      const me = await auditor(request);
      const found = await readAuditFile(casework, me.scope, request.params.sampleId, request.params.position, me.actor);
      if (!found) throw noSample();
      if (isRefusal(found)) throw refusalProblem(found);
      await logRead(me, found.file.caseId);
      return found;
    },
  );

  app.post(
    '/api/audit/samples/:sampleId/files/:position/readings',
    { schema: { params: fileParams, body: readingBody } },
    async (request): Promise<AuditSampleView> => {
      const { scope, user } = await auditor(request);
      const found = await recordReading(casework, scope, user, request.params, request.body);
      if (!found) throw noSample();
      return found;
    },
  );

  app.get(
    '/api/reports/public-metrics',
    { schema: { querystring: publicMetricsQuery } },
    async (request): Promise<PublicMetricsView> => {
      const { scope } = await auditor(request);
      return publicMetricsReport(casework, scope, request.query.year);
    },
  );
  for (const [name, csv] of [
    ['public-metrics', publicMetricsCsv],
    ['public-metrics-services', servicesCsv],
  ] as const)
    app.get(`/api/reports/${name}.csv`, { schema: { querystring: publicMetricsQuery } }, async (request, reply) => {
      const { scope } = await auditor(request);
      const { year } = request.query;
      return sendCsv(reply, `${name}-${year}.csv`, csv(await publicMetricsReport(casework, scope, year)));
    });

  for (const [name, rowsOf] of [
    ['organization-determinations', organizationDeterminations],
    ['reconsiderations', reconsiderations],
  ] as const)
    app.get(`/api/reports/universe/${name}.csv`, { schema: { querystring: universeQuery } }, async (request, reply) => {
      const me = await auditor(request);
      const { from, through } = request.query;
      const rows = await rowsOf(casework, me.scope, { from, before: addDays(through, 1) });
      await logRead(me);
      return sendCsv(reply, `${name}.csv`, universeCsv(rows));
    });
};
