import { fhirOfXml, type Json } from './fhirXml.ts';
import { UnreadableError } from './protocol.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Only the entities that XML itself knows and characters by number: what a file defines for itself is left as it stands. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const aside = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<(script|style)\b[\s\S]*?<\/\1>/gi;
const cell = /<\/(?:[\w-]+:)?(?:td|th)\s*>/gi;
const block =
  /<\/?(?:[\w-]+:)?(?:p|div|br|tr|table|thead|tbody|li|ul|ol|list|item|paragraph|caption|content|title|section|text|component|h[1-6])\b[^>]*>/gi;

/** The words of marked-up text, one block a line. */
const wordsOf = (markup: string): string =>
  decoded(
    markup
      .replace(aside, ' ')
      .replace(cell, '  ')
      .replace(block, '\n')
      .replace(/<[^>]*>/g, ' '),
  )
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** The narrative of a C-CDA document, section by section; of FHIR what its resources say; of other XML, all its words. */
export const xmlText = (xml: string): string => {
  const resource = fhirOfXml(xml);
  if (resource !== undefined) return resourceText(resource);
  const plain = xml.replace(cdata, (_, inner: string) => inner.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  if (!/<(?:\w+:)?ClinicalDocument\b/.test(plain)) return wordsOf(plain);
  const narrative = plain.matchAll(/<((?:\w+:)?(?:title|text))\b[^>]*>([\s\S]*?)<\/\1\s*>/g);
  return [...narrative]
    .map(([, name = '', inner = '']) => (name.endsWith('title') ? `\n${wordsOf(inner).toUpperCase()}` : wordsOf(inner)))
    .filter((part) => part.trim() !== '')
    .join('\n')
    .trim();
};

const deepest = 40;
const longest = 4000;

/** A resource begins its names anew. */
const below = (path: string, key: string): string => (key === 'resource' ? '' : path === '' ? key : `${path}.${key}`);

const leafLines = (json: Json, path: string, depth: number): readonly string[] => {
  if (json === null || depth > deepest) return [];
  if (Array.isArray(json)) return json.flatMap((x: Json) => leafLines(x, path, depth + 1));
  if (typeof json === 'object')
    return Object.entries(json).flatMap(([key, value]) => {
      if (key === 'resourceType') return [`\n${String(value)}`];
      if (key === 'data' && typeof value === 'string') return [];
      if (key === 'div' && typeof value === 'string') return [wordsOf(value)];
      if (['meta', 'system', 'fullUrl', 'id', 'extension'].includes(key)) return [];
      return leafLines(value, below(path, key), depth + 1);
    });
  return [`${path}: ${String(json).slice(0, longest)}`];
};

/** Resources with what they say, one value a line. */
const resourceText = (json: Json): string => leafLines(json, '', 0).join('\n').trim();

/** The resources of a FHIR document in JSON. */
export const jsonText = (text: string): string => {
  try {
    return resourceText(JSON.parse(text) as Json);
  } catch {
    throw new UnreadableError('damaged');
  }
};
