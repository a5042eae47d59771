import type { Diagnosis, Provider } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { BundleIndex, Entry } from '../bundle.ts';
import { codeIn, codingsOf, extensionCode, extensionOf } from '../coding.ts';
import { type JsonObject, numberAt, objectAt, objects, textAt } from '../json.ts';
import { infoCancelled, pasExtension, system } from '../systems.ts';
import type { Issue, Unprocessable } from './issue.ts';
import { readCoverage } from './read/coverage.ts';
import { readDocuments } from './read/documents.ts';
import { diagnosisCodes, isCategory, readItem, servicePeriod } from './read/item.ts';
import { identifiersOf, readMember, readProvider } from './read/party.ts';
import { readReviewType, readSetting, readUrgency } from './read/route.ts';
import type { Identifier, Submission } from './submission.ts';
import { type CheckedBundle, checkSubmission } from './validate/submit.ts';

export type ReadContext = {
  /** Day of receipt in the zone of the plan; tells past service days from coming ones. */
  readonly today: CalendarDate;
};

const orderingRoles = new Set(['DK', 'DN', 'P3']);

/** Who gives the care: a care team member of the line, else of the whole request; an ordering one only when alone. */
const servicing =
  (index: BundleIndex, claim: Entry) =>
  (sequences: readonly number[]): Provider | undefined => {
    const team = objects(claim.resource.careTeam);
    const own = team.filter((m) => sequences.includes(numberAt(m, 'sequence') ?? -1));
    const overall = team.filter((m) => extensionOf(m, pasExtension('careTeamClaimScope'))?.valueBoolean === true);
    const candidates = own.length > 0 ? own : overall;
    const chosen = candidates.find((m) => !orderingRoles.has(codingsOf(m.role)[0]?.code ?? '')) ?? candidates[0];
    const entry = chosen && index.follow(claim, chosen.provider);
    const provider = entry && readProvider(index, entry);
    return provider?.name || provider?.npi ? provider : undefined;
  };

const isPrincipal = (d: JsonObject): boolean =>
  objects(d.type).some((t) => codingsOf(t).some((c) => ['ABK', 'principal', 'BK'].includes(c.code)));

const readDiagnoses = (claim: JsonObject): readonly Diagnosis[] => {
  const all = objects(claim.diagnosis);
  const marked = all.some(isPrincipal);
  const codes = diagnosisCodes(claim);
  return all.flatMap((d, i) => {
    const sequence = numberAt(d, 'sequence') ?? 0;
    const code = codes.get(sequence);
    return code === undefined ? [] : [{ sequence, code, principal: marked ? isPrincipal(d) : i === 0 }];
  });
};

const liveInfo = (claim: JsonObject): readonly JsonObject[] =>
  objects(claim.supportingInfo).filter(
    (s) => !objects(s.modifierExtension).some((e) => e.url === infoCancelled && e.valueBoolean === true),
  );

const readStay = (claim: JsonObject) => {
  const info = liveInfo(claim);
  const admitted = info.find((s) => isCategory(s, 'admissionDates'));
  const discharged = info.find((s) => isCategory(s, 'dischargeDates'));
  const admission = servicePeriod(textAt(admitted, 'timingDate'), objectAt(admitted, 'timingPeriod'));
  const dischargedOn = textAt(discharged, 'timingDate') as CalendarDate | undefined;
  return { admission, dischargedOn };
};

const claimTypeOf = (claim: JsonObject): Submission['claimType'] => {
  const code = codeIn(claim.type, system.claimType);
  return code === 'institutional' || code === 'oral' ? code : 'professional';
};

const numberOf = (claim: JsonObject, name: string): string | undefined =>
  textAt(extensionOf(claim, pasExtension(name)), 'valueString');

const problem = (expression: string, diagnostics: string): Unprocessable => ({
  kind: 'unprocessable',
  issues: [{ severity: 'error', code: 'not-found', expression, diagnostics }] satisfies Issue[],
});

const optional = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const map = (checked: CheckedBundle, context: ReadContext): Submission | Unprocessable => {
  const { index, claim, bundle } = checked;
  const c = claim.resource;
  const at = 'Bundle.entry[0].resource';
  const patient = index.follow(claim, c.patient);
  if (!patient) return problem(`${at}.patient`, 'the patient must be a resource of the Bundle');
  const provider = index.follow(claim, c.provider);
  if (!provider) return problem(`${at}.provider`, 'the provider must be a resource of the Bundle');
  const covered = index.follow(claim, objects(c.insurance)[0]?.coverage);
  if (!covered) return problem(`${at}.insurance[0].coverage`, 'the coverage must be a resource of the Bundle');
  const bundleIdentifier = identifiersOf({ identifier: [bundle.identifier] })[0];
  const senderReference = identifiersOf(c)[0];
  if (!bundleIdentifier || !senderReference) return problem('Bundle.identifier', 'an identifier has no value');

  const coverage = readCoverage(index, covered, index.follow(claim, c.insurer));
  const lists = { diagnosisCodes: diagnosisCodes(c), servicingProvider: servicing(index, claim) };
  const items = objects(c.item).map((i) => readItem(i, lists));
  const stay = readStay(c);
  const claimType = claimTypeOf(c);
  const priorReference: Identifier | undefined = checked.prior && identifiersOf(checked.prior.resource)[0];
  return {
    kind: 'submission',
    bundleIdentifier,
    senderReference,
    claimFullUrl: claim.fullUrl,
    claimType,
    isUpdate: c.related !== undefined,
    isCancel: extensionCode(c, pasExtension('certificationType')) === '3' || items.every((i) => i.cancelled),
    reviewType: readReviewType(items, { ...stay, today: context.today }),
    ...readUrgency(c),
    setting: readSetting(items, claimType),
    member: readMember(patient, coverage),
    coverage,
    requestingProvider: readProvider(index, provider),
    diagnoses: readDiagnoses(c),
    items,
    documents: readDocuments(index, claim),
    messages: liveInfo(c)
      .filter((s) => isCategory(s, 'freeFormMessage'))
      .flatMap((s) => textAt(s, 'valueString') ?? []),
    warnings: checked.warnings,
    ...optional({
      priorReference,
      ...stay,
      authorizationNumber: numberOf(c, 'authorizationNumber'),
      administrationReferenceNumber: numberOf(c, 'administrationReferenceNumber'),
    }),
  };
};

/** Checks and reads a `$submit` Bundle. Never throws on JSON, however broken; looks nothing up and decides nothing. */
export const readSubmission = (json: unknown, context: ReadContext): Submission | Unprocessable => {
  const checked = checkSubmission(json);
  return checked.kind === 'unprocessable' ? checked : map(checked, context);
};
