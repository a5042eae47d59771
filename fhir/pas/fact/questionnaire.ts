import type { FactCatalogue, FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { codingsOf } from '../../coding.ts';
import { isObject, type JsonObject, objects, textAt } from '../../json.ts';
import { fact, type Reading } from './draft.ts';
import { valueFor, valueKey } from './value.ts';

const loinc = 'http://loinc.org';
const deepest = 60;

/** A question is named by the key of a fact, or by a LOINC code (with or without the leading slash of LHC-Forms). */
const definitionOf = (linkId: string, reading: Reading, catalogue: FactCatalogue): FactDefinition | undefined =>
  catalogue.byKey.get(linkId) ?? reading.index.byCode.get(`${loinc}|${linkId.replace(/^\//, '')}`)?.[0]?.definition;

const answerText = (item: JsonObject): string | undefined => {
  const a = objects(item.answer)[0];
  if (!a) return undefined;
  const coded = isObject(a.valueCoding) ? codingsOf({ coding: [a.valueCoding] })[0]?.code : undefined;
  return coded ?? textAt(a, 'valueString') ?? textAt(a, 'valueDate') ?? textAt(a, 'valueDateTime');
};

/** Sub-questions of a fact: its qualifiers by name (or `key.name`), and `date` for the day it was measured. */
const details = (children: readonly JsonObject[], d: FactDefinition) => {
  const answerTo = (name: string) => {
    const child = children.find((c) => c.linkId === name || c.linkId === `${d.key}.${name}`);
    return child && answerText(child);
  };
  const qualifiers: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(d.qualifiers ?? {})) {
    const said = answerTo(name);
    if (said !== undefined && allowed.includes(said)) qualifiers[name] = said;
  }
  return { qualifiers, date: answerTo('date') };
};

const answers = (reading: Reading, item: JsonObject, d: FactDefinition, path: string): readonly Fact[] =>
  objects(item.answer).flatMap((answer, i) => {
    const value = valueFor(answer, d);
    if (!value) return [];
    const { qualifiers, date } = details([...objects(answer.item), ...objects(item.item)], d);
    const at = date ?? textAt(reading.entry.resource, 'authored');
    return [fact(reading, d, value, `${path}.answer[${i}].${valueKey(answer)}`, at, qualifiers)];
  });

const walk = (
  reading: Reading,
  catalogue: FactCatalogue,
  items: readonly JsonObject[],
  path: string,
  depth: number,
): readonly Fact[] =>
  depth > deepest
    ? []
    : items.flatMap((item, i) => {
        const at = `${path}.item[${i}]`;
        const d = definitionOf(textAt(item, 'linkId') ?? '', reading, catalogue);
        return [
          ...(d && !d.needs ? answers(reading, item, d, at) : []),
          ...walk(reading, catalogue, objects(item.item), at, depth + 1),
          ...objects(item.answer).flatMap((a, n) =>
            walk(reading, catalogue, objects(a.item), `${at}.answer[${n}]`, depth + 1),
          ),
        ];
      });

/** Only answers that somebody finished and stands for. */
export const questionnaireFacts = (reading: Reading, catalogue: FactCatalogue): readonly Fact[] => {
  const o = reading.entry.resource;
  if (o.status !== 'completed' && o.status !== 'amended') return [];
  return walk(reading, catalogue, objects(o.item), 'QuestionnaireResponse', 0);
};
