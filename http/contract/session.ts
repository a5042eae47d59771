import type { Qualification, Role } from '@openum/domain/actor/actor.ts';
import { z } from 'zod';

export const signInBody = z.object({
  email: z.email(),
  password: z.string().min(1).max(1024),
});

/** Who is signed in; the browser builds the same actor from it that the server uses, so that buttons and server agree. */
export type SessionView = {
  readonly user: {
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Role[];
    readonly qualification?: Qualification;
  };
  readonly tenant: {
    readonly tenantId: string;
    readonly name: string;
    readonly kind: 'plan' | 'practice';
    readonly zone: string;
  };
  /** The own organization of somebody who is at work in another practice, which is then `tenant`, with the roles granted there. */
  readonly home?: { readonly tenantId: string; readonly name: string };
  /** Practices of others that are open to the person. */
  readonly open?: readonly { readonly tenantId: string; readonly name: string }[];
};
