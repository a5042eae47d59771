import { takeArrival } from '@openum/casework/practice/arrival/desk.ts';
import type { SaidVisit } from '@openum/domain/practiceArrival/arrival.ts';
import {
  type CalendarDate,
  dateInZone,
  type Instant,
  instant,
  isCalendarDateText,
  isInstantText,
  startOfDay,
  type ZoneId,
} from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bearerClients } from '../auth/bearer.ts';
import type { HttpDeps } from '../deps.ts';
import { unsoundTextIn } from '../problem/soundText.ts';

/** What a client must have been given to send here. */
const scope = 'arrivals';
const contentType = 'application/fhir+json';
const bodyLimit = 4 * 1024 * 1024;

const dateTime = z.string().refine((t) => isInstantText(t) || isCalendarDateText(t), 'must be a day or a moment');
const identifier = z.object({
  value: z.string().min(1).optional(),
  type: z.object({ coding: z.array(z.object({ code: z.string() })).default([]) }).optional(),
});
const words = z.object({ display: z.string().optional(), reference: z.string().optional() });
const concept = z.object({
  text: z.string().optional(),
  coding: z.array(z.object({ code: z.string().optional(), display: z.string().optional() })).default([]),
});

const patientShape = z.object({
  resourceType: z.literal('Patient'),
  identifier: z.array(identifier).min(1, 'the chart number is missing'),
  name: z.array(z.object({ family: z.string().min(1), given: z.array(z.string()).min(1) })).min(1, 'it is missing'),
  birthDate: z.iso.date('must be a day, YYYY-MM-DD'),
});
const coverageShape = z.object({
  resourceType: z.literal('Coverage'),
  subscriberId: z.string().min(1).optional(),
  order: z.number().int().min(1).max(3).optional(),
  payor: z.array(words).default([]),
  class: z.array(z.object({ type: concept, value: z.string() })).default([]),
});
const encounterShape = z.object({
  resourceType: z.literal('Encounter'),
  identifier: z.array(identifier).min(1, 'the visit number is missing'),
  status: z.enum(['planned', 'arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'cancelled']),
  class: z.object({ code: z.string().optional() }).optional(),
  serviceType: concept.optional(),
  period: z.object({ start: dateTime.optional(), end: dateTime.optional() }).default({}),
  location: z.array(z.object({ location: words })).default([]),
  hospitalization: z.object({ dischargeDisposition: concept.optional() }).optional(),
});
const bundleShape = z.object({
  resourceType: z.literal('Bundle'),
  identifier: z.object({ value: z.string().min(1) }).optional(),
  timestamp: z.string().refine(isInstantText, 'must be a moment').optional(),
  entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })).min(1),
});

type Read =
  | { readonly said: SaidVisit; readonly controlId?: string | undefined }
  | { readonly problems: readonly string[]; readonly controlId?: string | undefined };

const said = (path: string, error: z.ZodError): readonly string[] =>
  error.issues.map((i) => `${[path, ...i.path].join('.')}: ${i.message}.`);

const dayOf = (text: string, zone: ZoneId): CalendarDate =>
  isCalendarDateText(text) ? (text as CalendarDate) : dateInZone(instant(text), zone);

/** Table 0112 of HL7 and the FHIR list, as the record says it. */
const dispositions: Readonly<Record<string, string>> = {
  home: 'home',
  aadvice: 'againstAdvice',
  exp: 'died',
  oth: 'other',
};

