import type { PracticeGrant } from '@openum/domain/practiceGrant/grant.ts';
import type { Tenant } from './identity.ts';
import type { Scope } from './scope.ts';

/** A practice that let somebody of another organization in. */
export type GrantedPractice = { readonly practice: Tenant; readonly grant: PracticeGrant };

/** Leave of a practice for people of other organizations. The practice owns each, and one that was given is never rewritten. */
export type PracticeGrants = {
  /** Every grant of a practice, also those that are over, the newest first. */
  list(scope: Scope): Promise<readonly PracticeGrant[]>;
  /** The same grant again changes nothing. */
  add(scope: Scope, grant: PracticeGrant): Promise<void>;
  /** False when it was ended before, or when this practice gave no such grant. */
  revoke(scope: Scope, grantId: string, revoked: NonNullable<PracticeGrant['revoked']>): Promise<boolean>;
  /** What practices granted to a person, over and ended ones too; `home` is the organization of the person. */
  ofPerson(home: Scope, userId: string): Promise<readonly GrantedPractice[]>;
};
