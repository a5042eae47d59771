import type { Coding } from '@openum/domain/case/request.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import { asReleased } from '@openum/domain/ownCriteria/released.ts';
import { isOnDay, versionSpans } from '@openum/domain/ownCriteria/span.ts';
import type { OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { type LibraryEntry, libraryEntry } from '../criteria/library.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { ownCriteriaSet, ownCriteriaSets, textsOf } from './own.ts';

/** A set of the plan as the library lists it: as it counts today, or else as it was last written. */
export type OwnEntry = { readonly own: OwnCriteria; readonly entry: LibraryEntry };

type Here = Pick<Acting, 'casework' | 'tenant' | 'now'>;

const shownText = (
  o: OwnCriteria,
  texts: ReadonlyMap<string, CriteriaSet>,
  today: CalendarDate,
): CriteriaSet | undefined => {
  const span = versionSpans(o).find((s) => isOnDay(s, today));
  const released = span && texts.get(span.sha256);
  if (span && released) return asReleased(released, span);
  const last = o.versions.at(-1);
  return last && texts.get(last.sha256);
};

export const listOwnCriteria = async ({ casework, tenant, now }: Here): Promise<readonly OwnEntry[]> => {
  const scope = { tenantId: tenant.tenantId };
  const all = await ownCriteriaSets(casework, scope);
  const texts = await textsOf(
    casework,
    scope,
    all.flatMap((o) => o.versions.map((v) => v.sha256)),
  );
  const today = dateInZone(now, tenant.zone);
  return all.flatMap((own) => {
    const text = shownText(own, texts, today);
    return text ? [{ own, entry: libraryEntry(text) }] : [];
  });
};

/** The set of the plan that the library shows under this name. */
export const ownLibrarySet = async (
  { casework, tenant, now }: Here,
  setId: string,
): Promise<CriteriaSet | undefined> => {
  const scope = { tenantId: tenant.tenantId };
  const own = await ownCriteriaSet(casework, scope, setId);
  const texts = await textsOf(
    casework,
    scope,
    own.versions.map((v) => v.sha256),
  );
  return shownText(own, texts, dateInZone(now, tenant.zone));
};

/** Everything that the editor of a set needs. A set that nobody has begun has no versions. */
export type OwnCriteriaReading = {
  readonly today: CalendarDate;
  readonly own: OwnCriteria;
  /** The text of each version, by its hash. */
  readonly texts: Readonly<Record<string, CriteriaSet>>;
};

export const readOwnCriteria = async ({ casework, tenant, now }: Here, setId: string): Promise<OwnCriteriaReading> => {
  const scope = { tenantId: tenant.tenantId };
  const own = await ownCriteriaSet(casework, scope, setId);
  const texts = await textsOf(
    casework,
    scope,
    own.versions.map((v) => v.sha256),
  );
  return { today: dateInZone(now, tenant.zone), own, texts: Object.fromEntries(texts) };
};

/** What points of criteria may be about, and which services they may be for. */
export type CriteriaWords = {
  readonly version: string;
  readonly facts: readonly FactDefinition[];
  readonly services: readonly (Coding & { readonly label: string; readonly category: string })[];
};

export const criteriaWords = ({ facts, services }: Knowledge): CriteriaWords => ({
  version: facts.version,
  facts: [...facts.byKey.values()],
  services: services.services.map(({ system, code, label, category }) => ({ system, code, label, category })),
});