/** Reads a Bundle of Patient, Encounter and Coverage into what it says of one visit. */
const readArrivalBundle = (json: unknown, zone: ZoneId, receivedAt: Instant): Read => {
  const bundle = bundleShape.safeParse(json);
  if (!bundle.success) return { problems: said('Bundle', bundle.error) };
  const controlId = bundle.data.identifier?.value;
  const all = bundle.data.entry.map((e) => e.resource);
  const one = <T>(type: string, shape: z.ZodType<T>): readonly T[] | readonly string[] => {
    const found = all.filter((r) => r.resourceType === type);
    if (found.length !== 1) return [`Bundle: exactly one ${type} is wanted, and there are ${found.length}.`];
    const read = shape.safeParse(found[0]);
    return read.success ? [read.data] : said(type, read.error);
  };
  const [patient] = one('Patient', patientShape);
  const [encounter] = one('Encounter', encounterShape);
  const coverages = all.filter((r) => r.resourceType === 'Coverage').map((r) => coverageShape.safeParse(r));
  const problems = [
    ...one('Patient', patientShape).filter((p) => typeof p === 'string'),
    ...one('Encounter', encounterShape).filter((p) => typeof p === 'string'),
    ...coverages.flatMap((c) => (c.success ? [] : said('Coverage', c.error))),
  ];
  if (problems.length > 0 || typeof patient !== 'object' || typeof encounter !== 'object')
    return { problems, controlId };
  const typed = patient.identifier.find((i) => i.type?.coding.some((c) => c.code === 'MR')) ?? patient.identifier[0];
  const visitNumber = encounter.identifier[0]?.value;
  const [name] = patient.name;
  if (!typed?.value || !visitNumber || !name)
    return { problems: ['Patient.identifier and Encounter.identifier need a value.'], controlId };
  const { start, end } = encounter.period;
  const happened = encounter.status === 'finished' ? (end ?? start) : start;
  const eventAt =
    bundle.data.timestamp !== undefined
      ? instant(bundle.data.timestamp)
      : happened === undefined
        ? receivedAt
        : isInstantText(happened)
          ? instant(happened)
          : startOfDay(happened as CalendarDate, zone);
  if (eventAt > receivedAt) return { problems: ['The moment lies in the future.'], controlId };
  const leaving = encounter.hospitalization?.dischargeDisposition;
  const left = leaving?.coding[0]?.code;
  const units = [
    ...encounter.location.map((l) => l.location.display),
    encounter.serviceType?.text,
    ...(encounter.serviceType?.coding ?? []).map((c) => c.display),
  ].filter((u) => u !== undefined);
  return {
    controlId,
    said: {
      source: 'fhir',
      visitNumber,
      eventAt,
      patient: {
        family: name.family,
        given: name.given.join(' '),
        birthDate: patient.birthDate as CalendarDate,
        chartNumber: typed.value,
      },
      ...(start ? { admittedOn: dayOf(start, zone) } : {}),
      emergency: encounter.class?.code === 'EMER',
      ...(encounter.status === 'finished' ? { dischargedOn: end ? dayOf(end, zone) : dateInZone(eventAt, zone) } : {}),
      ...(left ? { disposition: dispositions[left] ?? 'other' } : {}),
      ...(encounter.status === 'cancelled' ? { cancelled: 'admission' as const } : {}),
      units,
      coverages: coverages.flatMap((c, i) => {
        const { subscriberId, payor = [], order, class: classes = [] } = c.data ?? {};
        const payerName = payor[0]?.display;
        const group = classes.find((k) => k.type.coding.some((x) => x.code === 'group'))?.value;
        const at = order ?? i + 1;
        if (!subscriberId || !payerName || (at !== 1 && at !== 2 && at !== 3)) return [];
        return [
          { order: at, payerName, memberNumber: subscriberId, ...(group ? { groupNumber: group } : {}) } as const,
        ];
      }),
    },
  };
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

const outcomeOf = (problems: readonly string[]): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue:
      problems.length === 0
        ? [{ severity: 'information', code: 'informational', diagnostics: 'It is kept.' }]
        : problems.map((diagnostics) => ({ severity: 'error', code: 'invalid', diagnostics })),
  });

/** Patient, Coverage and Encounter of a practice's own system, as one Bundle. Kept first, whatever is in it. */
export const practiceArrivalRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const clientOf = bearerClients(casework.identity, casework.environment.now);
  fastify.register(async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser([contentType, 'application/json'], { parseAs: 'buffer', bodyLimit }, (_r, body, done) =>
      done(null, body),
    );
    app.post('/fhir/practice/$arrival', { schema: { hide: true } }, async (request, reply) => {
      const { environment } = casework;
      reply.header('content-type', `${contentType}; charset=utf-8`);
      const from = await clientOf(request.headers.authorization);
      if (!from)
        return reply
          .code(401)
          .header('www-authenticate', 'Bearer')
          .send(outcomeOf(['A valid bearer token is needed.']));
      if (from.tenant.kind !== 'practice' || !from.client.scopes.includes(scope))
        return reply.code(403).send(outcomeOf(['This client may not use this endpoint.']));
      const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      const bytes = new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
      const receivedAt = environment.now();
      const json = parsed(bytes);
      const unsound = unsoundTextIn(json);
      const read: Read =
        json === undefined
          ? { problems: ['The body is not JSON.'] }
          : unsound
            ? { problems: [`${unsound.path}: ${unsound.message}.`] }
            : readArrivalBundle(json, from.tenant.zone, receivedAt);
      const problems = 'problems' in read ? read.problems : [];
      const sha256 = environment.sha256Hex(bytes);
      const answer = outcomeOf(problems);
      const kept = await takeArrival(casework, from.tenant, {
        arrivalId: environment.newId(),
        clientId: from.client.clientId,
        clientName: from.client.name,
        controlId: read.controlId ? `fhir:${read.controlId}` : `sha256:${sha256}`,
        contentType,
        sha256,
        receivedAt,
        ...('said' in read ? { said: read.said } : {}),
        problems,
        bytes,
        answer: new TextEncoder().encode(answer),
      });
      if (kept.kind === 'reused')
        return reply.code(409).send(outcomeOf(['Bundle.identifier was used before for another content.']));
      return reply.code(problems.length === 0 ? 200 : 422).send(answer);
    });
  });
};
