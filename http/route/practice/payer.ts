import { payerBehaviour } from '@openum/casework/practice/payer/behaviour.ts';
import {
  type CardSaved,
  cardsOn,
  lineNames,
  savePayerCard,
  saveTaskDuty,
} from '@openum/casework/practice/payer/cards.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { cardChanges } from '@openum/domain/payer/diff.ts';
import { openQuestions } from '@openum/domain/payer/unknown.ts';
import { cardOn } from '@openum/domain/payer/version.ts';
import type { TaskDuty } from '@openum/domain/practiceTask/task.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  type DutyView,
  type PayerBehaviourView,
  type PayerHistory,
  type PayerList,
  saveCard,
  saveDuty,
} from '../../contract/practice/payer.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';

const params = z.object({ payerId: z.string().min(1).max(64) });
const mostPresent = 1000;

/** What was saved, or a problem that names the field or the person who was first. */
const versionOf = (saved: CardSaved | Refusal): { readonly version: number } => {
  if (isRefusal(saved)) throw refusalProblem(saved);
  switch (saved.kind) {
    case 'saved':
      return { version: saved.version };
    case 'problems':
      throw problem(422, 'invalidBody', saved.problems.map((p) => p.message).join(' '), { fields: saved.problems });
    case 'stale':
      throw problem(409, 'staleVersion', `${saved.by} saved this after you opened it. Look at theirs first.`, {
        version: saved.version,
      });
    default: {
      const never: never = saved;
      return never;
    }
  }
};

/** Rule cards of payers, and who of the practice has which work. Nothing here is about a patient. */
export const payerRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { practiceRegister, payerCards, episodes, identity } = casework;

  const levelsOf = async (scope: { tenantId: string }): Promise<readonly string[]> => [
    ...new Set((await practiceRegister.programmes(scope)).filter((p) => p.active).map((p) => p.levelOfCare)),
  ];
  const linesOf = (scope: { tenantId: string }) => lineNames(casework, scope);

  app.get('/api/practice/payer-cards', async (request): Promise<PayerList> => {
    const { scope, today } = await atPractice(casework, request);
    const [registered, cards, levels, present] = await Promise.all([
      practiceRegister.payers(scope),
      cardsOn(casework, scope, today),
      levelsOf(scope),
      episodes.list(scope, { presence: 'present' }, undefined, mostPresent),
    ]);
    const names = new Map([
      ...[...cards.values()].map((c) => [c.card.payerId, c.card.name] as const),
      ...registered.filter((p) => p.active).map((p) => [p.payerId, p.name] as const),
    ]);
    const payers = [...names].map(([payerId, name]) => {
      const card = cards.get(payerId);
      return {
        payerId,
        name,
        ...(card ? { card } : {}),
        unknown: levels
          .map((levelOfCare) => ({ levelOfCare, questions: openQuestions(card?.card, levelOfCare) }))
          .filter((u) => u.questions.length > 0),
        present: present.filter((e) => e.payerId === payerId).length,
      };
    });
    return { payers: payers.sort((a, b) => a.name.localeCompare(b.name)), lines: linesOf(scope), levels };
  });

  app.get('/api/practice/payer-cards/:payerId', { schema: { params } }, async (request): Promise<PayerHistory> => {
    const { scope, today } = await atPractice(casework, request);
    const { payerId } = request.params;
    const [versions, registered, levels] = await Promise.all([
      payerCards.versions(scope, payerId),
      practiceRegister.payers(scope),
      levelsOf(scope),
    ]);
    const name = registered.find((p) => p.payerId === payerId)?.name ?? versions.at(-1)?.card.name;
    if (name === undefined) throw problem(404, 'notFound', 'This practice knows no such payer.');
    const current = cardOn(versions, today);
    const changed = versions.map((v, at) => {
      const before = versions[at - 1];
      return { ...v, changes: before ? cardChanges(before.card, v.card) : [] };
    });
    return {
      payerId,
      name,
      ...(current ? { current } : {}),
      versions: changed.toReversed(),
      lines: linesOf(scope),
      levels,
    };
  });

  app.get('/api/practice/payer-cards/:payerId/behaviour', { schema: { params } }, async (request) => {
    const found: PayerBehaviourView = await payerBehaviour(await atPractice(casework, request), request.params.payerId);
    return found;
  });

  app.put(
    '/api/practice/payer-cards/:payerId',
    { schema: { params, body: saveCard } },
    async (request): Promise<{ readonly version: number }> => {
      const me = await atPractice(casework, request);
      const card: PayerCard = { ...request.body.card, payerId: request.params.payerId };
      return versionOf(await savePayerCard(me, { ...request.body, card }));
    },
  );

  app.get('/api/practice/duty', async (request): Promise<DutyView> => {
    const { scope } = await atPractice(casework, request);
    const [saved, users] = await Promise.all([payerCards.duty(scope), identity.users(scope)]);
    const people = users.filter((u) => u.active).map(({ userId, name }) => ({ userId, name }));
    return { ...(saved ? { saved } : {}), people };
  });

  app.put('/api/practice/duty', { schema: { body: saveDuty } }, async (request): Promise<{ version: number }> => {
    const me = await atPractice(casework, request);
    const { duty, expectedVersion } = request.body;
    return versionOf(await saveTaskDuty(me, duty as TaskDuty, expectedVersion));
  });
};
