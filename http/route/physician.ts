import type { Acting } from '@openum/casework/case/act.ts';
import {
  cancelAbsence,
  declareConflict,
  endConflict,
  readFile,
  recordAbsence,
  saveAvailability,
} from '@openum/casework/physician/file.ts';
import { readPeople } from '@openum/casework/physician/people.ts';
import { readQueue } from '@openum/casework/physician/queue.ts';
import type { PhysicianFile } from '@openum/casework/port/physicians.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  absenceBody,
  availabilityBody,
  conflictBody,
  type PhysicianFileView,
  type PhysicianPeopleView,
  type PhysicianQueueView,
} from '../contract/physician.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';

const userParams = z.object({ userId: z.string().max(64) });
const conflictParams = userParams.extend({ conflictId: z.string().max(64) });
const absenceParams = userParams.extend({ absenceId: z.string().max(64) });

const queueRoles: readonly Role[] = ['medicalDirector', 'umDirector', 'umCoordinator', 'qualityManager'];
const peopleRoles: readonly Role[] = ['umDirector', 'umCoordinator', 'medicalDirector'];

const holdsOne = (acting: Acting, roles: readonly Role[]): void => {
  if (!acting.actor.roles.some((r) => roles.includes(r)))
    throw refusalProblem(refuse('roleMissing', { roles: [...roles] }));
};

/** The queue of physicians, and what each of them says of their own work. */
export const physicianRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    return { casework, tenant, actor, now };
  };
  const viewOf = (me: Acting, file: PhysicianFile | Refusal): PhysicianFileView => {
    if (isRefusal(file)) throw refusalProblem(file);
    return { ...file, zone: me.tenant.zone, usualCapacity: casework.knowledge.matchingPolicy.capacity };
  };
  /** `me` in an address is the caller. */
  const idOf = (me: Acting, userId: string): string => (userId === 'me' ? me.actor.userId : userId);

  app.get('/api/physician/queue', async (request): Promise<PhysicianQueueView> => {
    const me = await acting(request);
    holdsOne(me, queueRoles);
    const scope = { tenantId: me.tenant.tenantId };
    const queue = await readQueue(casework, scope, me.actor);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.actor.userId,
      purpose: 'utilizationReview',
      what: 'workList',
      at: me.now,
    });
    return queue;
  });

  app.get('/api/physician/people', async (request): Promise<PhysicianPeopleView> => {
    const me = await acting(request);
    holdsOne(me, peopleRoles);
    return { now: me.now, people: await readPeople(casework, { tenantId: me.tenant.tenantId }) };
  });

  app.get('/api/physician/files/:userId', { schema: { params: userParams } }, async (request) => {
    const me = await acting(request);
    return viewOf(me, await readFile(me, idOf(me, request.params.userId)));
  });

  app.post(
    '/api/physician/files/:userId/conflicts',
    { schema: { params: userParams, body: conflictBody } },
    async (request) => {
      const me = await acting(request);
      return viewOf(me, await declareConflict(me, idOf(me, request.params.userId), request.body));
    },
  );

  app.post(
    '/api/physician/files/:userId/conflicts/:conflictId/end',
    { schema: { params: conflictParams } },
    async (request) => {
      const me = await acting(request);
      return viewOf(me, await endConflict(me, idOf(me, request.params.userId), request.params.conflictId));
    },
  );

  app.post(
    '/api/physician/files/:userId/absences',
    { schema: { params: userParams, body: absenceBody } },
    async (request) => {
      const me = await acting(request);
      return viewOf(me, await recordAbsence(me, idOf(me, request.params.userId), request.body));
    },
  );

  app.post(
    '/api/physician/files/:userId/absences/:absenceId/cancel',
    { schema: { params: absenceParams } },
    async (request) => {
      const me = await acting(request);
      return viewOf(me, await cancelAbsence(me, idOf(me, request.params.userId), request.params.absenceId));
    },
  );

  app.post(
    '/api/physician/files/:userId/availability',
    { schema: { params: userParams, body: availabilityBody } },
    async (request) => {
      const me = await acting(request);
      return viewOf(me, await saveAvailability(me, idOf(me, request.params.userId), request.body));
    },
  );
};
