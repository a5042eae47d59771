import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOf } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { factCatalogue } from '../fact/load.ts';
import { expandSet, type WrittenSet } from './expand.ts';

/** Where the sets are written. */
export const criteriaFiles = (): readonly string[] =>
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => path.join(import.meta.dirname, file));

const read = (): readonly CriteriaSet[] => {
  const sets = criteriaFiles()
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as WrittenSet)
    .map((written) => expandSet(written, factCatalogue));
  const ids = sets.map((s) => s.id);
  const problems = [
    ...sets.flatMap((set) => problemsOf(set, factCatalogue)),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: two sets have this id`),
  ];
  if (problems.length > 0) throw new Error(`content/criteria:\n${problems.join('\n')}`);
  return sets;
};

/** Every criteria set of this folder, checked. One file is one set. */
export const criteriaSets: readonly CriteriaSet[] = read();
