import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import { localMoment } from '../case/act/localMoment.ts';
import type { Sent } from './queries.ts';

/** What is typed into a form, by field. A tick is `yes` or nothing; a moment stands in two fields. */
export type Values = Readonly<Record<string, string>>;

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'area' | 'select' | 'day' | 'moment' | 'check';
  readonly options?: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  readonly hint?: string;
  readonly optional?: boolean;
  /** Shown, and asked for, only then. */
  readonly when?: (v: Values) => boolean;
};

/** One act on an appeal: what it asks, and what it sends. */
export type ActSpec = {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  /** Why it cannot be done now. */
  readonly why: string | undefined;
  readonly initial: Values;
  readonly fields: readonly Field[];
  readonly make: (v: Values, at: (name: string) => string) => Sent;
};

const partsOf = (f: Field): readonly string[] => (f.kind === 'moment' ? [`${f.name}.day`, `${f.name}.time`] : [f.name]);

export const shownFields = (spec: Pick<ActSpec, 'fields'>, v: Values): readonly Field[] =>
  spec.fields.filter((f) => f.when === undefined || f.when(v));

/** The moment that a field says, in the zone on the screen. */
export const momentIn = (v: Values, name: string, zone: ZoneId): Instant | undefined =>
  localMoment(v[`${name}.day`] ?? '', v[`${name}.time`] ?? '', zone);

/** Sentences that keep the form from being sent, by field. */
export const problemsOf = (
  spec: Pick<ActSpec, 'fields'>,
  v: Values,
  zone: ZoneId,
): Readonly<Record<string, string>> => {
  const problems: Record<string, string> = {};
  for (const f of shownFields(spec, v)) {
    const empty = partsOf(f).some((p) => (v[p] ?? '').trim() === '');
    if (empty && f.optional !== true)
      problems[f.name] = f.kind === 'check' ? 'Confirm this.' : f.kind === 'select' ? 'Choose one.' : 'Fill this in.';
    else if (f.kind === 'moment' && !empty && !momentIn(v, f.name, zone)) problems[f.name] = 'There is no such moment.';
  }
  return problems;
};
