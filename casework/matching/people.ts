import type { Physician } from '@openum/domain/matching/physician.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** Everybody who may act as a physician here, with what they said of themselves and what they hold. */
export const physiciansOf = async (
  { identity, physicians }: Pick<Casework, 'identity' | 'physicians'>,
  scope: Scope,
): Promise<readonly Physician[]> => {
  const [users, files, waiting] = await Promise.all([
    identity.users(scope),
    physicians.files(scope),
    physicians.waiting(scope),
  ]);
  return users
    .filter((u) => u.roles.includes('medicalDirector'))
    .map(({ userId, name, active, qualification }) => {
      const file = files.find((f) => f.userId === userId);
      return {
        userId,
        name,
        active,
        ...(qualification ? { qualification } : {}),
        conflicts: file?.conflicts ?? [],
        absences: file?.absences ?? [],
        ...(file?.availability ? { availability: file.availability } : {}),
        holds: waiting.filter((w) => w.userId === userId).map(({ userId: _, ...held }) => held),
      };
    });
};
