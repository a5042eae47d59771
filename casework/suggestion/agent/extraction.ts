import { extractionRules } from '@openum/content/extraction/load.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { aliasesOf, packs, pagesAsData } from '../prompt.ts';
import { type Agent, answered, answerOf, givenCitation, quoteShape } from './agent.ts';
import { caseMaterial } from './ofCase.ts';

const entry = quoteShape.extend({
  fact: z.string(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  yesNo: z.boolean().nullable(),
  choice: z.string().nullable(),
  day: z.string().nullable(),
  words: z.string().nullable(),
  measuredOn: z.string().nullable(),
  qualifiers: z.array(z.object({ name: z.string(), value: z.string() })),
});
type Entry = z.output<typeof entry>;

/** The most questions for one case: what is left of a very long record is for people and rules. */
const mostPacks = 6;

/** The facts that the criteria of the case ask about, and those from which one of them is worked out. */
const askedFacts = (c: Case, knowledge: Knowledge): readonly FactDefinition[] => {
  const keys = new Set(c.evaluations.flatMap((e) => e.leaves.flatMap((l) => (l.reads ? [l.reads.fact] : []))));
  const sources = [...keys].flatMap((k) => knowledge.facts.byKey.get(k)?.derivedFrom ?? []);
  return [...new Set([...keys, ...sources])].flatMap((k) => {
    const d = knowledge.facts.byKey.get(k);
    return d && !d.derivedFrom ? [d] : [];
  });
};

const asTold = (d: FactDefinition) => ({
  fact: d.key,
  means: d.label,
  kind: d.kind,
  ...(d.kind === 'quantity' ? { units: d.units } : {}),
  ...(d.kind === 'code' ? { choices: Object.fromEntries(d.values.map((v) => [v.code, v.label])) } : {}),
  ...(d.qualifiers ? { qualifiers: d.qualifiers } : {}),
});

/** A unit as a page writes it, by the name that the catalogue has for it. */
const ucumOf = (unit: string, allowed: readonly string[]): string =>
  allowed.find((u) => u === unit) ??
  allowed.find((u) => (extractionRules.units[u] ?? []).some((said) => said.toLowerCase() === unit.toLowerCase())) ??
  unit;

const nothing = { kind: 'text', value: '' } as const;

/** The field that fits the kind of the fact. What is missing becomes a value that no check lets pass. */
const asValue = (e: Entry, d: FactDefinition | undefined, day: (text: string) => string): Fact['value'] => {
  switch (d?.kind) {
    case 'quantity':
      return { kind: 'quantity', value: e.number ?? Number.NaN, unit: ucumOf(e.unit ?? '', d.units) };
    case 'boolean':
      return e.yesNo === null ? nothing : { kind: 'boolean', value: e.yesNo };
    case 'code':
      return { kind: 'code', value: e.choice ?? '' };
    case 'date':
      return { kind: 'date', value: day(e.day ?? '') as CalendarDate };
    case 'text':
    case undefined:
      return { kind: 'text', value: e.words ?? '' };
    default: {
      const never: never = d;
      return never;
    }
  }
};

export const extraction: Agent = {
  id: 'extraction',
  prepare: async (work) => {
    const { knowledge, environment, suggestions, extractedPages } = work.casework;
    const material = await caseMaterial(work);
    if (typeof material === 'string') return material;
    if (material.pages.length === 0) return 'nothingToRead';
    const { c, pages, hidden, basis, leftOut } = material;
    const facts = askedFacts(c, knowledge);
    if (facts.length === 0) return 'nothingToRead';
    const aliases = aliasesOf(pages);
    const boundary = environment.newId().replaceAll('-', '');
    const all = packs(pages);
    const head = `FACTS\n${JSON.stringify(facts.map(asTold))}\nPAGES`;
    // What people have been shown before is not shown to them again.
    const earlier = (await suggestions.ofSubject(work.tenant, work.run.subject)).flatMap((r) =>
      r.outcome?.kind === 'suggested' ? r.outcome.suggestions : [],
    );
    const shown = earlier.flatMap((s) => (s.kind === 'factFromText' ? [s.fact] : []));
    const byRules = (await extractedPages.ofCase(work.tenant, work.run.subject.id)).flatMap((p) => p.facts);
    return {
      prompts: all.slice(0, mostPacks).map((p) => `${head}\n${pagesAsData(p, aliases, boundary, hidden.hide)}`),
      schema: answerOf(entry),
      basis: basis('factFromText', pages, { known: [...c.facts, ...shown, ...byRules] }),
      pagesLeftOut: leftOut + all.slice(mostPacks).reduce((n, p) => n + p.length, 0),
      services: material.services,
      read: (value) => {
        const { abstain, suggestions: found } = value as z.output<ReturnType<typeof answerOf<typeof entry>>>;
        return answered(
          abstain,
          found.map((e) => {
            const qualifiers = Object.fromEntries(e.qualifiers.map((q) => [q.name, q.value]));
            const given = asValue(e, knowledge.facts.byKey.get(e.fact), hidden.restoreDay);
            return {
              kind: 'factFromText',
              fact: {
                key: e.fact,
                value: given.kind === 'text' ? { kind: 'text', value: hidden.restore(given.value) } : given,
                ...(e.measuredOn ? { at: hidden.restoreDay(e.measuredOn) as CalendarDate } : {}),
                ...(e.qualifiers.length > 0 ? { qualifiers } : {}),
              },
              citation: givenCitation(e, aliases, hidden),
            };
          }),
          hidden,
        );
      },
    };
  },
};
