import type { RegisteredMember, RegisteredProvider } from '../port/register.ts';
import { type AtPortal, recordRead, scopeOf } from './portal.ts';

/**
 * The member with exactly this number and this birth date. Whoever knows only one of the two learns nothing, not even that the
 * number exists; every try is logged.
 */
export const findMember = async (
  at: AtPortal,
  memberNumber: string,
  birthDate: string,
): Promise<RegisteredMember | undefined> => {
  await recordRead(at, 'memberSearch');
  const found = await at.casework.register.memberByNumber(scopeOf(at), memberNumber.trim());
  return found?.member.birthDate === birthDate ? found : undefined;
};

/** Providers in whose name the practice may ask, as far as the plan's directory knows them. */
export const requestingProviders = async (at: AtPortal): Promise<readonly RegisteredProvider[]> => {
  const found = await Promise.all(at.access.npis.map((npi) => at.casework.register.providerByNpi(scopeOf(at), npi)));
  return found.filter((p) => p !== undefined);
};

/** The plan's directory, for the provider who will do the service. */
export const searchDirectory = (at: AtPortal, text: string, limit: number): Promise<readonly RegisteredProvider[]> =>
  at.casework.register.searchProviders(scopeOf(at), text, limit);
