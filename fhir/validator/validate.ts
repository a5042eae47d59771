import fhirpath from 'fhirpath';
import { BundleIndex, type Entry } from '../bundle.ts';
import { isObject, type JsonObject } from '../json.ts';
import { pasExtensionBase } from '../systems.ts';
import type { Finding } from './finding.ts';
import { belongs, type Candidate, heldTo, inValueSet, obeys } from './match.ts';
import { elementOf, homeOf, model } from './model.ts';
import { type Node, type ProfileSet, type TypeRule, withoutVersion } from './profile.ts';
import { shape } from './shape.ts';

type Compiled = (value: unknown, env: Record<string, unknown>) => unknown[];
const compiled = new Map<string, Compiled>();

const holds = (expression: string, base: string, value: unknown, resource: JsonObject): boolean => {
  const key = `${base}|${expression}`;
  let run = compiled.get(key);
  if (!run) {
    run = fhirpath.compile({ base, expression }, model) as unknown as Compiled;
    compiled.set(key, run);
  }
  const result = run(value, { resource });
  return result.length === 0 || result[0] === true;
};

type Pointer = { readonly value: JsonObject; readonly path: string; readonly targets: readonly string[] };

/** Checks one resource (or data type value) against one profile. References are handed back to be followed. */
class Walk {
  readonly found: Finding[] = [];
  readonly pointers: Pointer[] = [];
  readonly profiles: ProfileSet;
  readonly resource: JsonObject;

  constructor(profiles: ProfileSet, resource: JsonObject) {
    this.profiles = profiles;
    this.resource = resource;
  }

  add(path: string, rule: string, text: string): void {
    this.found.push({ path, rule, text });
  }

  element(node: Node, o: JsonObject, home: string, path: string): void {
    for (const child of node.children.values()) {
      const candidates = this.valuesOf(o, child.name, home);
      this.count(child, candidates.length, `${path}.${child.name}`);
      for (const c of candidates) this.value(child, c, c.path(path));
      const taken = new Set<unknown>();
      for (const slice of child.slices) {
        const mine = candidates.filter((c) => belongs(child, slice, c));
        this.count(slice, mine.length, `${path}.${child.name}:${slice.rule.sliceName}`);
        for (const c of mine) {
          taken.add(c);
          this.value(slice, c, c.path(path));
        }
      }
      if (child.rule.slicing?.rules === 'closed')
        for (const c of candidates)
          if (!taken.has(c)) this.add(c.path(path), 'slicing', 'fits no slice of a closed list');
    }
  }

  count(node: Node, n: number, path: string): void {
    if (n < node.rule.min) this.add(path, 'cardinality', `needs at least ${node.rule.min}, has ${n}`);
    if (node.rule.max !== '*' && n > Number(node.rule.max))
      this.add(path, 'cardinality', `allows at most ${node.rule.max}, has ${n}`);
  }

  valuesOf(o: JsonObject, name: string, home: string) {
    const keys = name.endsWith('[x]')
      ? Object.keys(o).filter((k) => k.startsWith(name.slice(0, -3)) && elementOf(home, k) !== undefined)
      : [name];
    return keys.flatMap((key) => {
      const e = elementOf(home, key);
      const value = o[key];
      const list = Array.isArray(value)
        ? value
        : value === undefined && isObject(o[`_${key}`])
          ? [undefined]
          : value === undefined
            ? []
            : [value];
      return list.map((v: unknown, i) => ({
        value: v,
        type: e?.type ?? '',
        home: e ? homeOf(e) : '',
        base: e?.path ?? '',
        path: (at: string) => (Array.isArray(value) ? `${at}.${key}[${i}]` : `${at}.${key}`),
      }));
    });
  }

  value(node: Node, c: Candidate & { home: string; base: string }, path: string): void {
    const { rule } = node;
    const { value } = c;
    if (value === undefined || value === null) return;
    const types = rule.type ?? [];
    const isResource = isObject(value) && typeof value.resourceType === 'string';
    const actual = isResource ? `${value.resourceType}` : c.type;
    const ofType = types.filter((t) => t.code === actual || t.code === 'Resource' || t.code === 'System.String');
    if (types.length > 0 && ofType.length === 0 && !rule.contentReference)
      this.add(path, 'type', `must be ${types.map((t) => t.code).join(' or ')}`);
    const held = heldTo(rule);
    if (held && !obeys(value, held)) this.add(path, 'pattern', 'differs from the fixed or pattern value');
    if (rule.binding?.codes && !inValueSet(value, rule.binding.codes))
      this.add(path, 'binding', `has no code of ${rule.binding.valueSet}`);
    for (const k of rule.constraint ?? [])
      if (!holds(k.expression, c.base, value, this.resource)) this.add(path, k.key, 'breaks an invariant');
    if (!isObject(value)) return;
    if (actual === 'Reference') this.pointer(value, path, ofType);
    if (actual === 'Extension') this.extension(value, path);
    else if (isResource)
      this.oneOf(
        ofType.flatMap((t) => t.profile ?? []),
        value,
        path,
      );
    else for (const t of ofType) for (const p of t.profile ?? []) this.ofProfile(p, value, path);
    if (!isResource) this.element(node, value, c.home, path);
  }

