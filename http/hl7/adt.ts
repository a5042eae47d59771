import type { Movement, MovementKind, PatientClass } from '@openum/domain/admission/movement.ts';
import type { Provider } from '@openum/domain/case/request.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { Envelope } from './envelope.ts';
import type { Fields } from './field.ts';
import type { Hl7Problem } from './problem.ts';
import { offsetOf, readDay, readTimestamp } from './timestamp.ts';

export type ReadMovement =
  | { readonly kind: 'movement'; readonly visitNumber: string; readonly movement: Movement }
  | { readonly kind: 'problems'; readonly problems: readonly Hl7Problem[] };

const kindOf: Readonly<Record<string, MovementKind>> = {
  A01: 'admit',
  A02: 'transfer',
  A03: 'discharge',
  A04: 'register',
  A08: 'update',
  A11: 'cancelAdmit',
  A13: 'cancelDischarge',
};

/** Table 0004. Observation is outpatient care, whatever the bed. */
const classOf: Readonly<Record<string, PatientClass>> = {
  I: 'inpatient',
  B: 'inpatient',
  N: 'inpatient',
  E: 'emergency',
  O: 'outpatient',
  P: 'outpatient',
  R: 'outpatient',
  OBS: 'outpatient',
};

/** Table 0007, the type of an admission. */
const sourceOf: Readonly<Record<string, NonNullable<Movement['admissionSource']>>> = {
  E: 'emergency',
  A: 'emergency',
  U: 'emergency',
  C: 'elective',
  R: 'elective',
  L: 'other',
  N: 'newborn',
};

const npi = /^\d{10}$/;

/** A name or number of an organization, HD or XON: whichever part is ten digits is its NPI. */
const organizationOf = (parts: readonly (string | undefined)[], phone?: string): Provider | undefined => {
  const number = parts.find((p) => p !== undefined && npi.test(p));
  const name = parts.find((p) => p !== undefined && !npi.test(p)) ?? number;
  return name ? { name, ...(number ? { npi: number } : {}), ...(phone ? { phone } : {}) } : undefined;
};

/** Insurance numbers first: the number of the medical record is the facility's own. */
const memberNumbersOf = (f: Fields): readonly string[] => {
  const pid = f.segment('PID');
  const ids = Array.from({ length: f.repetitions(pid, 3) }, (_, r) => ({
    value: f.component(pid, 3, 1, r),
    type: f.component(pid, 3, 5, r),
  }));
  const asMember = ids.filter((i) => i.type === 'MB' || i.type === 'HC' || i.type === 'MA' || i.type === 'MC');
  const insured = f.all('IN1').flatMap((in1) => [f.component(in1, 36), f.component(in1, 49)]);
  const rest = ids.filter((i) => !asMember.includes(i));
  const all = [...asMember.map((i) => i.value), ...insured, f.component(pid, 2), ...rest.map((i) => i.value)];
  return [...new Set(all.filter((n) => n !== undefined))];
};

const attendingOf = (f: Fields): Provider | undefined => {
  const pv1 = f.segment('PV1');
  const family = f.component(pv1, 7, 2);
  const id = f.component(pv1, 7, 1);
  if (!family) return undefined;
  const given = f.component(pv1, 7, 3);
  return { name: given ? `${given} ${family}` : family, ...(id && npi.test(id) ? { npi: id } : {}) };
};

const diagnosesOf = (f: Fields): readonly string[] => {
  const codes = f.all('DG1').flatMap((dg1) => {
    const code = f.component(dg1, 3);
    const system = f.component(dg1, 3, 3) ?? 'I10';
    return code && /^(I10|I10C|10M|ICD10CM|ICD-10-CM)$/i.test(system) ? [code.toUpperCase()] : [];
  });
  return [...new Set(codes)].map((c) => (c.length > 3 && !c.includes('.') ? `${c.slice(0, 3)}.${c.slice(3)}` : c));
};

