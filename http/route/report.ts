import { readDashboard } from '@openum/casework/dashboard/dashboard.ts';
import { complianceReport } from '@openum/casework/report/compliance.ts';
import { dashboardRoles } from '@openum/domain/report/access.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import {
  type ComplianceView,
  clocksQuery,
  complianceQuery,
  type DashboardView,
  dashboardQuery,
  linesQuery,
  type ReportedClocksView,
  type ReportedLinesView,
  type ReportedTalksView,
  reportedCasesQuery,
  talksQuery,
} from '../contract/report.ts';
import type { WorkListView } from '../contract/workList.ts';
import { allPages } from '../csv/allPages.ts';
import { sendCsv } from '../csv/csv.ts';
import type { HttpDeps } from '../deps.ts';
import { casesCsv, clocksCsv, complianceCsv, linesCsv, talksCsv } from './reportCsv.ts';
import { caseListFilterOf, clockFilterOf, kindOf, lineFilterOf, talkFilterOf } from './reportQuery.ts';
import { assertCursor } from './workList.ts';

const defaultDays = 30;

export const reportRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, reports, readLog } = casework;

  const reader = async (request: FastifyRequest) => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    assertHolds(me, dashboardRoles);
    return { ...me, now, scope: { tenantId: me.tenant.tenantId } };
  };
  type Reader = Awaited<ReturnType<typeof reader>>;
  const logRead = ({ scope, user, now }: Reader) =>
    readLog.record(scope, {
      readId: environment.newId(),
      userId: user.userId,
      purpose: 'audit',
      what: 'report',
      at: now,
    });

  app.get('/api/dashboard', { schema: { querystring: dashboardQuery } }, async (request): Promise<DashboardView> => {
    const { tenant, now } = await reader(request);
    const { through = dateInZone(now, tenant.zone), ...query } = request.query;
    const { from = addDays(through, 1 - defaultDays) } = query;
    return readDashboard(casework, tenant, { ...kindOf(query), from, through });
  });

  app.get(
    '/api/reports/compliance',
    { schema: { querystring: complianceQuery } },
    async (request): Promise<ComplianceView> => {
      const { scope } = await reader(request);
      const { by, ...filter } = request.query;
      return complianceReport(casework, scope, clockFilterOf(filter), by);
    },
  );
  app.get('/api/reports/compliance.csv', { schema: { querystring: complianceQuery } }, async (request, reply) => {
    const { scope } = await reader(request);
    const { by, ...filter } = request.query;
    const report = await complianceReport(casework, scope, clockFilterOf(filter), by);
    return sendCsv(reply, 'turnaround-compliance.csv', complianceCsv(report, by));
  });

  app.get(
    '/api/reports/clocks',
    { schema: { querystring: clocksQuery } },
    async (request): Promise<ReportedClocksView> => {
      const me = await reader(request);
      const { after, limit, ...filter } = request.query;
      assertCursor(after);
      const page = await reports.clocks(me.scope, clockFilterOf(filter), me.now, after, limit);
      await logRead(me);
      return page;
    },
  );
  app.get('/api/reports/clocks.csv', { schema: { querystring: clocksQuery } }, async (request, reply) => {
    const me = await reader(request);
    const { after: _, limit: __, ...filter } = request.query;
    const rows = await allPages((after, limit) =>
      reports.clocks(me.scope, clockFilterOf(filter), me.now, after, limit),
    );
    await logRead(me);
    return sendCsv(reply, 'clocks.csv', clocksCsv(rows));
  });

  app.get(
    '/api/reports/lines',
    { schema: { querystring: linesQuery } },
    async (request): Promise<ReportedLinesView> => {
      const me = await reader(request);
      const { after, limit } = request.query;
      assertCursor(after);
      const page = await reports.lines(me.scope, lineFilterOf(request.query), after, limit);
      await logRead(me);
      return page;
    },
  );
  app.get('/api/reports/lines.csv', { schema: { querystring: linesQuery } }, async (request, reply) => {
    const me = await reader(request);
    const filter = lineFilterOf(request.query);
    const rows = await allPages((after, limit) => reports.lines(me.scope, filter, after, limit));
    await logRead(me);
    return sendCsv(reply, 'lines.csv', linesCsv(rows));
  });

  app.get(
    '/api/reports/talks',
    { schema: { querystring: talksQuery } },
    async (request): Promise<ReportedTalksView> => {
      const me = await reader(request);
      const { after, limit } = request.query;
      assertCursor(after);
      const page = await reports.talkList(me.scope, talkFilterOf(request.query, me.tenant), after, limit);
      await logRead(me);
      return page;
    },
  );
  app.get('/api/reports/talks.csv', { schema: { querystring: talksQuery } }, async (request, reply) => {
    const me = await reader(request);
    const filter = talkFilterOf(request.query, me.tenant);
    const rows = await allPages((after, limit) => reports.talkList(me.scope, filter, after, limit));
    await logRead(me);
    return sendCsv(reply, 'talks.csv', talksCsv(rows));
  });

  app.get(
    '/api/reports/cases',
    { schema: { querystring: reportedCasesQuery } },
    async (request): Promise<WorkListView> => {
      const me = await reader(request);
      assertCursor(request.query.after);
      const filter = caseListFilterOf(request.query, me.now, me.tenant);
      const page = await reports.cases(me.scope, filter, request.query.after, request.query.limit);
      await logRead(me);
      return page;
    },
  );
  app.get('/api/reports/cases.csv', { schema: { querystring: reportedCasesQuery } }, async (request, reply) => {
    const me = await reader(request);
    const filter = caseListFilterOf(request.query, me.now, me.tenant);
    const rows = await allPages((after, limit) => reports.cases(me.scope, filter, after, limit));
    await logRead(me);
    return sendCsv(reply, 'cases.csv', casesCsv(rows));
  });
};
