import { type Loop, loopsOf, segmentOf } from '../loop/read.ts';
import type { Reader } from '../loop/reader.ts';
import { type Content, segment, text } from '../text/segment.ts';
import { dateText } from '../text/value.ts';
import type { AuthorizationRequest, Organization, X12Person } from './request.ts';

const genders = ['F', 'M', 'U'] as const;

export const organizationOf = (r: Reader, around: Loop, id: string): Organization => {
  const s = loopsOf(around, id)[0]?.first;
  if (!s) return { name: '', id: '', idQualifier: '' };
  return { name: text(s, 3) ?? '', idQualifier: text(s, 8) ?? '', id: r.needed(s, 9, 'the identifier') };
};

export const organization = (entity: string, o: Organization): Content =>
  segment('NM1', entity, '2', o.name, undefined, undefined, undefined, undefined, o.idQualifier, o.id);

export const personOf = (r: Reader, l: Loop | undefined): X12Person => {
  const s = l?.first;
  if (!l || !s) return { family: '' };
  const dmg = segmentOf(l, 'DMG');
  const birthDate = dmg && r.date(dmg, 2);
  const gender = dmg && r.code(dmg, 3, genders);
  const given = text(s, 4);
  return {
    family: r.needed(s, 3, 'the family name'),
    ...(given ? { given } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(gender ? { gender } : {}),
  };
};

export const person = (entity: 'IL' | 'QC', p: X12Person, memberNumber?: string): readonly Content[] => [
  segment('NM1', entity, '1', p.family, p.given, undefined, undefined, undefined, memberNumber && 'MI', memberNumber),
  ...(p.birthDate || p.gender
    ? [segment('DMG', p.birthDate && 'D8', p.birthDate && dateText(p.birthDate), p.gender)]
    : []),
];

/** NM101 71, the attending physician of the patient event. */
export const attendingEntity = '71';

export const attending = (a: NonNullable<AuthorizationRequest['attending']>): Content =>
  segment('NM1', attendingEntity, '1', a.family, a.given, undefined, undefined, undefined, a.npi && 'XX', a.npi);

/** `HL`: its number, the number of what it hangs under, its kind, and whether anything hangs under it. */
export const level = (number: number, parent: number | undefined, kind: string, hasChild: boolean): Content =>
  segment('HL', String(number), parent === undefined ? undefined : String(parent), kind, hasChild ? '1' : '0');
