import type { Role } from '../actor/actor.ts';
import type { FactSource } from '../fact/fact.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

export const factSourceKinds = [
  'resource',
  'request',
  'derived',
  'person',
  'document',
] as const satisfies readonly FactSource['kind'][];
export type FactSourceKind = (typeof factSourceKinds)[number];

/** Whether met criteria of a set approve without a person, and on what facts. A set without one approves as its text says. */
export type ApprovalSetting = {
  readonly kind: 'automaticApproval';
  readonly criteriaSetId: string;
  readonly approves: boolean;
  /** Kinds of sources that an approval may rest on. */
  readonly sources: readonly FactSourceKind[];
};

/** A provider whose requests for some services need no authorization for a time. */
export type GoldCard = {
  readonly kind: 'goldCard';
  readonly npi: string;
  readonly providerName: string;
  /** Codes of the services. */
  readonly services: readonly string[];
  readonly through?: CalendarDate;
  /** What the exemption rests on: requests decided and approved in a period. */
  readonly decided: number;
  readonly approved: number;
  readonly periodFrom: CalendarDate;
  readonly periodThrough: CalendarDate;
  /** Law or plan policy. */
  readonly citation: string;
};

/** Ends a gold card. */
export type GoldCardEnd = { readonly kind: 'goldCardEnd'; readonly npi: string; readonly services: readonly string[] };

export type DialSetting = ApprovalSetting | GoldCard | GoldCardEnd;

/** What a change may rest on. */
export const dialBases = [
  'criteriaText',
  'sampleAudit',
  'interRater',
  'providerHistory',
  'law',
  'accuracyReport',
] as const;
export type DialBasis = (typeof dialBases)[number];

/** What it may not rest on: decisions are made on the individual record (Cal. Health & Saf. Code 1367.01(k); 42 CFR 422.101(c)). */
export const forbiddenBases = ['cost', 'groupAverage', 'reviewerProductivity', 'denialRate'] as const;
export type ForbiddenBasis = (typeof forbiddenBases)[number];

export type DialEvent =
  | {
      readonly type: 'DialProposed';
      readonly data: {
        readonly changeId: string;
        readonly setting: DialSetting;
        readonly bases: readonly DialBasis[];
        readonly reason: string;
        readonly effectiveFrom: CalendarDate;
      };
    }
  | { readonly type: 'DialConfirmed'; readonly data: { readonly changeId: string } }
  | { readonly type: 'DialDeclined'; readonly data: { readonly changeId: string; readonly reason: string } };

export type DialPerson = { readonly userId: string; readonly name: string };
export type RecordedDialEvent = DialEvent & { readonly by: DialPerson; readonly at: Instant };

type Answer = DialPerson & { readonly at: Instant };

export type DialChange = Extract<DialEvent, { type: 'DialProposed' }>['data'] & {
  /** 1 for the first change of the tenant; a decision names it. */
  readonly number: number;
  readonly proposed: Answer;
  readonly confirmed?: Answer;
  readonly declined?: Answer & { readonly reason: string };
};

/** Every change that anybody proposed, oldest first. */
export type Dial = { readonly sequence: number; readonly changes: readonly DialChange[] };

export const noDial: Dial = { sequence: 0, changes: [] };

export const evolveDial = (dial: Dial, event: RecordedDialEvent): Dial => {
  const by = { ...event.by, at: event.at };
  const sequence = dial.sequence + 1;
  const changed = (changeId: string, part: Partial<DialChange>): Dial => ({
    sequence,
    changes: dial.changes.map((c) => (c.changeId === changeId ? { ...c, ...part } : c)),
  });
  switch (event.type) {
    case 'DialProposed':
      return { sequence, changes: [...dial.changes, { ...event.data, number: dial.changes.length + 1, proposed: by }] };
    case 'DialConfirmed':
      return changed(event.data.changeId, { confirmed: by });
    case 'DialDeclined':
      return changed(event.data.changeId, { declined: { ...by, reason: event.data.reason } });
    default: {
      const never: never = event;
      return never;
    }
  }
};

/** How the rule of a determination names the change under which it was made; the number stands last. */
export const dialRule = (number: number): string => `dial ${number}`;

/** The number of the change that a rule names, if any. */
export const dialOfRule = (rule: string): number | undefined => {
  const [, number] = / dial ([0-9]+)$/.exec(rule) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** Who may propose and confirm; everybody of the plan may look. */
export const dialRoles: readonly Role[] = ['umDirector', 'medicalDirector', 'qualityManager', 'administrator'];

type InForce<S extends DialSetting> = DialChange & { readonly setting: S };

/** Of the confirmed changes that count on a day, the one that took effect last; of two of one day the later one. */
const lastOn = (changes: readonly DialChange[], on: CalendarDate): DialChange | undefined =>
  changes
    .filter((c) => c.confirmed !== undefined && c.effectiveFrom <= on)
    .reduce<DialChange | undefined>((last, c) => (last && last.effectiveFrom > c.effectiveFrom ? last : c), undefined);

export const approvalSettingOn = (
  dial: Dial,
  criteriaSetId: string,
  on: CalendarDate,
): InForce<ApprovalSetting> | undefined =>
  lastOn(
    dial.changes.filter((c) => c.setting.kind === 'automaticApproval' && c.setting.criteriaSetId === criteriaSetId),
    on,
  ) as InForce<ApprovalSetting> | undefined;

/** The gold card by which a request of this provider for this service needs no authorization on this day, if any. */
export const goldCardOn = (
  dial: Dial,
  npi: string | undefined,
  service: string,
  on: CalendarDate,
): InForce<GoldCard> | undefined => {
  if (npi === undefined) return undefined;
  const last = lastOn(
    dial.changes.filter(
      ({ setting: s }) => s.kind !== 'automaticApproval' && s.npi === npi && s.services.includes(service),
    ),
    on,
  );
  if (last?.setting.kind !== 'goldCard') return undefined;
  const { through } = last.setting;
  return through !== undefined && through < on ? undefined : (last as InForce<GoldCard>);
};
