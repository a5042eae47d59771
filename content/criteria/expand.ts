import type { Approval, CriteriaSet, Vector } from '@openum/domain/criteria/criteria-set.ts';
import type { FactCatalogue } from '@openum/domain/fact/catalogue.ts';
import type { Fact, FactValue } from '@openum/domain/fact/fact.ts';
import type { Condition, Context, SourceRef } from '@openum/domain/logic/condition.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';

import { shapeProblems } from './shape.ts';

type Json = Readonly<Record<string, unknown>>;
type Sources = Readonly<Record<string, Omit<SourceRef, 'section'>>>;
type WrittenFact = {
  readonly key: string;
  readonly value: number | string | boolean;
  readonly unit?: string;
  readonly at?: CalendarDate;
  readonly where?: Readonly<Record<string, string>>;
};
type WrittenVector = {
  readonly name: string;
  readonly expect: Truth;
  readonly tree?: Vector['tree'];
  readonly service?: string;
  readonly base?: string;
  readonly without?: readonly string[];
  readonly facts?: readonly WrittenFact[];
  readonly nodes?: Readonly<Record<string, Truth>>;
  readonly prompts?: readonly string[];
  readonly context?: Partial<Context>;
};

/** A set as it is written: shared sources and parts by name, facts in short. */
export type WrittenSet = Omit<CriteriaSet, 'initial' | 'continuedStay' | 'approveFor' | 'vectors'> & {
  readonly sources: Sources;
  readonly define?: Readonly<Record<string, Json>>;
  readonly initial: Json;
  readonly continuedStay?: Json;
  readonly approveFor: readonly (Omit<Approval, 'requires'> & { readonly requires?: Json })[];
  readonly bases: Readonly<Record<string, readonly WrittenFact[]>>;
  readonly vectors: readonly WrittenVector[];
};

/** The day on which the worked examples are read unless they say otherwise. */
const VECTOR_DAY = '2026-03-15' as CalendarDate;

/** A part that is used in several places becomes one and the same node. */
const expandNode = (node: Json, set: WrittenSet, parts: Map<string, Json>): Json => {
  if (typeof node.use === 'string') {
    const written = set.define?.[node.use];
    if (written === undefined) throw new Error(`${set.id}: no part named ${node.use}`);
    const part = parts.get(node.use) ?? { ...expandNode(written, set, parts), part: node.use };
    parts.set(node.use, part);
    return part;
  }
  if (node.fact !== undefined) {
    const { from, section } = (node.source ?? {}) as { from?: string; section?: string };
    const shared = set.sources[from ?? ''];
    if (shared === undefined || section === undefined)
      throw new Error(`${set.id}: leaf ${String(node.id)} has no source`);
    return { ...node, source: { ...shared, section } };
  }
  const list = (key: string): Json =>
    Array.isArray(node[key]) ? { [key]: (node[key] as Json[]).map((n) => expandNode(n, set, parts)) } : {};
  const negated = node.not === undefined ? {} : { not: expandNode(node.not as Json, set, parts) };
  return { ...node, ...list('all'), ...list('any'), ...list('of'), ...list('prefer'), ...negated };
};

const valueFor = (fact: WrittenFact, catalogue: FactCatalogue): FactValue => {
  const definition = catalogue.byKey.get(fact.key);
  const { value } = fact;
  if (definition?.kind === 'quantity' && typeof value === 'number')
    return { kind: 'quantity', value, unit: fact.unit ?? definition.unit };
  if (definition?.kind === 'boolean' && typeof value === 'boolean') return { kind: 'boolean', value };
  if (definition?.kind === 'code' && typeof value === 'string') return { kind: 'code', value };
  if (definition?.kind === 'date' && typeof value === 'string') return { kind: 'date', value: value as CalendarDate };
  if (definition?.kind === 'text' && typeof value === 'string') return { kind: 'text', value };
  throw new Error(`${fact.key} does not fit the catalogue`);
};

const expandVector = (vector: WrittenVector, set: WrittenSet, catalogue: FactCatalogue): Vector => {
  const base = vector.base === undefined ? [] : set.bases[vector.base];
  if (base === undefined) throw new Error(`${set.id}: ${vector.name}: no base named ${vector.base}`);
  const own = vector.facts ?? [];
  const dropped = new Set([...own.map((f) => f.key), ...(vector.without ?? [])]);
  const facts = [...base.filter((f) => !dropped.has(f.key)), ...own].map(
    (f, i): Fact => ({
      id: `f${i + 1}`,
      key: f.key,
      value: valueFor(f, catalogue),
      ...(f.at === undefined ? {} : { at: f.at }),
      ...(f.where === undefined ? {} : { qualifiers: f.where }),
      source: { kind: 'request', field: 'example' },
    }),
  );
  return {
    name: vector.name,
    tree: vector.tree ?? 'initial',
    ...(vector.service === undefined ? {} : { service: vector.service }),
    facts,
    context: { today: VECTOR_DAY, ...vector.context },
    expect: vector.expect,
    nodes: vector.nodes ?? {},
    ...(vector.prompts === undefined ? {} : { prompts: vector.prompts }),
  };
};

/** Puts the shared sources and parts in place. Throws when a name is missing; the meaning is checked afterwards. */
export const expandSet = (written: WrittenSet, catalogue: FactCatalogue): CriteriaSet => {
  const wrong = shapeProblems(written);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  const { sources: _, define: __, bases: ___, initial, continuedStay, approveFor, vectors, ...rest } = written;
  const parts = new Map<string, Json>();
  const tree = (node: Json): Condition => expandNode(node, written, parts) as unknown as Condition;
  return {
    ...rest,
    initial: tree(initial),
    ...(continuedStay === undefined ? {} : { continuedStay: tree(continuedStay) }),
    approveFor: approveFor.map(({ requires, ...a }) =>
      requires === undefined ? a : { ...a, requires: tree(requires) },
    ),
    vectors: vectors.map((v) => expandVector(v, written, catalogue)),
  };
};
