import type { WrittenSet } from './expand.ts';

type Kind = 'text' | 'list' | 'group' | 'yesOrNo';

/** Every field of a set as it is written, and what stands in it; those with a question mark may be left out. */
const fields: Record<keyof WrittenSet, Kind | `${Kind}?`> = {
  id: 'text',
  version: 'text',
  name: 'text',
  citation: 'text',
  url: 'text?',
  evidence: 'text?',
  basedOn: 'group?',
  sourceKind: 'text',
  status: 'text',
  effectiveFrom: 'text',
  effectiveTo: 'text?',
  jurisdictions: 'list?',
  appliesTo: 'group',
  autoApproval: 'yesOrNo',
  sources: 'group',
  define: 'group?',
  initial: 'group',
  continuedStay: 'group?',
  approveFor: 'list',
  limits: 'list',
  requiredDocuments: 'list',
  pitfalls: 'list',
  prompts: 'list',
  bases: 'group',
  vectors: 'list',
};

const words: Record<Kind, string> = {
  text: 'a text',
  list: 'a list in [ ]',
  group: 'an object in { }',
  yesOrNo: 'true or false',
};

const kindOf = (value: unknown): Kind | undefined => {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yesOrNo';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'group' : undefined;
};

/** Fields that are missing, of another kind, or of no set at all: somebody who writes a file learns all of them at once. */
export const shapeProblems = (written: unknown): readonly string[] => {
  if (kindOf(written) !== 'group') return ['the file holds no object in { }'];
  const given = written as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(fields).flatMap(([name, wanted]) => {
    const kind = wanted.replace('?', '') as Kind;
    if (given[name] === undefined) return wanted.endsWith('?') ? [] : [`${name} is missing: ${words[kind]}`];
    return kindOf(given[name]) === kind ? [] : [`${name} is not ${words[kind]}`];
  });
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  return [...wrong, ...unknown.map((name) => `${name} is no field of a criteria set`)];
};
