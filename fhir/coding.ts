import type { Coding } from '@openum/domain/case/request.ts';
import { isObject, type JsonObject, objectAt, objects, textAt } from './json.ts';

const toCoding = (o: JsonObject): Coding | undefined => {
  const code = textAt(o, 'code');
  if (code === undefined) return undefined;
  const display = textAt(o, 'display');
  return { system: textAt(o, 'system') ?? '', code, ...(display ? { display } : {}) };
};

export const codingsOf = (concept: unknown): readonly Coding[] =>
  isObject(concept) ? objects(concept.coding).flatMap((c) => toCoding(c) ?? []) : [];

export const codeIn = (concept: unknown, system: string): string | undefined =>
  codingsOf(concept).find((c) => c.system === system)?.code;

/** What a person would read: the text, else a display, else the code. */
export const wordsOf = (concept: unknown): string | undefined => {
  if (!isObject(concept)) return undefined;
  const first = codingsOf(concept)[0];
  return textAt(concept, 'text') ?? first?.display ?? first?.code;
};

export const extensionsOf = (o: JsonObject | undefined, url: string): readonly JsonObject[] =>
  objects(o?.extension).filter((e) => e.url === url);

export const extensionOf = (o: JsonObject | undefined, url: string): JsonObject | undefined => extensionsOf(o, url)[0];

/** Code in an extension whose value is a CodeableConcept. */
export const extensionCode = (o: JsonObject | undefined, url: string): string | undefined =>
  codingsOf(objectAt(extensionOf(o, url), 'valueCodeableConcept'))[0]?.code;
