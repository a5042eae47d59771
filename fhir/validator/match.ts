import { isObject, type JsonObject } from '../json.ts';
import type { ElementRule, Node } from './profile.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** FHIR pattern: everything in the pattern is in the value; a list holds a match for each of its members. */
const fits = (value: unknown, pattern: unknown): boolean => {
  if (Array.isArray(pattern)) return Array.isArray(value) && pattern.every((p) => value.some((v) => fits(v, p)));
  if (isObject(pattern)) return isObject(value) && Object.keys(pattern).every((k) => fits(value[k], pattern[k]));
  return value === pattern;
};

/** The value that an element is held to, and whether exactly. */
export const heldTo = (rule: ElementRule): { readonly value: unknown; readonly exact: boolean } | undefined => {
  for (const key in rule) {
    if (key.startsWith('fixed')) return { value: rule[key], exact: true };
    if (key.startsWith('pattern')) return { value: rule[key], exact: false };
  }
  return undefined;
};

export const obeys = (value: unknown, held: { readonly value: unknown; readonly exact: boolean }): boolean =>
  held.exact ? same(value, held.value) : fits(value, held.value);

const codesIn = (value: unknown): readonly { system: unknown; code: unknown }[] => {
  if (typeof value === 'string') return [{ system: undefined, code: value }];
  if (!isObject(value)) return [];
  if (Array.isArray(value.coding))
    return value.coding.filter(isObject).map((c) => ({ system: c.system, code: c.code }));
  return [{ system: value.system, code: value.code }];
};

/** One code of the value is in an enumerated value set; a bare code is compared without its system. */
export const inValueSet = (value: unknown, codes: readonly string[]): boolean =>
  codesIn(value).some(({ system, code }) =>
    system === undefined ? codes.some((c) => c.endsWith(`|${code}`)) : codes.includes(`${system}|${code}`),
  );

export type Candidate = { readonly value: unknown; readonly type: string };

const extensionPath = /^extension\('([^']+)'\)\.value/;

const careTeamLike = (value: JsonObject, url: string, slice: Node): boolean => {
  const rule = slice.children
    .get('extension')
    ?.slices.map((s) => s.children.get('value[x]')?.rule)
    .find((r) => r && heldTo(r));
  const held = rule && heldTo(rule);
  const found = Array.isArray(value.extension) ? value.extension.find((e) => isObject(e) && e.url === url) : undefined;
  return held !== undefined && isObject(found) && Object.values(found).includes(held.value);
};

/** Whether a value belongs to a slice, by the discriminators of the sliced element. */
export const belongs = (sliced: Node, slice: Node, candidate: Candidate): boolean => {
  const discriminators = sliced.rule.slicing?.discriminator ?? [];
  return (
    discriminators.length > 0 &&
    discriminators.every(({ type, path }) => {
      const { value } = candidate;
      if (type === 'type' && path === '$this') return slice.rule.type?.some((t) => t.code === candidate.type) ?? false;
      if (type === 'type') {
        const wanted = slice.children.get(path)?.rule.type?.map((t) => t.code) ?? [];
        const inner = isObject(value) ? value[path] : undefined;
        return isObject(inner) && wanted.includes(`${inner.resourceType}`);
      }
      if (path === 'url') return isObject(value) && value.url === urlOf(slice);
      const byExtension = extensionPath.exec(path)?.[1];
      if (byExtension) return isObject(value) && careTeamLike(value, byExtension, slice);
      const node = path === '$this' ? slice : slice.children.get(path);
      const held = node && heldTo(node.rule);
      const target = path === '$this' ? value : isObject(value) ? value[path] : undefined;
      return held !== undefined && obeys(target, held);
    })
  );
};

const urlOf = (slice: Node): string | undefined => {
  const fixed = slice.children.get('url')?.rule.fixedUri;
  return typeof fixed === 'string' ? fixed : slice.rule.type?.[0]?.profile?.[0]?.split('|')[0];
};
