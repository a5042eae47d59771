import type { Address, Provider } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { BundleIndex, Entry } from '../../bundle.ts';
import { codingsOf, wordsOf } from '../../coding.ts';
import { type JsonObject, objectAt, objects, textAt } from '../../json.ts';
import { system } from '../../systems.ts';
import type { CoverageAsSent, Identifier, MemberAsSent } from '../submission.ts';

export const identifiersOf = (o: JsonObject | undefined): readonly Identifier[] =>
  objects(o?.identifier).flatMap((i) => {
    const value = textAt(i, 'value');
    const of = textAt(i, 'system');
    return value === undefined ? [] : [{ ...(of ? { system: of } : {}), value }];
  });

export const npiOf = (o: JsonObject | undefined): string | undefined =>
  identifiersOf(o).find((i) => i.system === system.npi)?.value;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];

const addressOf = (o: JsonObject | undefined): Address | undefined => {
  const a = objects(o?.address)[0];
  if (!a) return undefined;
  const city = textAt(a, 'city');
  const state = textAt(a, 'state');
  const postalCode = textAt(a, 'postalCode');
  return {
    lines: texts(a.line),
    ...(city ? { city } : {}),
    ...(state ? { state } : {}),
    ...(postalCode ? { postalCode } : {}),
  };
};

const telecomOf = (o: JsonObject | undefined, kind: string): string | undefined =>
  textAt(
    objects(o?.telecom).find((t) => t.system === kind),
    'value',
  );

/** The official name before others; an absent part is an empty text, since both are shown side by side. */
const nameOf = (o: JsonObject): { family: string; given: string } => {
  const names = objects(o.name);
  const name = names.find((n) => n.use === 'official') ?? names[0];
  return { family: textAt(name, 'family') ?? textAt(name, 'text') ?? '', given: texts(name?.given).join(' ') };
};

const isSex = (v: unknown): v is MemberAsSent['sex'] => v === 'female' || v === 'male' || v === 'other';

/** Numbers that may name the member, the surest first; a medical record number of the provider is none of them. */
const memberNumbers = (o: JsonObject, coverage: CoverageAsSent): readonly string[] => {
  const typed = (code: string) => (i: JsonObject) => codingsOf(i.type).some((c) => c.code === code);
  const ids = objects(o.identifier);
  const valuesOf = (i: JsonObject) => textAt(i, 'value') ?? [];
  const found = [
    coverage.memberId ?? [],
    ids.filter(typed('MB')).flatMap(valuesOf),
    coverage.subscriberId ?? [],
    ids.filter((i) => !typed('MR')(i)).flatMap(valuesOf),
  ].flat();
  return [...new Set(found)];
};

export const readMember = (patient: Entry, coverage: CoverageAsSent): MemberAsSent => {
  const o = patient.resource;
  const numbers = memberNumbers(o, coverage);
  const address = addressOf(o);
  const birthDate = textAt(o, 'birthDate') as CalendarDate | undefined;
  const spoken = objects(o.communication);
  const language = codingsOf(objectAt(spoken.find((c) => c.preferred === true) ?? spoken[0], 'language'))[0]?.code;
  return {
    fullUrl: patient.fullUrl,
    memberNumber: numbers[0] ?? '',
    memberNumbers: numbers,
    identifiers: identifiersOf(o),
    ...nameOf(o),
    sex: isSex(o.gender) ? o.gender : 'unknown',
    ...(birthDate ? { birthDate } : {}),
    ...(address ? { address } : {}),
    ...(language ? { language } : {}),
  };
};

const personName = (o: JsonObject): string => {
  const { family, given } = nameOf(o);
  return given ? `${given} ${family}` : family;
};

/** An Organization, or a PractitionerRole with the person and the place it names. */
export const readProvider = (index: BundleIndex, entry: Entry): Provider => {
  const role = entry.type === 'PractitionerRole' ? entry.resource : undefined;
  const person = role ? index.follow(entry, role.practitioner)?.resource : undefined;
  const organization = role ? index.follow(entry, role.organization)?.resource : entry.resource;
  const npi = npiOf(person) ?? npiOf(role) ?? npiOf(organization);
  const specialty = wordsOf(objects(role?.specialty)[0]);
  const phone = telecomOf(role, 'phone') ?? telecomOf(person, 'phone') ?? telecomOf(organization, 'phone');
  const fax = telecomOf(role, 'fax') ?? telecomOf(person, 'fax') ?? telecomOf(organization, 'fax');
  const address = addressOf(person) ?? addressOf(organization);
  return {
    name: person ? personName(person) : (textAt(organization, 'name') ?? ''),
    ...(npi ? { npi } : {}),
    ...(specialty ? { specialty } : {}),
    ...(phone ? { phone } : {}),
    ...(fax ? { fax } : {}),
    ...(address ? { address } : {}),
  };
};