/** Reads an ADT message into what it tells of one visit, or every problem that keeps it from being read. */
export const readAdt = (
  { fields: f, event }: Envelope,
  messageId: string,
  zone: ZoneId,
  receivedAt: Instant,
): ReadMovement => {
  const kind = kindOf[event];
  if (!kind)
    return {
      kind: 'problems',
      problems: [{ code: 201, location: 'MSH^1^9', text: `Taken are the events ${Object.keys(kindOf).join(', ')}.` }],
    };
  const [msh, evn, pid, pv1, pv2] = ['MSH', 'EVN', 'PID', 'PV1', 'PV2'].map(f.segment);
  const problems: Hl7Problem[] = [];
  const missing = (location: string, text: string): undefined => {
    problems.push({ code: 101, location, text });
    return undefined;
  };
  const offset = offsetOf(f.component(msh, 7));
  const moment = (segment: typeof pv1, name: string, n: number): Instant | undefined => {
    const text = f.component(segment, n);
    if (text === undefined) return undefined;
    const at = readTimestamp(text, zone, offset);
    if (!at)
      problems.push({ code: 102, location: `${name}^1^${n}`, text: `${name}-${n} must be YYYYMMDDHHMM[SS][+/-ZZZZ].` });
    return at;
  };

  const visitNumber = f.component(pv1, 19) ?? missing('PV1^1^19', 'PV1-19, the visit number, is missing.');
  const className = f.component(pv1, 2) ?? missing('PV1^1^2', 'PV1-2, the patient class, is missing.');
  const bornText = f.component(pid, 7) ?? missing('PID^1^7', 'PID-7, the birth date, is missing.');
  const born = bornText === undefined ? undefined : readDay(bornText);
  if (bornText !== undefined && !born)
    problems.push({ code: 102, location: 'PID^1^7', text: 'PID-7 must be a day, YYYYMMDD.' });
  const memberNumbers = memberNumbersOf(f);
  if (memberNumbers.length === 0)
    missing('IN1^1^36', "The plan's member number is missing: send it in IN1-36, or in PID-3 with type MB.");
  const facility =
    organizationOf([f.component(msh, 4), f.component(msh, 4, 2)]) ??
    organizationOf([f.component(pv1, 3, 4), f.component(pv1, 39)]) ??
    missing('MSH^1^4', 'MSH-4, the sending facility, is missing.');
  const sentAt = moment(msh, 'MSH', 7) ?? receivedAt;
  const recordedAt = moment(evn, 'EVN', 2);
  const occurredAt = moment(evn, 'EVN', 6);
  const admittedAt = moment(pv1, 'PV1', 44);
  const dischargedAt = moment(pv1, 'PV1', 45);
  const own = kind === 'admit' ? admittedAt : kind === 'discharge' ? dischargedAt : undefined;
  const eventAt = occurredAt ?? own ?? recordedAt ?? sentAt;
  for (const [at, location] of [
    [admittedAt, 'PV1^1^44'],
    [dischargedAt, 'PV1^1^45'],
    [occurredAt, 'EVN^1^6'],
  ] as const)
    if (at && at > receivedAt) problems.push({ code: 102, location, text: 'The moment lies in the future.' });
  if (dischargedAt && admittedAt && dischargedAt < admittedAt)
    problems.push({ code: 102, location: 'PV1^1^45', text: 'PV1-45 lies before PV1-44.' });
  if (problems.length > 0 || !visitNumber || !className || !born || !facility) return { kind: 'problems', problems };

  const attending = attendingOf(f);
  const disposition = f.component(pv1, 36);
  const source = sourceOf[f.component(pv1, 4)?.toUpperCase() ?? ''];
  const reason = f.component(pv2, 3, 2) ?? f.component(pv2, 3);
  const services = [f.component(pv1, 10), f.component(pv1, 3)].filter((s) => s !== undefined);
  return {
    kind: 'movement',
    visitNumber,
    movement: {
      messageId,
      kind,
      eventAt,
      sentAt,
      patientClass: classOf[className.toUpperCase()] ?? 'other',
      memberNumbers,
      birthDate: born,
      family: f.component(pid, 5) ?? '',
      given: f.component(pid, 5, 2) ?? '',
      facility,
      hospitalServices: services.map((s) => s.toUpperCase()),
      diagnoses: diagnosesOf(f),
      ...(attending ? { attending } : {}),
      ...(admittedAt ? { admittedAt } : {}),
      ...(dischargedAt ? { dischargedAt } : {}),
      ...(disposition ? { disposition } : {}),
      ...(source ? { admissionSource: source } : {}),
      ...(reason ? { reason } : {}),
    },
  };
};
