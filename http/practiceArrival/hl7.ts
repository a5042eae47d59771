import type { Casework } from '@openum/casework/casework.ts';
import { takeArrival } from '@openum/casework/practice/arrival/desk.ts';
import type { SaidCoverage, SaidVisit } from '@openum/domain/practiceArrival/arrival.ts';
import { dateInZone, type Instant, type ZoneId } from '@openum/domain/time/instant.ts';
import type { SendingClient } from '../auth/bearer.ts';
import { acknowledge } from '../hl7/ack.ts';
import { type Envelope, openMessage } from '../hl7/envelope.ts';
import type { Fields } from '../hl7/field.ts';
import type { AckCode, Hl7Problem } from '../hl7/problem.ts';
import { offsetOf, readDay, readTimestamp } from '../hl7/timestamp.ts';

const taken = ['A01', 'A02', 'A03', 'A04', 'A06', 'A07', 'A08', 'A11', 'A13'] as const;

/** Table 0007. */
const emergencies = ['E', 'A', 'U'];

/** Table 0112, as the record says it. */
const dispositions: Readonly<Record<string, string>> = {
  '01': 'home',
  '02': 'transfer',
  '05': 'transfer',
  '07': 'againstAdvice',
  '20': 'died',
};

const orders = [1, 2, 3] as const;

const coveragesOf = (f: Fields): readonly SaidCoverage[] =>
  f
    .all('IN1')
    .slice(0, orders.length)
    .flatMap((in1, i): readonly SaidCoverage[] => {
      const payerName = f.component(in1, 4) ?? f.component(in1, 3);
      const memberNumber = f.component(in1, 36) ?? f.component(in1, 49);
      const groupNumber = f.component(in1, 8);
      const order = orders[i];
      if (!payerName || !memberNumber || !order) return [];
      return [{ order, payerName, memberNumber, ...(groupNumber ? { groupNumber } : {}) }];
    });

/** The practice's own number of the patient: the one typed MR, else the first. */
const chartOf = (f: Fields): string | undefined => {
  const pid = f.segment('PID');
  const ids = Array.from({ length: f.repetitions(pid, 3) }, (_, r) => ({
    value: f.component(pid, 3, 1, r),
    type: f.component(pid, 3, 5, r),
  }));
  return (ids.find((i) => i.type === 'MR') ?? ids.find((i) => i.type === undefined || i.type === 'PI'))?.value;
};

type Read = { readonly said: SaidVisit } | { readonly problems: readonly Hl7Problem[] };

