import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastifySSE } from '@fastify/sse';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { HttpDeps } from './deps.ts';
import { hl7Routes } from './hl7/routes.ts';
import { pasRoutes } from './pas/routes.ts';
import { practiceArrivalRoutes } from './practiceArrival/fhir.ts';
import { installErrorHandler } from './problem/errorHandler.ts';
import { problem } from './problem/problem.ts';
import { refuseUnsoundText } from './problem/soundText.ts';
import { admissionRoutes } from './route/admission.ts';
import { appealRoutes } from './route/appeal.ts';
import { askRoutes } from './route/ask.ts';
import { auditRoutes } from './route/audit.ts';
import { briefRoutes } from './route/brief.ts';
import { caseRoutes } from './route/case.ts';
import { caseManagementRoutes } from './route/caseManagement.ts';
import { censusRoutes } from './route/census.ts';
import { consistencyRoutes } from './route/consistency.ts';
import { criteriaRoutes } from './route/criteria.ts';
import { dialRoutes } from './route/dial.ts';
import { documentRoutes } from './route/document.ts';
import { eventRoutes } from './route/events.ts';
import { extractionRoutes } from './route/extraction.ts';
import { guestRoutes } from './route/guest.ts';
import { guestLinkRoutes } from './route/guestLink.ts';
import { intakeRoutes } from './route/intake.ts';
import { letterRunRoutes } from './route/letterRun.ts';
import { letterRoutes } from './route/letters.ts';
import { modelRoutes } from './route/model.ts';
import { newsRoutes } from './route/news.ts';
import { notificationRoutes } from './route/notification.ts';
import { ownCriteriaRoutes } from './route/ownCriteria.ts';
import { peerToPeerRoutes } from './route/peerToPeer.ts';
import { physicianRoutes } from './route/physician.ts';
import { portalRoutes } from './route/portal.ts';
import { practiceRoutes } from './route/practice/routes.ts';
import { proofRoutes } from './route/proof.ts';
import { replayRoutes } from './route/replay.ts';
import { reportRoutes } from './route/report.ts';
import { requestRoutes } from './route/request.ts';
import { routingRoutes } from './route/routing.ts';
import { savedFilterRoutes } from './route/savedFilter.ts';
import { searchRoutes } from './route/search.ts';
import { sessionRoutes } from './route/session.ts';
import { suggestionRoutes } from './route/suggestion.ts';
import { templateRoutes } from './route/template.ts';
import { workListRoutes } from './route/workList.ts';

export type AppOptions = HttpDeps & {
  /** Folder of the built browser application; absent: the API alone. */
  readonly webRoot?: string;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  readonly ready: () => Promise<void>;
  /** Where the lines of the log go; absent: standard output. */
  readonly logTo?: { write(line: string): void };
};

/** Requests are logged by route and time only: addresses hold search texts and ids. */
const logger = ({ logLevel, logTo }: AppOptions) => ({
  level: logLevel,
  ...(logTo ? { stream: logTo } : {}),
  redact: ['req.headers.authorization', 'req.headers.cookie'],
  serializers: {
    req: (r: FastifyRequest) => ({ method: r.method, route: r.routeOptions.url }),
  },
});

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    // Live connections stay open for ever; at the end they are cut.
    forceCloseConnections: true,
    logger: logger(options),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2 * 1024 * 1024,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installErrorHandler(app);

  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, { global: false });
  await app.register(fastifySSE);
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'OpenUM', version: '0.1.0', license: { name: 'Apache-2.0' } } },
    transform: jsonSchemaTransform,
  });

  // A page of another origin cannot set this header without being asked first (CORS), so a forged form cannot act for a person.
  app.addHook('onRequest', async (request) => {
    // The route that was found, not the address as sent: that may spell the same route in other signs.
    const ofApi = request.routeOptions.url?.startsWith('/api/') ?? false;
    if (unsafe.has(request.method) && ofApi && request.headers['x-openum'] === undefined) {
      throw problem(403, 'invalidBody', 'The header x-openum is missing.');
    }
  });

  app.addHook('preValidation', refuseUnsoundText);

  sessionRoutes(app, options);
  workListRoutes(app, options);
  censusRoutes(app, options);
  caseRoutes(app, options);
  criteriaRoutes(app, options);
  ownCriteriaRoutes(app, options);
  replayRoutes(app, options);
  documentRoutes(app, options);
  extractionRoutes(app, options);
  proofRoutes(app, options);
  requestRoutes(app, options);
  admissionRoutes(app, options);
  intakeRoutes(app, options);
  routingRoutes(app, options);
  portalRoutes(app, options);
  practiceRoutes(app, options);
  peerToPeerRoutes(app, options);
  appealRoutes(app, options);
  physicianRoutes(app, options);
  briefRoutes(app, options);
  caseManagementRoutes(app, options);
  guestLinkRoutes(app, options);
  guestRoutes(app, options);
  askRoutes(app, options);
  reportRoutes(app, options);
  auditRoutes(app, options);
  consistencyRoutes(app, options);
  dialRoutes(app, options);
  savedFilterRoutes(app, options);
  suggestionRoutes(app, options);
  modelRoutes(app, options);
  newsRoutes(app, options);
  searchRoutes(app, options);
  letterRoutes(app, options);
  letterRunRoutes(app, options);
  templateRoutes(app, options);
  eventRoutes(app, options);
  notificationRoutes(app, options);
  pasRoutes(app, options);
  hl7Routes(app, options);
  practiceArrivalRoutes(app, options);
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  app.get('/api/health', { schema: { hide: true } }, async () => {
    await options.ready();
    return { status: 'ready' };
  });

  if (options.webRoot) await serveWeb(app, options.webRoot);
  return app;
};

/** The browser application: files with a hash in their name may be kept for good; every other address is a page of it. */
const serveWeb = async (app: FastifyInstance, root: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (/^\/(api|assets)\//.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
};
