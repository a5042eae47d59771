import type { SavedFilter, SavedFilters } from '@openum/casework/port/savedFilters.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

export type SavedFilterPorts = { readonly savedFilters: SavedFilters };

const filter = (filterId: string, change: Partial<SavedFilter> = {}): SavedFilter => ({
  filterId,
  ownerUserId: 'u-1',
  ownerName: 'Una',
  page: 'work',
  name: filterId,
  search: { urgency: 'expedited' },
  savedAt: at('2026-11-20T15:00:00.000Z'),
  ...change,
});

export const savedFilterContract = (name: string, store: () => SavedFilterPorts, fresh: Fresh<string>): void => {
  describe(`${name}: saved filters`, () => {
    test('are listed by name: one’s own, and those of one’s teams', async () => {
      const { savedFilters } = store();
      const [mine, other] = [{ tenantId: fresh() }, { tenantId: fresh() }];
      await savedFilters.save(mine, filter('b'));
      await savedFilters.save(mine, filter('a', { page: 'dashboard', teamId: 't-1' }));
      await savedFilters.save(mine, filter('c', { ownerUserId: 'u-2', teamId: 't-1' }));
      await savedFilters.save(mine, filter('d', { ownerUserId: 'u-2' }));
      await savedFilters.save(other, filter('e'));
      const ids = async (userId: string, teams: readonly string[]) =>
        (await savedFilters.list(mine, userId, teams)).map((f) => f.filterId);
      expect(await ids('u-1', [])).toEqual(['a', 'b']);
      expect(await ids('u-1', ['t-1'])).toEqual(['a', 'b', 'c']);
      expect(await ids('u-3', ['t-1', 't-2'])).toEqual(['a', 'c']);
      expect(await savedFilters.list(mine, 'u-1', [])).toContainEqual(filter('b'));
    });

    test('saving under the same name on the same page replaces what one had, and nobody else’s', async () => {
      const { savedFilters } = store();
      const scope = { tenantId: fresh() };
      await savedFilters.save(scope, filter('a', { name: 'Mine', teamId: 't-1' }));
      await savedFilters.save(scope, filter('b', { name: 'Mine', search: { text: 'x' } }));
      await savedFilters.save(scope, filter('c', { name: 'Mine', page: 'dashboard' }));
      await savedFilters.save(scope, filter('d', { name: 'Mine', ownerUserId: 'u-2' }));
      expect(await savedFilters.list(scope, 'u-1', ['t-1'])).toEqual([
        filter('a', { name: 'Mine', search: { text: 'x' } }),
        filter('c', { name: 'Mine', page: 'dashboard' }),
      ]);
    });

    test('are taken away by their owner only', async () => {
      const { savedFilters } = store();
      const scope = { tenantId: fresh() };
      await savedFilters.save(scope, filter('a', { teamId: 't-1' }));
      expect(await savedFilters.remove(scope, 'u-2', 'a')).toBe(false);
      expect(await savedFilters.remove(scope, 'u-1', 'a')).toBe(true);
      expect(await savedFilters.remove(scope, 'u-1', 'a')).toBe(false);
      expect(await savedFilters.list(scope, 'u-1', ['t-1'])).toEqual([]);
    });
  });
};
