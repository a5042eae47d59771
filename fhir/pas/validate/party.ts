import type { JsonObject } from '../../json.ts';
import codes from './codes.json' with { type: 'json' };
import { address, contact, extensions, humanName, identifier } from './datatype.ts';
import { fullDate } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { bool, code, list, matching, object, type Presence, text } from './report.ts';

const each = (
  s: Scope,
  o: JsonObject,
  key: string,
  check: (value: JsonObject, path: string) => void,
  presence: Presence = 'optional',
): void => {
  const all = list(s.r, o, key, s.path, presence);
  for (let i = 0; i < all.length; i++) check(all[i] as JsonObject, `${s.path}.${key}[${i}]`);
};

/** profile-beneficiary and profile-subscriber. */
export const patient = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  extensions(r, o, path);
  each(s, o, 'identifier', (v, at) => identifier(r, v, at), 'required');
  each(
    s,
    o,
    'name',
    (v, at) => {
      humanName(r, v, at);
      if (v.family === undefined && v.given === undefined && v.extension === undefined)
        r.error('invariant', at, 'a name needs a family or given name, or the reason why it is absent (us-core-6)');
    },
    'required',
  );
  each(s, o, 'telecom', (v, at) => contact(r, v, at, 'required'));
  each(s, o, 'address', (v, at) => address(r, v, at));
  code(r, o, 'gender', path, codes.gender, 'required');
  matching(r, o, 'birthDate', path, fullDate);
  each(s, o, 'communication', (v, at) => {
    object(r, v, 'language', at, 'required');
  });
};

/** profile-insurer, profile-requestor and profile-organization. */
export const organization = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  extensions(r, o, path);
  each(s, o, 'identifier', (v, at) => identifier(r, v, at));
  bool(r, o, 'active', path, 'required');
  text(r, o, 'name', path, 'required');
  each(s, o, 'telecom', (v, at) => {
    contact(r, v, at, 'optional');
    if (v.use === 'home') r.error('invariant', at, 'an organization has no home contact (org-3)');
  });
  each(s, o, 'address', (v, at) => {
    address(r, v, at);
    if (v.use === 'home') r.error('invariant', at, 'an organization has no home address (org-2)');
  });
};

export const practitioner = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  each(s, o, 'identifier', (v, at) => identifier(r, v, at), 'required');
  each(
    s,
    o,
    'name',
    (v, at) => {
      humanName(r, v, at);
      text(r, v, 'family', at, 'required');
    },
    'required',
  );
  each(s, o, 'telecom', (v, at) => contact(r, v, at, 'optional'));
  each(s, o, 'address', (v, at) => address(r, v, at));
  code(r, o, 'gender', path, codes.gender);
};

export const practitionerRole = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  object(r, o, 'practitioner', path, 'required');
  referenceTo(s, o, 'practitioner', path, ['Practitioner']);
  referenceTo(s, o, 'organization', path, ['Organization']);
  each(s, o, 'telecom', (v, at) => contact(r, v, at, 'required'));
  if (o.telecom === undefined && o.endpoint === undefined)
    r.error('invariant', path, 'a practitioner role needs a telecom or an endpoint (pd-1)');
};
