import type { ContactPreference, DeliverySettings } from '@openum/domain/delivery/choose.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type Kept<T> = T & { readonly changedAt: Instant; readonly changedBy: string };

/** How a plan sends its letters, and how each reader wants to get them. What was in force before is kept. */
export type Contacts = {
  settings(scope: Scope): Promise<Kept<DeliverySettings> | undefined>;
  saveSettings(scope: Scope, settings: Kept<DeliverySettings>): Promise<void>;
  /** `key`: the member number, or the NPI of a provider. */
  preference(scope: Scope, audience: 'member' | 'provider', key: string): Promise<Kept<ContactPreference> | undefined>;
  savePreference(
    scope: Scope,
    audience: 'member' | 'provider',
    key: string,
    preference: Kept<ContactPreference>,
  ): Promise<void>;
};