/** Reads an ADT message of a practice's own system into what it says of one visit, or every problem that keeps it from being read. */
const readPracticeAdt = ({ fields: f, event }: Envelope, zone: ZoneId, receivedAt: Instant): Read => {
  if (!(taken as readonly string[]).includes(event))
    return { problems: [{ code: 201, location: 'MSH^1^9', text: `Taken are the events ${taken.join(', ')}.` }] };
  const [msh, evn, pid, pv1] = ['MSH', 'EVN', 'PID', 'PV1'].map(f.segment);
  const problems: Hl7Problem[] = [];
  const missing = (value: string | undefined, location: string, text: string): string => {
    if (value === undefined) problems.push({ code: 101, location, text });
    return value ?? '';
  };
  const offset = offsetOf(f.component(msh, 7));
  const moment = (segment: typeof pv1, name: string, n: number): Instant | undefined => {
    const text = f.component(segment, n);
    const at = text === undefined ? undefined : readTimestamp(text, zone, offset);
    const location = `${name}^1^${n}`;
    if (text !== undefined && !at)
      problems.push({ code: 102, location, text: `${name}-${n} must be YYYYMMDDHHMM[SS][+/-ZZZZ].` });
    if (at && at > receivedAt) problems.push({ code: 102, location, text: `${name}-${n} lies in the future.` });
    return at;
  };
  const chartNumber = missing(chartOf(f), 'PID^1^3', 'PID-3, the chart number (type MR), is missing.');
  const family = missing(f.component(pid, 5), 'PID^1^5', 'PID-5, the name, is missing.');
  const given = missing(f.component(pid, 5, 2), 'PID^1^5', 'PID-5.2, the given name, is missing.');
  const born = missing(f.component(pid, 7), 'PID^1^7', 'PID-7, the birth date, is missing.');
  const birthDate = readDay(born);
  if (born && !birthDate) problems.push({ code: 102, location: 'PID^1^7', text: 'PID-7 must be a day, YYYYMMDD.' });
  const visitNumber = missing(f.component(pv1, 19), 'PV1^1^19', 'PV1-19, the visit number, is missing.');
  const [admitted, discharged] = [moment(pv1, 'PV1', 44), moment(pv1, 'PV1', 45)];
  const eventAt = moment(evn, 'EVN', 6) ?? moment(evn, 'EVN', 2) ?? moment(msh, 'MSH', 7) ?? receivedAt;
  if (admitted && discharged && discharged < admitted)
    problems.push({ code: 102, location: 'PV1^1^45', text: 'PV1-45 lies before PV1-44.' });
  if (problems.length > 0 || !birthDate) return { problems };
  const begins = event === 'A01' || event === 'A04';
  const admittedAt = admitted ?? (begins ? eventAt : undefined);
  const dischargedAt = event === 'A13' ? undefined : (discharged ?? (event === 'A03' ? eventAt : undefined));
  const disposition = f.component(pv1, 36);
  const units = [f.component(pv1, 3), f.component(pv1, 10)].filter((u) => u !== undefined);
  return {
    said: {
      source: 'hl7',
      visitNumber,
      eventAt,
      patient: { family, given, birthDate, chartNumber },
      ...(admittedAt ? { admittedOn: dateInZone(admittedAt, zone) } : {}),
      emergency: emergencies.includes(f.component(pv1, 4)?.toUpperCase() ?? ''),
      ...(dischargedAt ? { dischargedOn: dateInZone(dischargedAt, zone) } : {}),
      ...(disposition ? { disposition: dispositions[disposition] ?? 'other' } : {}),
      ...(event === 'A11' ? { cancelled: 'admission' as const } : {}),
      ...(event === 'A13' ? { cancelled: 'discharge' as const } : {}),
      units,
      coverages: coveragesOf(f),
    },
  };
};

const reused: Hl7Problem = {
  code: 205,
  location: 'MSH^1^10',
  text: 'MSH-10 was used before for another content. Use a new control id.',
};

/** Takes one message of a practice's own system. It is acknowledged once it is kept; the same message again gets the same answer. */
export const receiveAtPractice = async (
  casework: Casework,
  { client, tenant }: SendingClient,
  bytes: Uint8Array,
  contentType: string,
): Promise<Uint8Array> => {
  const { environment } = casework;
  const receivedAt = environment.now();
  const sha256 = environment.sha256Hex(bytes);
  const opened = openMessage(bytes);
  const message = opened.kind === 'opened' ? opened.envelope.message : opened.message;
  const read: Read =
    opened.kind === 'opened'
      ? readPracticeAdt(opened.envelope, tenant.zone, receivedAt)
      : { problems: opened.problems };
  const answerOf = (code: AckCode, problems: readonly Hl7Problem[]): Uint8Array =>
    acknowledge(message, { code, problems, at: receivedAt, controlId: environment.newId() });
  const problems = 'problems' in read ? read.problems : [];
  const unfit = opened.kind === 'unreadable' || problems.some((p) => p.code === 201);
  const answer = answerOf(problems.length === 0 ? 'AA' : unfit ? 'AR' : 'AE', problems);
  const kept = await takeArrival(casework, tenant, {
    arrivalId: environment.newId(),
    clientId: client.clientId,
    clientName: client.name,
    controlId: opened.kind === 'opened' ? `hl7:${opened.envelope.controlId}` : `sha256:${sha256}`,
    contentType,
    sha256,
    receivedAt,
    ...('said' in read ? { said: read.said } : {}),
    problems: problems.map((p) => p.text),
    bytes,
    answer,
  });
  if (kept.kind === 'repeated') return kept.answer;
  return kept.kind === 'reused' ? answerOf('AR', [reused]) : answer;
};
