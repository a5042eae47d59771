import type { Casework } from '@openum/casework/casework.ts';
import { createRatingSet, rate, raterView } from '@openum/casework/consistency/sets.ts';
import type { Tenant, User } from '@openum/casework/port/identity.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';

/** One rater reads each point as the record does; the other misses the first of every second line and asks for it. */
const answers = [
  { misses: () => false, note: '' },
  { misses: (position: number) => position % 2 === 1, note: 'The test is not dated.' },
] as const;

/** Two sets of past lines: one that everybody has rated, and one that waits for its raters. */
export const playConsistency = async (casework: Casework, tenant: Tenant): Promise<void> => {
  const users = await casework.identity.users({ tenantId: tenant.tenantId });
  const who = (email: string): User => {
    const user = users.find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return user;
  };
  const today = dateInZone(casework.environment.now(), tenant.zone);
  const draw = async (title: string, seed: number, raters: readonly User[], dueInDays: number) => {
    const drawn = await createRatingSet(casework, tenant, who('quality@plan.example'), {
      title,
      seed,
      fromDay: addDays(today, -60),
      beforeDay: addDays(today, 1),
      linesOfBusiness: [],
      approved: 4,
      adverse: 2,
      dueOn: addDays(today, dueInDays),
      raterIds: raters.map((r) => r.userId),
    });
    if (typeof drawn === 'string') throw new Error(`the demonstration was refused a set to rate: ${drawn}`);
    return drawn.setId;
  };
  const raters = [who('nurse2@plan.example'), who('concurrent@plan.example')];
  const setId = await draw('Decisions of the last weeks', 7, raters, 7);
  for (const [i, rater] of raters.entries()) {
    const kept = await casework.ratingSets.find({ tenantId: tenant.tenantId }, setId);
    const view = kept && raterView(kept, rater.userId, tenant.zone, casework.environment.now());
    for (const { position, blinded } of view?.cases ?? []) {
      const misses = answers[i]?.misses(position) ?? false;
      const recorded = kept?.cases.find((c) => c.position === position)?.recorded;
      const leaves = blinded.leaves.map(
        ({ path }, n) => [path, misses && n === 0 ? 'unknown' : (recorded?.leaves[path] ?? 'unknown')] as const,
      );
      await rate(casework, tenant, setId, {
        userId: rater.userId,
        position,
        leaves: Object.fromEntries<Truth>(leaves),
        recommendation: misses ? 'needInformation' : (recorded?.recommendation ?? 'needInformation'),
        note: misses ? (answers[i]?.note ?? '') : '',
      });
    }
  }
  await draw('The same criteria, read again', 11, [who('nurse@plan.example'), ...raters], 10);
};
