import type { JsonObject } from '../../json.ts';
import { system } from '../../systems.ts';
import { coded, extensions, hasCoding } from './datatype.ts';
import { dateTime } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { code, list, matching, object, text } from './report.ts';

/** profile-coverage. */
export const coverage = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  extensions(r, o, path);
  const ids = list(r, o, 'identifier', path, 'required');
  const member = ids.filter((i) => hasCoding(i.type, system.identifierType, ['MB']));
  if (ids.length > 0 && member.length !== 1)
    r.error('structure', `${path}.identifier`, 'exactly one identifier is the member identifier (type MB)');
  code(r, o, 'status', path, ['active'], 'required');
  object(r, o, 'relationship', path, 'required');
  text(r, o, 'subscriberId', path);
  referenceTo(s, o, 'beneficiary', path, ['Patient'], 'required');
  referenceTo(s, o, 'subscriber', path, ['Patient']);
  const payors = list(r, o, 'payor', path, 'required', 1);
  if (payors[0]) referenceTo(s, { 'payor[0]': payors[0] }, 'payor[0]', path, ['Organization'], 'required');
  const span = object(r, o, 'period', path);
  if (span) {
    matching(r, span, 'start', `${path}.period`, dateTime);
    matching(r, span, 'end', `${path}.period`, dateTime);
  }
  const classes = list(r, o, 'class', path);
  for (let i = 0; i < classes.length; i++) {
    const at = `${path}.class[${i}]`;
    coded(r, classes[i] as JsonObject, 'type', at, 'required');
    text(r, classes[i] as JsonObject, 'value', at, 'required');
  }
  subscriber(s, o);
};

const x12Relationship = 'https://codesystem.x12.org/005010/1069';
const relationship = 'http://terminology.hl7.org/CodeSystem/subscriber-relationship';

/** self-beneficiary of profile-coverage: who is not the subscriber says who is. */
const subscriber = (s: Scope, o: JsonObject): void => {
  if (o.subscriber !== undefined || hasCoding(o.relationship, x12Relationship, ['18'])) return;
  const path = `${s.path}.subscriber`;
  if (hasCoding(o.relationship, relationship, ['self']))
    s.r.warning('invariant', path, 'the relationship self also has its X12 code 18 (self-beneficiary)');
  else s.r.error('invariant', path, 'a member who is not the subscriber needs Coverage.subscriber (self-beneficiary)');
};
