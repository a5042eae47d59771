import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { type ListResult, noteList, partsOfKind } from '@openum/casework/practice/payerFile/listPart.ts';
import {
  type AppliedClaim,
  applyRemittance,
  type PlannedClaim,
  planRemittance,
} from '@openum/casework/practice/remittance/apply.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { Remittance } from '@openum/domain/remittance/remittance.ts';
import { problemLine } from '@openum/x12/text/problem.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import { fileParams } from '../../contract/practice/payerFile.ts';
import { type RemittanceAnswer, remittanceBody } from '../../contract/practice/remittance.ts';
import type { HttpDeps } from '../../deps.ts';
import { readPayerFile } from '../../payer/x12/read.ts';
import { bytesOf } from './fileBytes.ts';
import { problemsOfClaim, type ReadRemittances, remittancesIn } from './remittanceFile.ts';

const billing = episodeCapabilities.ApplyRemittance.roles;

const answerOf = async <T extends PlannedClaim>(
  file: ReadRemittances,
  claimsOf: (r: Remittance) => Promise<readonly T[]>,
): Promise<RemittanceAnswer<T>> => {
  const payments: RemittanceAnswer<T>['payments'][number][] = [];
  for (const r of file.remittances) {
    const claims = (await claimsOf(r)).map((c) => ({ ...c, problems: problemsOfClaim(file, c.position) }));
    const { payerName, traceNumber, paidOn, amount } = r;
    payments.push({ payerName, traceNumber, paidOn, amount, claims });
  }
  return { payments, problems: file.problems.map((p) => ({ position: p.position, text: problemLine(p) })) };
};

const settled: readonly PlannedClaim['standing'][] = ['applied', 'notOurs'];

const resultOf = (claims: readonly AppliedClaim[]): ListResult => ({
  done: claims.filter((c) => c.done).length,
  known: claims.filter((c) => !c.done && settled.includes(c.standing)).length,
  left: claims.filter((c) => !c.done && !settled.includes(c.standing)).length,
});

/** What a kept remittance (835) would change, and the change. */
export const remittanceRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const path = '/api/practice/files/:fileId/remittances';

  app.get(path, { schema: { params: fileParams } }, async (request): Promise<RemittanceAnswer<PlannedClaim>> => {
    const me = await atPractice(casework, request, billing);
    const { fileId } = request.params;
    const file = remittancesIn(new TextDecoder().decode(await bytesOf(me, fileId)));
    await recordPracticeRead(me, 'message', fileId);
    return answerOf(file, (r) => planRemittance(me, r));
  });

  app.post(
    path,
    { schema: { params: fileParams, body: remittanceBody } },
    async (request): Promise<RemittanceAnswer<AppliedClaim>> => {
      const me = await atPractice(casework, request, billing);
      const { fileId } = request.params;
      const { despite } = request.body;
      const bytes = await bytesOf(me, fileId);
      const file = remittancesIn(new TextDecoder().decode(bytes));
      const wanted = (position = 0) => despite.includes(position) || problemsOfClaim(file, position).length === 0;
      const answer = await answerOf(file, (r) => applyRemittance(me, r, (c) => wanted(c.position)));
      const places = partsOfKind(readPayerFile(bytes).parts, 'remittance');
      for (const [at, part] of places.entries())
        await noteList(me, fileId, part, resultOf(answer.payments[at]?.claims ?? []));
      return answer;
    },
  );
};
