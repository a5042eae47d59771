import type { Entry } from '../../bundle.ts';
import type { JsonObject } from '../../json.ts';
import { claimEncounter, pasExtension, system } from '../../systems.ts';
import { careTeam, diagnoses, supportingInfo } from './claimParts.ts';
import codes from './codes.json' with { type: 'json' };
import { coded, extensionOf, extensions, hasCoding, identifier } from './datatype.ts';
import { item } from './item.ts';
import { dateTime, fullDate } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { bool, code, list, matching, object, positiveInt, text } from './report.ts';

export type ClaimKind = 'request' | 'update' | 'prior';

/** profile-insurer and profile-requestor: the organization is active. */
const activeOnly = (s: Scope, party: Entry | undefined): void => {
  if (party?.type === 'Organization' && party.resource.active === false)
    s.r.error('value', `Bundle.entry[${party.position}].resource.active`, 'active must be true');
};

const header = (s: Scope, c: JsonObject, path: string): void => {
  const r = s.r;
  const ids = list(r, c, 'identifier', path, 'required', 2);
  for (let i = 0; i < ids.length; i++) {
    identifier(r, ids[i] as JsonObject, `${path}.identifier[${i}]`);
    extensions(r, ids[i] as JsonObject, `${path}.identifier[${i}]`);
  }
  code(r, c, 'status', path, ['active'], 'required');
  code(r, c, 'use', path, ['preauthorization'], 'required');
  coded(r, c, 'type', path, 'required');
  if (c.type !== undefined && !hasCoding(c.type, system.claimType, codes.claimType))
    r.error('code-invalid', `${path}.type`, `type must be one of: ${codes.claimType.join(', ')} (${system.claimType})`);
  matching(r, c, 'created', path, dateTime, 'required');
  object(r, c, 'priority', path, 'required');
  referenceTo(s, c, 'patient', path, ['Patient'], 'required');
  activeOnly(s, referenceTo(s, c, 'insurer', path, ['Organization'], 'required'));
  activeOnly(s, referenceTo(s, c, 'provider', path, ['Organization', 'PractitionerRole'], 'required'));
};

const insurance = (s: Scope, c: JsonObject, path: string): void => {
  const all = list(s.r, c, 'insurance', path, 'required');
  for (let i = 0; i < all.length; i++) {
    const o = all[i] as JsonObject;
    const at = `${path}.insurance[${i}]`;
    positiveInt(s.r, o, 'sequence', at, 'required');
    if (bool(s.r, o, 'focal', at, 'required') === false) s.r.error('value', `${at}.focal`, 'focal must be true');
    referenceTo(s, o, 'coverage', at, ['Coverage'], 'required');
  }
};

const related = (s: Scope, c: JsonObject, path: string, kind: ClaimKind): void => {
  if (kind !== 'update') return;
  const all = list(s.r, c, 'related', path, 'required', 1);
  for (let i = 0; i < all.length; i++) {
    const o = all[i] as JsonObject;
    const at = `${path}.related[${i}]`;
    referenceTo(s, o, 'claim', at, ['Claim'], 'required');
    object(s.r, o, 'relationship', at, 'required');
    const relationships = (o.relationship as { coding?: readonly { code?: unknown }[] } | undefined)?.coding;
    if (!Array.isArray(relationships) || !relationships.some((k) => k?.code === 'prior'))
      s.r.error('code-invalid', `${at}.relationship`, 'the relationship of an update is prior');
  }
};

const accident = (s: Scope, c: JsonObject, path: string): void => {
  const o = object(s.r, c, 'accident', path);
  if (o) matching(s.r, o, 'date', `${path}.accident`, fullDate, 'required');
};

/** profile-claim and profile-claim-update of PAS 2.2.1. */
export const claim = (s: Scope, kind: ClaimKind): void => {
  const c = s.entry.resource;
  const path = s.path;
  extensions(s.r, c, path);
  const encounter = extensionOf(c, claimEncounter);
  if (encounter) referenceTo(s, encounter, 'valueReference', `${path}.extension('${claimEncounter}')`, ['Encounter']);
  header(s, c, path);
  related(s, c, path, kind);
  insurance(s, c, path);
  accident(s, c, path);
  const sequences = {
    careTeam: careTeam(s, c, path),
    supportingInfo: supportingInfo(s, c, path),
    diagnosis: diagnoses(s, c, path),
  };
  const level = extensionOf(c, pasExtension('levelOfServiceCode'));
  const items = list(s.r, c, 'item', path, 'required');
  const seen = new Set<number>();
  for (let i = 0; i < items.length; i++) {
    const at = `${path}.item[${i}]`;
    const sequence = positiveInt(s.r, items[i] as JsonObject, 'sequence', at, 'required');
    if (sequence !== undefined && seen.has(sequence))
      s.r.error('duplicate', `${at}.sequence`, 'another item has this sequence; it must be unique in the Claim');
    if (sequence !== undefined) seen.add(sequence);
    item(s, items[i] as JsonObject, at, sequences, level !== undefined);
  }
  text(s.r, c, 'id', path);
};
