import type { Casework } from '@openum/casework/casework.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';

/** Pictures of pages are drawn again after so long: storage follows what is being worked on. */
const keptHours = 30 * 24;
/** A page that could not be drawn, perhaps on a busy day, is tried again. */
const failureHours = 24;

/** Forgets old pictures of pages in every organization. Gives 0: whatever is old goes at once. */
export const forgetPictures = async ({ identity, pagePictures, environment }: Casework): Promise<number> => {
  const now = environment.now();
  for (const { tenantId } of await identity.tenants())
    await pagePictures.forget(
      { tenantId },
      addElapsed(now, { hours: -keptHours }),
      addElapsed(now, { hours: -failureHours }),
    );
  return 0;
};
