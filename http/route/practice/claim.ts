import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import {
  type PlannedBill,
  planClaims,
  type RecordedBill,
  recordClaims,
} from '@openum/casework/practice/claim/record.ts';
import { type ListResult, noteList, partsOfKind } from '@openum/casework/practice/payerFile/listPart.ts';
import type { BilledClaim } from '@openum/domain/claim/claim.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import { readClaims } from '@openum/x12/claim/read.ts';
import { readFile } from '@openum/x12/envelope/read.ts';
import type { X12Problem } from '@openum/x12/text/problem.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import { type ClaimsAnswer, claimsBody } from '../../contract/practice/claim.ts';
import { fileParams } from '../../contract/practice/payerFile.ts';
import type { HttpDeps } from '../../deps.ts';
import { readPayerFile } from '../../payer/x12/read.ts';
import { bytesOf } from './fileBytes.ts';
import { problemsFrom } from './problems.ts';

const billing = episodeCapabilities.BillServices.roles;

type ReadSet = { readonly claims: readonly BilledClaim[]; readonly problems: readonly X12Problem[] };

/** Claims of each transaction of an 837 file that has any. */
const setsIn = (bytes: Uint8Array): readonly ReadSet[] =>
  readFile([new TextDecoder().decode(bytes)])
    .interchanges.flatMap((i) => i.groups)
    .flatMap((g) => g.transactions)
    .filter((t) => t.set === '837')
    .map(readClaims)
    .filter((s) => s.claims.length > 0);

const found = (sets: readonly ReadSet[], position: number): readonly string[] =>
  problemsFrom(
    sets.flatMap((s) => s.problems),
    sets.flatMap((s) => s.claims.map((c) => c.position)),
    position,
  );

const answerOf = <T extends PlannedBill>(sets: readonly ReadSet[], claims: readonly T[]): ClaimsAnswer<T> => ({
  claims: claims.map((c) => ({ ...c, found: found(sets, c.position) })),
});

const resultOf = (claims: readonly RecordedBill[]): ListResult => ({
  done: claims.filter((c) => c.done).length,
  known: claims.filter((c) => !c.done && c.standing === 'known').length,
  left: claims.filter((c) => !c.done && c.standing !== 'known').length,
});

/** Claims (837) that the practice sends or has sent: checked against the ledger first, then recorded as delivered and billed. */
export const claimRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const path = '/api/practice/files/:fileId/claims';

  app.get(path, { schema: { params: fileParams } }, async (request): Promise<ClaimsAnswer<PlannedBill>> => {
    const me = await atPractice(casework, request, billing);
    const { fileId } = request.params;
    const sets = setsIn(await bytesOf(me, fileId));
    await recordPracticeRead(me, 'message', fileId);
    return answerOf(
      sets,
      await planClaims(
        me,
        sets.flatMap((s) => s.claims),
      ),
    );
  });

  app.post(
    path,
    { schema: { params: fileParams, body: claimsBody } },
    async (request): Promise<ClaimsAnswer<RecordedBill>> => {
      const me = await atPractice(casework, request, billing);
      const { fileId } = request.params;
      const { despite, overrides } = request.body;
      const bytes = await bytesOf(me, fileId);
      const sets = setsIn(bytes);
      const places = partsOfKind(readPayerFile(bytes).parts, 'claims');
      const all: RecordedBill[] = [];
      for (const [at, set] of sets.entries()) {
        const done = await recordClaims(me, set.claims, ({ position }) => {
          const override = overrides.find((o) => o.position === position)?.reason;
          const take = found(sets, position).length === 0 || despite.includes(position);
          return { take, ...(override ? { override } : {}) };
        });
        all.push(...done);
        const part = places[at];
        if (part !== undefined) await noteList(me, fileId, part, resultOf(done));
      }
      return answerOf(sets, all);
    },
  );
};
