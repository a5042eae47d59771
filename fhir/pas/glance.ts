import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { BundleIndex } from '../bundle.ts';
import { codingsOf } from '../coding.ts';
import { isObject, type JsonObject, numberAt, objectAt, objects, textAt } from '../json.ts';
import { identifiersOf, npiOf } from './read/party.ts';

export type GlancedItem = {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
  readonly quantity?: number;
  readonly start?: CalendarDate;
  readonly end?: CalendarDate;
};

/** What can be made out in a Bundle, however badly it is made. Only for people to start from: nothing is decided on it. */
export type Glance = {
  readonly memberNumbers: readonly string[];
  readonly family?: string;
  readonly given?: string;
  readonly birthDate?: CalendarDate;
  readonly requestingNpi?: string;
  readonly requestingName?: string;
  readonly diagnoses: readonly string[];
  readonly items: readonly GlancedItem[];
  readonly urgent: boolean;
};

const dayOf = (value: unknown): CalendarDate | undefined =>
  typeof value === 'string' && isCalendarDateText(value.slice(0, 10))
    ? (value.slice(0, 10) as CalendarDate)
    : undefined;

const optional = <T extends object>(o: T) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined && v !== '')) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const nameOf = (o: JsonObject | undefined) => {
  const name = objects(o?.name)[0];
  const given = Array.isArray(name?.given) ? name.given.filter((g) => typeof g === 'string').join(' ') : undefined;
  return optional({ family: textAt(name, 'family') ?? textAt(name, 'text'), given });
};

const itemOf = (item: JsonObject): GlancedItem | undefined => {
  const coding = codingsOf(item.productOrService)[0];
  if (!coding) return undefined;
  const period = objectAt(item, 'servicedPeriod');
  return {
    system: coding.system,
    code: coding.code,
    ...optional({
      display: coding.display,
      quantity: numberAt(objectAt(item, 'quantity'), 'value'),
      start: dayOf(item.servicedDate) ?? dayOf(period?.start),
      end: dayOf(period?.end),
    }),
  };
};

export const glance = (json: unknown): Glance => {
  const index = new BundleIndex(isObject(json) ? json : {});
  const first = (type: string) => index.entries.find((e) => e.type === type);
  const claim = first('Claim');
  const patient = (claim && index.follow(claim, claim.resource.patient)) ?? first('Patient');
  const provider = (claim && index.follow(claim, claim.resource.provider)) ?? first('Organization');
  const coverage = first('Coverage')?.resource;
  const providerName = nameOf(provider?.resource);
  return {
    memberNumbers: [
      ...new Set([
        ...(textAt(coverage, 'subscriberId') ? [textAt(coverage, 'subscriberId') ?? ''] : []),
        ...identifiersOf(coverage).map((i) => i.value),
        ...identifiersOf(patient?.resource).map((i) => i.value),
      ]),
    ],
    ...nameOf(patient?.resource),
    diagnoses: objects(claim?.resource.diagnosis).flatMap((d) => codingsOf(d.diagnosisCodeableConcept)[0]?.code ?? []),
    items: objects(claim?.resource.item).flatMap((i) => itemOf(i) ?? []),
    urgent: codingsOf(claim?.resource.priority).some((c) => c.code === 'stat'),
    ...optional({
      birthDate: dayOf(patient?.resource.birthDate),
      requestingNpi: npiOf(provider?.resource),
      requestingName:
        textAt(provider?.resource, 'name') ??
        ([providerName.given, providerName.family].filter((n) => n !== undefined).join(' ') || undefined),
    }),
  };
};
