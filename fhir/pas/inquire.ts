import type { Parameters } from '@medplum/fhirtypes';
import type { Coding, ServicePeriod } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { BundleIndex, Entry } from '../bundle.ts';
import { codingsOf, extensionCode, extensionOf, extensionsOf } from '../coding.ts';
import { type JsonObject, objectAt, objects, textAt } from '../json.ts';
import { pasExtension, system } from '../systems.ts';
import type { Issue, Unprocessable } from './issue.ts';
import { readCoverage } from './read/coverage.ts';
import { servicePeriod } from './read/item.ts';
import { identifiersOf, npiOf, readMember } from './read/party.ts';
import { type AnswerContext, answerBundle, claimResponse, partiesOf } from './response.ts';
import type { Identifier, PayorAsSent } from './submission.ts';
import { checkInquiry } from './validate/inquiry.ts';

/** What one line of an inquiry asks for; what is absent does not narrow. */
export type InquiryLine = {
  readonly service?: Coding;
  /** Upper end of a range of codes that starts with `service`. */
  readonly serviceEnd?: Coding;
  /** X12 306. */
  readonly reviewAction?: string;
  readonly certificationType?: string;
  readonly requestType?: string;
  readonly dateRange?: ServicePeriod;
  readonly issued?: ServicePeriod;
  readonly effective?: ServicePeriod;
  readonly expires?: ServicePeriod;
};

/** A query by example. `memberNumbers` and `providerNpis` must both match; every other list narrows when it is not empty. */
export type Inquiry = {
  readonly kind: 'inquiry';
  /** Names the inquiry itself; it is no search key. */
  readonly trace: Identifier;
  readonly memberNumbers: readonly string[];
  readonly birthDate?: CalendarDate;
  readonly insurer: PayorAsSent;
  readonly providerNpis: readonly string[];
  readonly authorizationNumbers: readonly string[];
  readonly administrationReferenceNumbers: readonly string[];
  readonly diagnoses: readonly string[];
  /** Days of service asked about, from the header. */
  readonly dateRange?: ServicePeriod;
  /** One example line each; a case fits when one of its lines fits one of them. Empty: any line fits. */
  readonly lines: readonly InquiryLine[];
  readonly warnings: readonly Issue[];
};

const unique = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.filter((v): v is string => v !== undefined)),
];

const npisOf = (index: BundleIndex, claim: Entry): readonly string[] => {
  const named = [claim.resource.provider, ...objects(claim.resource.careTeam).map((m) => m.provider)];
  return unique(
    named.flatMap((reference) => {
      const found = index.follow(claim, reference);
      if (!found) return [];
      const person = index.follow(found, found.resource.practitioner);
      const place = index.follow(found, found.resource.organization);
      return [found, person, place].map((e) => npiOf(e?.resource));
    }),
  );
};

const numbers = (holders: readonly JsonObject[], name: string): readonly string[] =>
  unique(holders.flatMap((h) => extensionsOf(h, pasExtension(name)).map((e) => textAt(e, 'valueString'))));

const known = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const certified = (item: JsonObject, name: string): ServicePeriod | undefined => {
  const e = extensionOf(item, pasExtension(name));
  return servicePeriod(textAt(e, 'valueDate'), objectAt(e, 'valuePeriod'));
};

const readLine = (item: JsonObject): InquiryLine => {
  const service = codingsOf(item.productOrService)[0];
  // Data absent reason `not-applicable` means: whatever the service (PAS spec-43).
  const named = service && service.system !== system.dataAbsent ? service : undefined;
  return known({
    service: named,
    serviceEnd: named && codingsOf(extensionOf(item, pasExtension('productOrServiceCodeEnd'))?.valueCodeableConcept)[0],
    reviewAction: extensionCode(item, pasExtension('reviewActionCode')),
    certificationType: extensionCode(item, pasExtension('certificationType')),
    requestType: extensionCode(item, pasExtension('serviceItemRequestType')),
    dateRange: servicePeriod(textAt(item, 'servicedDate'), objectAt(item, 'servicedPeriod')),
    issued: certified(item, 'itemCertificationIssueDate'),
    effective: certified(item, 'itemCertificationEffectiveDate'),
    expires: certified(item, 'itemCertificationExpirationDate'),
  });
};

const missing = (expression: string, diagnostics: string): Unprocessable => ({
  kind: 'unprocessable',
  issues: [{ severity: 'error', code: 'required', expression, diagnostics }],
});

/** Checks and reads an `$inquire` Bundle. Never throws on JSON. */
export const readInquiry = (json: unknown): Inquiry | Unprocessable => {
  const checked = checkInquiry(json);
  if (checked.kind === 'unprocessable') return checked;
  const { index, claim } = checked;
  const c = claim.resource;
  const at = 'Bundle.entry[0].resource';
  const patient = index.follow(claim, c.patient);
  const insurer = index.follow(claim, c.insurer);
  const covered = index.follow(claim, objects(c.insurance)[0]?.coverage);
  const trace = identifiersOf(c)[0];
  if (!patient || !insurer || !covered || !trace) return missing(at, 'patient, insurer and coverage are needed');
  const coverage = readCoverage(index, covered, insurer);
  const member = readMember(patient, coverage);
  const providerNpis = npisOf(index, claim);
  if (member.memberNumbers.length === 0) return missing(`${at}.patient`, 'an inquiry needs the member number');
  if (providerNpis.length === 0)
    return missing(`${at}.provider`, 'an inquiry needs the NPI of the ordering or rendering provider');
  const items = objects(c.item);
  const holders = [c, ...items];
  const dateRange = servicePeriod(undefined, objectAt(c, 'billablePeriod'));
  return {
    kind: 'inquiry',
    trace,
    memberNumbers: member.memberNumbers,
    ...(member.birthDate ? { birthDate: member.birthDate } : {}),
    insurer: {
      fullUrl: insurer.fullUrl,
      name: textAt(insurer.resource, 'name') ?? '',
      identifiers: identifiersOf(insurer.resource),
    },
    providerNpis,
    authorizationNumbers: numbers(holders, 'authorizationNumber'),
    administrationReferenceNumbers: numbers(holders, 'administrationReferenceNumber'),
    diagnoses: unique(objects(c.diagnosis).map((d) => codingsOf(d.diagnosisCodeableConcept)[0]?.code)),
    ...(dateRange ? { dateRange } : {}),
    lines: items.map(readLine),
    warnings: checked.warnings,
  };
};

export type FoundCase = { readonly case: Case; readonly request?: unknown };

/** Parameters with one Bundle for each case; none when nothing was found, which is no error. */
export const inquiryResponse = (found: readonly FoundCase[], context: Omit<AnswerContext, 'request'>): Parameters => ({
  resourceType: 'Parameters',
  ...(found.length > 0
    ? {
        parameter: found.map((f) => {
          const own: AnswerContext = { ...context, ...(f.request === undefined ? {} : { request: f.request }) };
          const parties = partiesOf(f.case, own, 'parties');
          const response = claimResponse(f.case, parties, 'claiminquiryresponse', context.newId(), own);
          return { name: 'return', resource: answerBundle(response, parties, 'pas-inquiry-response-bundle', own) };
        }),
      }
    : {}),
});
