import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { actorOfGrant, rolesOn } from '@openum/domain/practiceGrant/grant.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Tenant } from '../../port/identity.ts';
import type { PracticeActing } from '../acting.ts';

export type AtHome = { readonly tenant: Tenant; readonly actor: PersonActor };

/** The practices that are open to a person of another one at this moment; in each with the roles that it granted, and no others. */
export const openPractices = async (
  casework: Casework,
  { tenant: home, actor }: AtHome,
  now: Instant,
): Promise<readonly PracticeActing[]> => {
  if (home.kind !== 'practice') return [];
  const granted = await casework.practiceGrants.ofPerson(home, actor.userId);
  const byPractice = Map.groupBy(granted, (g) => g.practice.tenantId);
  return [...byPractice.values()]
    .flatMap((of): readonly PracticeActing[] => {
      const practice = of[0]?.practice;
      if (!practice) return [];
      const today = dateInZone(now, practice.zone);
      const roles = rolesOn(
        of.map((g) => g.grant),
        actor.userId,
        today,
      );
      if (roles.length === 0) return [];
      const { tenantId, name } = home;
      return [
        {
          casework,
          practice,
          scope: { tenantId: practice.tenantId },
          actor: actorOfGrant(actor, { tenantId, name }, roles),
          now,
          today,
        },
      ];
    })
    .toSorted((a, b) => a.practice.name.localeCompare(b.practice.name));
};
