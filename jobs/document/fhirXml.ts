import { XMLParser, XMLValidator } from 'fast-xml-parser';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A root element in the namespace of FHIR, before anything else is read. */
const fhirRoot =
  /^[^<]*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:\w+:)?[A-Z]\w*\b[^>]*\sxmlns(?::\w+)?="http:\/\/hl7\.org\/fhir"/;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  parseTagValue: false,
  removeNSPrefix: true,
  // The narrative stays marked up.
  stopNodes: ['*.div'],
});

type Element = { readonly [name: string]: unknown };
const isElement = (node: unknown): node is Element => typeof node === 'object' && node !== null && !Array.isArray(node);

/** An element that holds one resource: its name is the type. */
const resourceOf = (holder: unknown): Json => {
  const [type, content] = Object.entries(isElement(holder) ? holder : {}).find(([name]) => /^[A-Z]/.test(name)) ?? [];
  return type === undefined ? null : { resourceType: type, ...(jsonOf(content) as object) };
};

const markupOf = (div: unknown): string => String(isElement(div) ? (div['#text'] ?? '') : div);

/** FHIR's XML as its JSON: values stand in attributes, and a resource is named by its element (FHIR R4, 2.6.1). */
const jsonOf = (node: unknown): Json => {
  if (Array.isArray(node)) return node.map(jsonOf);
  if (!isElement(node)) return typeof node === 'string' && node.trim() !== '' ? node : {};
  if (typeof node['@value'] === 'string') return node['@value'];
  const fields = Object.entries(node).filter(([name]) => !name.startsWith('@') && name !== '#text');
  return Object.fromEntries(
    fields.map(([name, value]): [string, Json] => {
      if (name === 'div') return [name, markupOf(value)];
      if (name !== 'resource' && name !== 'contained') return [name, jsonOf(value)];
      return [name, Array.isArray(value) ? value.map(resourceOf) : resourceOf(value)];
    }),
  );
};

/** The resource of a FHIR document in XML; undefined when it is none, or not well formed. */
export const fhirOfXml = (xml: string): Json | undefined => {
  if (!fhirRoot.test(xml)) return undefined;
  try {
    return XMLValidator.validate(xml) === true ? resourceOf(parser.parse(xml)) : undefined;
  } catch {
    return undefined;
  }
};
