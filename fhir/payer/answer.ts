import { type AnsweredLine, type LineAnswer, type PayerAction, payerActions } from '@openum/domain/payer/answer.ts';
import type { OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { codeIn, extensionOf, extensionsOf, wordsOf } from '../coding.ts';
import { isObject, type JsonObject, numberAt, numbersAt, objectAt, objects, textAt } from '../json.ts';
import { pasExtension, system } from '../systems.ts';
import { readAppeals } from './appeal.ts';
import { practiceSystem } from './element.ts';
import { dayIn, momentIn } from './extension.ts';
import { readTalks } from './talk.ts';

const outcomeMessages = (o: JsonObject): readonly string[] =>
  objects(o.issue).flatMap((i) => textAt(i, 'diagnostics') ?? textAt(objectAt(i, 'details'), 'text') ?? []);

const resourcesOf = (list: unknown): readonly JsonObject[] =>
  objects(list)
    .map((x) => objectAt(x, 'resource'))
    .filter((r) => r !== undefined);

/** An answer to `$submit` is a Bundle, one to `$inquire` a Parameters with Bundles in it. */
const responsesIn = (json: JsonObject): readonly JsonObject[] => {
  const bundles = [json, ...resourcesOf(json.parameter)];
  return bundles.flatMap((b) => [b, ...resourcesOf(b.entry)]).filter((r) => r.resourceType === 'ClaimResponse');
};

/** The payer's sentences; where there are none, its codes. */
const wordsOfErrors = (response: JsonObject): readonly string[] => {
  const notes = objects(response.processNote).flatMap((n) => textAt(n, 'text') ?? []);
  if (notes.length > 0) return notes;
  const codes = objects(response.error).flatMap((e) => wordsOf(e.code) ?? []);
  return codes.length > 0 ? codes : ['The payer gave no reason.'];
};

const reviewActionOf = (item: JsonObject): JsonObject | undefined =>
  objects(item.adjudication)
    .map((a) => extensionOf(a, pasExtension('reviewAction')))
    .find((review) => review !== undefined);

const actionCode = (review: JsonObject | undefined): PayerAction | undefined => {
  const coded = objects(review?.extension).find((e) => e.url === pasExtension('reviewActionCode'));
  const code = codeIn(coded?.valueCodeableConcept, system.reviewAction);
  return payerActions.find((a) => a === code);
};

const reasonsOf = (review: JsonObject | undefined): readonly string[] =>
  objects(review?.extension)
    .filter((e) => e.url === 'reasonCode')
    .flatMap((e) => codeIn(e.valueCodeableConcept, system.decisionReason) ?? []);

const grantedOf = (item: JsonObject, added: JsonObject | undefined) => {
  const period = added
    ? (objectAt(added, 'servicedPeriod') ??
      objectAt(extensionOf(added, pasExtension('itemPreAuthPeriod')), 'valuePeriod'))
    : objectAt(extensionOf(item, pasExtension('itemPreAuthPeriod')), 'valuePeriod');
  const detail = extensionOf(item, pasExtension('itemAuthorizedDetail'));
  const quantity = added
    ? objectAt(added, 'quantity')
    : objectAt(
        objects(detail?.extension).find((e) => e.url === 'quantity'),
        'valueQuantity',
      );
  return {
    from: dayIn(period, 'start'),
    to: dayIn(period, 'end'),
    units: numberAt(quantity, 'value'),
  };
};

const known = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const lineOf = (response: JsonObject, item: JsonObject, saidAt: Instant): AnsweredLine | undefined => {
  const sequence = numberAt(item, 'itemSequence');
  const review = reviewActionOf(item);
  const action = actionCode(review);
  if (sequence === undefined || action === undefined) return undefined;
  const added = objects(response.addItem).find((a) => numbersAt(a, 'itemSequence').includes(sequence));
  const addedReview = added && reviewActionOf(added);
  const noteNumbers = numbersAt(item, 'noteNumber');
  const note = objects(response.processNote)
    .filter((n) => noteNumbers.includes(numberAt(n, 'number') ?? -1))
    .flatMap((n) => textAt(n, 'text') ?? [])
    .join(' ');
  const numberIn = (o: JsonObject | undefined) =>
    textAt(
      objects(o?.extension).find((e) => e.url === 'number'),
      'valueString',
    );
  const { from, to, units } = grantedOf(item, added);
  const talks = readTalks(item, saidAt);
  const appeals = readAppeals(item, saidAt);
  return {
    sequence,
    action,
    wantsInformation: action === 'A4' && reasonsOf(review).includes('0U'),
    ...known({
      authorizationNumber: numberIn(review) ?? numberIn(addedReview),
      reference: textAt(extensionOf(item, pasExtension('administrationReferenceNumber')), 'valueString'),
      from,
      to,
      // An authorization counts whole units.
      units: units !== undefined && Number.isInteger(units) && units > 0 ? units : undefined,
      note: note === '' ? undefined : note,
      talks: talks.length > 0 ? talks : undefined,
      appeals: appeals.length > 0 ? appeals : undefined,
    }),
  } as AnsweredLine;
};

/** The trace numbers that came back with an item: they name the line as the practice sent it. */
const tracesOf = (item: JsonObject): readonly string[] =>
  extensionsOf(item, pasExtension('itemTraceNumber')).flatMap(
    (e) => textAt(objectAt(e, 'valueIdentifier'), 'value') ?? [],
  );

const mostSkew = { minutes: 5 };

/** By the clock of the payer's system, unless that runs far ahead of ours. */
const saidAt = (response: JsonObject, askedAt: Instant): Instant => {
  const created = momentIn(response, 'created');
  return created && created <= addElapsed(askedAt, mostSkew) ? created : askedAt;
};

/**
 * What a payer's system answered about the lines of this request, from a `$submit` or `$inquire` answer. A line is ours by its trace
 * number; where the payer gave none back, by its sequence in the only answer.
 */
export const readAnswer = (json: unknown, request: OutgoingRequest, npi: string): LineAnswer => {
  if (!isObject(json)) return { kind: 'unreadable', messages: ['The answer is no FHIR resource.'] };
  if (json.resourceType === 'OperationOutcome') return { kind: 'unreadable', messages: outcomeMessages(json) };
  const responses = responsesIn(json);
  if (responses.length === 0) return { kind: 'nothing' };
  const errors = responses.filter((r) => r.outcome === 'error');
  if (errors.length === responses.length)
    return {
      kind: 'rejected',
      messages: errors.flatMap(wordsOfErrors),
    };
  const own = new Map<string, number>(
    request.lines
      .filter((l) => l.submissionId === request.submissionId)
      .map((l) => [`${l.submissionId}-${l.code}`, l.sequence] as const),
  );
  const sequences = new Set(own.values());
  const lines = responses.flatMap((r) =>
    objects(r.item).flatMap((item) => {
      const traces = tracesOf(item);
      const mine = traces.length > 0 ? traces.some((t) => own.has(t)) : isSeries(r, request, npi);
      const line = mine ? lineOf(r, item, saidAt(r, request.at)) : undefined;
      return line && sequences.has(line.sequence) ? [line] : [];
    }),
  );
  return lines.length === 0 ? { kind: 'nothing' } : { kind: 'lines', lines };
};

const isSeries = (response: JsonObject, request: OutgoingRequest, npi: string): boolean =>
  objects(response.identifier).some((i) => i.system === practiceSystem(npi, 'request') && i.value === request.seriesId);
