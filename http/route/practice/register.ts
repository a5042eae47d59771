import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { peopleAt } from '@openum/casework/practice/grant/keep.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  clinicianBody,
  type PatientHits,
  patientQuery,
  payerBody,
  programmeBody,
  type RegisterView,
  settingsBody,
} from '../../contract/practice/register.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';

/** Who keeps the lists that the others choose from. */
const registerRoles: readonly Role[] = ['practiceOwner', 'utilizationReviewStaff'];

const mostPatients = 20;

/** A name or a number that somebody else of the list has. */
const once = async (save: Promise<void>, path: string): Promise<void> => {
  try {
    await save;
  } catch (e) {
    if (!(e instanceof Error) || !/rule practice_/.test(e.message)) throw e;
    const message = 'another entry has it already';
    throw problem(422, 'invalidBody', `Field ${path}: ${message}`, { fields: [{ path, message }] });
  }
};

const present = <T extends object>(x: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(x).filter(([, v]) => v !== undefined)) as never;

export const practiceRegisterRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { practiceRegister: register, environment } = casework;

  app.get('/api/practice/register', async (request): Promise<RegisterView> => {
    const { scope, today } = await atPractice(casework, request);
    const [programmes, payers, clinicians, settings, people] = await Promise.all([
      register.programmes(scope),
      register.payers(scope),
      register.clinicians(scope),
      register.settings(scope),
      peopleAt(casework, scope, today),
    ]);
    return {
      programmes,
      payers,
      clinicians,
      settings,
      people: people.map(({ userId, name }) => ({ userId, name })),
    };
  });

  app.put('/api/practice/settings', { schema: { body: settingsBody } }, async (request, reply) => {
    const { scope } = await atPractice(casework, request, ['practiceOwner']);
    await register.saveSettings(scope, request.body);
    return reply.code(204).send();
  });

  app.post('/api/practice/programmes', { schema: { body: programmeBody } }, async (request, reply) => {
    const { scope } = await atPractice(casework, request, registerRoles);
    const programmeId = request.body.programmeId ?? environment.newId();
    await once(register.saveProgrammes(scope, [{ ...present(request.body), programmeId }]), 'name');
    return reply.code(204).send();
  });

  app.post('/api/practice/payers', { schema: { body: payerBody } }, async (request, reply) => {
    const { scope } = await atPractice(casework, request, registerRoles);
    const payerId = request.body.payerId ?? environment.newId();
    await once(register.savePayers(scope, [{ ...request.body, payerId }]), 'name');
    return reply.code(204).send();
  });

  app.post('/api/practice/clinicians', { schema: { body: clinicianBody } }, async (request, reply) => {
    const { scope } = await atPractice(casework, request, registerRoles);
    const clinicianId = request.body.clinicianId ?? environment.newId();
    await once(register.saveClinicians(scope, [{ ...present(request.body), clinicianId }]), 'npi');
    return reply.code(204).send();
  });

  app.get(
    '/api/practice/patients',
    { schema: { querystring: patientQuery } },
    async (request): Promise<PatientHits> => {
      const me = await atPractice(casework, request);
      const patients = await register.searchPatients(me.scope, request.query.text, mostPatients);
      await recordPracticeRead(me, 'patientSearch');
      return { patients };
    },
  );
};