  pointer(value: JsonObject, path: string, types: readonly TypeRule[]): void {
    const targets = types.flatMap((t) => t.targetProfile ?? []);
    if (typeof value.reference === 'string') this.pointers.push({ value, path, targets });
  }

  extension(value: JsonObject, path: string): void {
    const url = `${value.url}`;
    if (this.profiles.tree(url)) this.ofProfile(url, value, path);
    else if (url.startsWith(pasExtensionBase)) this.add(path, 'extension', 'PAS defines no such extension');
  }

  ofProfile(url: string, value: JsonObject, path: string): void {
    const tree = this.profiles.tree(url);
    const type = this.profiles.typeOf(url);
    if (tree && type) {
      for (const k of tree.rule.constraint ?? [])
        if (!holds(k.expression, type, value, this.resource)) this.add(path, k.key, 'breaks an invariant');
      this.element(tree, value, type, path);
    }
  }

  /** A resource conforms to one of several profiles; else the nearest one says what is missing. */
  oneOf(urls: readonly string[], value: JsonObject, path: string): void {
    const known = urls.filter((u) => this.profiles.tree(u));
    const tries = known.map((u) => walkResource(this.profiles, u, value, path));
    const best = tries.sort((a, b) => a.found.length - b.found.length)[0];
    if (!best) return;
    this.found.push(...best.found);
    this.pointers.push(...best.pointers);
  }
}

const walkResource = (profiles: ProfileSet, url: string, resource: JsonObject, path: string): Walk => {
  const walk = new Walk(profiles, resource);
  walk.ofProfile(url, resource, path);
  return walk;
};

/** Follows references: each names one entry, of an allowed type, that conforms to an allowed profile. */
class BundleCheck {
  readonly found: Finding[] = [];
  readonly profiles: ProfileSet;
  readonly index: BundleIndex;
  readonly #done = new Map<string, number>();

  constructor(profiles: ProfileSet, index: BundleIndex) {
    this.profiles = profiles;
    this.index = index;
  }

  entryOf(path: string): Entry | undefined {
    const position = Number(/^Bundle\.entry\[(\d+)\]/.exec(path)?.[1]);
    return this.index.entries.find((e) => e.position === position);
  }

  follow(pointers: readonly Pointer[]): void {
    for (const p of pointers) {
      const from = this.entryOf(p.path);
      const target = from && this.index.follow(from, p.value);
      if (target) this.target(p, target);
    }
  }

  target(p: Pointer, target: Entry): void {
    const fitting = p.targets.filter((t) => {
      const type = this.profiles.typeOf(t);
      return type === undefined || type === target.type || type === 'Resource';
    });
    if (p.targets.length > 0 && fitting.length === 0) {
      this.found.push({ path: p.path, rule: 'target', text: `may not refer to a ${target.type}` });
      return;
    }
    if (fitting.length === 0 || !fitting.every((t) => this.profiles.tree(t))) return;
    const key = `${target.position} ${fitting.map(withoutVersion).sort().join(' ')}`;
    if (this.#done.has(key)) return;
    this.#done.set(key, 0);
    const path = `Bundle.entry[${target.position}].resource`;
    const tries = fitting.map((u) => walkResource(this.profiles, u, target.resource, path));
    const best = tries.sort((a, b) => a.found.length - b.found.length)[0];
    if (!best) return;
    this.found.push(...best.found);
    this.follow(best.pointers);
  }

  everyReference(): void {
    const seen = new Set<string>();
    for (const entry of this.index.entries) {
      const path = `Bundle.entry[${entry.position}]`;
      if (seen.has(entry.fullUrl)) this.found.push({ path, rule: 'bdl-7', text: 'fullUrl appears twice' });
      seen.add(entry.fullUrl);
      this.references(entry, entry.resource, `${path}.resource`);
    }
  }

  references(entry: Entry, value: unknown, path: string): void {
    if (Array.isArray(value))
      value.forEach((v, i) => {
        this.references(entry, v, `${path}[${i}]`);
      });
    if (!isObject(value)) return;
    if (typeof value.reference === 'string') {
      const { kind } = this.index.resolve(entry, value.reference);
      if (kind === 'missing' || kind === 'ambiguous')
        this.found.push({ path, rule: 'reference', text: `is ${kind} in the Bundle` });
    }
    for (const key in value) if (typeof value[key] === 'object') this.references(entry, value[key], `${path}.${key}`);
  }
}

/** Everything that is wrong with a resource by a profile; for a Bundle also with what its references reach. */
export const validate = (profiles: ProfileSet, resource: unknown, profile: string): readonly Finding[] => {
  if (!isObject(resource)) return [{ path: '$this', rule: 'structure', text: 'is not a resource' }];
  if (!profiles.tree(profile)) throw new RangeError(`no such profile: ${profile}`);
  const found: Finding[] = [];
  const root = `${resource.resourceType}`;
  shape(resource, root, found);
  const walk = walkResource(profiles, profile, resource, root);
  found.push(...walk.found);
  if (root === 'Bundle') {
    const check = new BundleCheck(profiles, new BundleIndex(resource));
    check.everyReference();
    check.follow(walk.pointers);
    found.push(...check.found);
  }
  return found;
};
