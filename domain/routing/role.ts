import type { Role } from '../actor/actor.ts';

/** Who settles who gets what. */
export const routingRoles: readonly Role[] = ['umDirector', 'umCoordinator', 'administrator'];
