import { readReviewers } from '@openum/casework/appeal/reading.ts';
import { execute } from '@openum/casework/case/execute.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { Folder, Later } from './office.ts';
import { appealsDesk, type LineName, scope } from './population.ts';
import type { World } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;

const levels: Record<LineName, string> = {
  medicare: 'MA-RECONSIDERATION',
  medicaid: 'MCD-APPEAL',
  insured: 'COMMERCIAL-APPEAL',
  selfFunded: 'COMMERCIAL-APPEAL',
  exchange: 'COMMERCIAL-APPEAL',
};

const rationale =
  'The record was read anew by somebody who had no part in the first decision, with what came with the appeal; the values are stated in the notes.';
const memberRationale =
  'A doctor who had no part in the first decision read your file again, with what you sent with your appeal.';

/** What members make of a denial, and the plan of their appeal. */
export const anAppealsDesk = (world: World, later: Later) => {
  const { random, act, state } = world;
  const counts = { filed: 0, upheld: 0, overturned: 0, forgotten: 0, forwarded: 0 };
  const now = (): Instant => new Date(world.now()).toISOString() as Instant;

  /** To the independent review entity, with a file that is as small as the simulated documents. */
  const forward = async (caseId: string): Promise<void> => {
    const outside = (await state(caseId)).appeals.at(-1);
    if (outside?.levelId !== 'MA-IRE' || outside.forwarded) return;
    const bytes = new TextEncoder().encode(`file of appeal ${outside.number}`);
    const documentId = world.environment.newId();
    const sent = await execute(world.casework, scope, {
      caseId,
      documents: [{ documentId, contentType: 'application/pdf', bytes }],
      command: () => ({
        type: 'ForwardAppeal',
        actor: actorOf(appealsDesk),
        now: now(),
        appealId: outside.appealId,
        to: 'Independent review entity',
        method: 'portal',
        packet: {
          documentId,
          title: 'Appeal file',
          contentType: 'application/pdf',
          sizeBytes: bytes.byteLength,
          sha256: world.environment.sha256Hex(bytes),
          origin: `made for appeal ${outside.number}`,
        },
      }),
    });
    if (sent.kind === 'done') counts.forwarded += 1;
    else throw new Error(`an appeal was not forwarded: ${JSON.stringify(sent)}`);
  };

  const decide = async (caseId: string, appealId: string): Promise<void> => {
    const free =
      (await readReviewers(world.casework, scope, caseId, appealId))?.filter((r) => r.excluded === undefined) ?? [];
    if (free.length === 0) return;
    const { userId } = random.pick(free);
    const reviewer = world.physicians.find((p) => p.user.userId === userId)?.user;
    if (!reviewer) return;
    const c = await state(caseId);
    const assigned = await act(appealsDesk, caseId, { type: 'AssignAppealReviewer', appealId, toUserId: userId });
    if (assigned.kind !== 'done') return;
    await world.openEverything(reviewer, caseId, c);
    const overturned = random.chance(0.5);
    const lines = (c.appeals.at(-1)?.itemSequences ?? []).map((itemSequence) => {
      const item = c.items.find((i) => i.sequence === itemSequence);
      const base = {
        itemSequence,
        rationale,
        memberRationale,
        criteriaCited: { name: 'Medical policy of the plan', version: '2026', citation: 'Medical policy 1.01' },
      };
      if (!overturned || !item?.period) return { ...base, outcome: 'upheld' as const };
      const authorized = {
        service: item.service,
        ...(item.quantity ? { quantity: item.quantity } : {}),
        period: item.period,
      };
      return { ...base, outcome: 'overturned' as const, authorized };
    });
    const decided = await act(reviewer, caseId, {
      type: 'DecideAppeal',
      appealId,
      lines,
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
      newEvidence: false,
    });
    if (decided.kind !== 'done') return;
    if (overturned) {
      counts.overturned += 1;
      later(world.now() + random.wait(14) * hour, async () => {
        await act(appealsDesk, caseId, {
          type: 'EffectuateAppeal',
          appealId,
          how: 'The authorization is in the system of the clinic.',
        });
      });
    } else {
      counts.upheld += 1;
      later(world.now() + random.wait(20) * hour, () => forward(caseId));
    }
  };

  return {
    counts,
    /** After a decision against a request: some members appeal, and a few appeals are forgotten until their clock runs out. */
    denied: ({ caseId, program }: Folder): void => {
      if (program.stay || program.drug || program.reviewType === 'retrospective' || !random.chance(0.12)) return;
      later(world.now() + Math.min(50, 1 + random.wait(12)) * day, async () => {
        const c = await state(caseId);
        const itemSequences = c.items
          .filter((i) => i.determination && i.determination.outcome !== 'approved')
          .map((i) => i.sequence);
        const filed = await act(appealsDesk, caseId, {
          type: 'FileAppeal',
          levelId: levels[program.line],
          filedBy: { party: 'member', name: `${c.request.member.given} ${c.request.member.family}` },
          itemSequences,
          timing: 'preService',
          receivedAt: now(),
          channel: 'mail',
          statement: 'My doctor says that I need it.',
        });
        const appeal = filed.kind === 'done' ? filed.state.appeals.at(-1) : undefined;
        if (!appeal) return;
        counts.filed += 1;
        if (random.chance(0.04)) {
          counts.forgotten += 1;
          later(world.now() + 33 * day, () => forward(caseId));
        } else later(world.now() + random.wait(10) * day, () => decide(caseId, appeal.appealId));
      });
    },
  };
};
