import type { CriteriaLibraryView } from '@openum/http/contract/criteria.ts';
import { expect, test } from 'vitest';
import { draftsFor } from './drafts.ts';

type Entry = CriteriaLibraryView['sets'][number];
const entry = (id: string, part: Partial<Entry> = {}): Entry => ({
  id,
  version: '1',
  name: id,
  citation: 'NCD 1',
  sourceKind: 'ncd',
  status: 'draft',
  autoApproval: false,
  effectiveFrom: '2020-01-01' as Entry['effectiveFrom'],
  linesOfBusiness: ['medicareAdvantage'],
  services: ['E2402', 'A6550'],
  points: 3,
  uncompared: 3,
  examples: 5,
  ...part,
});

test('a case names the drafts for its services and line of business, and no active set', () => {
  const sets = [
    entry('pump'),
    entry('active', { status: 'active' }),
    entry('other service', { services: ['E0601'] }),
    entry('other line', { linesOfBusiness: ['medicaidManagedCare'] }),
  ];
  expect(draftsFor(sets, 'medicareAdvantage', ['E2402', '99213']).map((s) => s.id)).toEqual(['pump']);
  expect(draftsFor(sets, 'medicareAdvantage', [])).toEqual([]);
});
