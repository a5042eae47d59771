import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { BundleIndex, Entry } from '../../bundle.ts';
import { codeIn, codingsOf } from '../../coding.ts';
import { type JsonObject, objectAt, objects, textAt } from '../../json.ts';
import { system } from '../../systems.ts';
import type { CoverageAsSent } from '../submission.ts';
import { identifiersOf } from './party.ts';

const classOf = (o: JsonObject, kind: 'plan' | 'group'): JsonObject | undefined =>
  objects(o.class).find((c) => codeIn(c.type, system.coverageClass) === kind);

const day = (o: JsonObject | undefined, key: string): CalendarDate | undefined =>
  textAt(o, key)?.slice(0, 10) as CalendarDate | undefined;

const dated = (o: JsonObject) => {
  const period = objectAt(o, 'period');
  const start = day(period, 'start');
  const end = day(period, 'end');
  return start || end ? { period: { ...(start ? { start } : {}), ...(end ? { end } : {}) } } : {};
};

export const readCoverage = (index: BundleIndex, entry: Entry, insurer: Entry | undefined): CoverageAsSent => {
  const o = entry.resource;
  const payor = index.follow(entry, objects(o.payor)[0]) ?? insurer;
  const memberId = textAt(
    objects(o.identifier).find((i) => codeIn(i.type, system.identifierType) === 'MB'),
    'value',
  );
  const optional = {
    memberId,
    subscriberId: textAt(o, 'subscriberId'),
    relationship: codingsOf(o.relationship)[0]?.code,
    planId: textAt(classOf(o, 'plan'), 'value'),
    planName: textAt(classOf(o, 'plan'), 'name'),
    groupNumber: textAt(classOf(o, 'group'), 'value'),
    groupName: textAt(classOf(o, 'group'), 'name'),
  };
  return {
    fullUrl: entry.fullUrl,
    payor: {
      fullUrl: payor?.fullUrl ?? '',
      name: textAt(payor?.resource, 'name') ?? '',
      identifiers: identifiersOf(payor?.resource),
    },
    types: codingsOf(o.type),
    ...dated(o),
    ...(Object.fromEntries(Object.entries(optional).filter(([, v]) => v !== undefined)) as Partial<
      Record<keyof typeof optional, string>
    >),
  };
};
