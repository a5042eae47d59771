/**
 * Reduces StructureDefinitions of implementation guides (CC0) to what the test validator reads.
 * Run by hand: node testkit/fhir/profiles/build.ts <unpacked PAS package> <unpacked US Core package>
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Json = Record<string, unknown>;
type Element = Json & { id: string; constraint?: Json[]; type?: Json[]; binding?: Json };

const keptOfElement = ['id', 'min', 'max', 'slicing', 'sliceName', 'contentReference'];
/** True of every element by construction of JSON or checked by the validator itself. */
const impliedConstraints = /^(ele-1|ext-1|dom-\d|bdl-[1-9])$/;

const read = (dir: string, prefix: string): Json[] =>
  readdirSync(dir)
    .filter((f) => f.startsWith(prefix) && f.endsWith('.json'))
    .map((f) => JSON.parse(readFileSync(path.join(dir, f), 'utf8')) as Json);

const enumerated = (valueSets: Json[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const v of valueSets) {
    const include = ((v.compose as Json | undefined)?.include ?? []) as Json[];
    if (include.length > 0 && include.every((i) => Array.isArray(i.concept)))
      found.set(
        v.url as string,
        include.flatMap((i) => (i.concept as Json[]).map((c) => `${i.system}|${c.code}`)),
      );
  }
  return found;
};

const reduce = (e: Element, codes: Map<string, string[]>): Json => {
  const kept: Json = {};
  for (const [key, value] of Object.entries(e))
    if (keptOfElement.includes(key) || key.startsWith('fixed') || key.startsWith('pattern')) kept[key] = value;
  const slicing = e.slicing as Json | undefined;
  if (slicing) kept.slicing = { discriminator: slicing.discriminator, rules: slicing.rules };
  if (e.type)
    kept.type = e.type.map((t) => ({
      code: (t.code as string).split('/').at(-1),
      ...(t.profile ? { profile: t.profile } : {}),
      ...(t.targetProfile ? { targetProfile: t.targetProfile } : {}),
    }));
  const constraint = (e.constraint ?? []).filter(
    (c) => c.severity === 'error' && c.expression && !impliedConstraints.test(c.key as string),
  );
  if (constraint.length > 0) kept.constraint = constraint.map((c) => ({ key: c.key, expression: c.expression }));
  if (e.binding?.strength === 'required') {
    const url = (e.binding.valueSet as string).split('|')[0] ?? '';
    kept.binding = { valueSet: url, ...(codes.has(url) ? { codes: codes.get(url) } : {}) };
  }
  return kept;
};

const [pasDir, coreDir] = process.argv.slice(2);
if (!pasDir || !coreDir) throw new Error('usage: build.ts <PAS package folder> <US Core package folder>');

const codes = enumerated([...read(pasDir, 'ValueSet-'), ...read(coreDir, 'ValueSet-')]);
const wanted = (sd: Json): boolean =>
  sd.derivation === 'constraint' && sd.kind !== 'logical' && !/subscription|task/.test(sd.url as string);
const profiles = read(pasDir, 'StructureDefinition-')
  .filter(wanted)
  .map((sd) => ({
    url: sd.url,
    type: sd.type,
    elements: (sd.snapshot as { element: Element[] }).element.map((e) => reduce(e, codes)),
  }));
const typeOfOther = Object.fromEntries(
  read(coreDir, 'StructureDefinition-').map((sd) => [sd.url as string, sd.type as string]),
);
writeFileSync(
  path.join(import.meta.dirname, 'pas-2.2.1.json'),
  `${JSON.stringify({ source: 'hl7.fhir.us.davinci-pas 2.2.1 (CC0-1.0), reduced', profiles, typeOfOther })}\n`,
);
