export type AdtChange = {
  readonly control?: string;
  readonly event?: string;
  readonly sentAt?: string;
  readonly occurredAt?: string;
  readonly memberNumber?: string;
  readonly birthDate?: string;
  readonly family?: string;
  readonly given?: string;
  readonly facility?: string;
  readonly patientClass?: string;
  readonly unit?: string;
  readonly service?: string;
  readonly visit?: string;
  readonly admittedAt?: string;
  readonly dischargedAt?: string;
  readonly disposition?: string;
  readonly charset?: string;
};

/** An ADT message of a hospital about its patient, as systems write them; moments are in Chicago's wall clock. */
export const adt = (change: AdtChange = {}): string => {
  const {
    control = 'C-1',
    event = 'A01',
    sentAt = '20261120093000',
    occurredAt = '',
    memberNumber = 'PHP1000001',
    birthDate = '19510309',
    family = 'Akerman',
    given = 'Rosalind',
    facility = 'Lakeside Hospital',
    patientClass = 'I',
    unit = 'MED',
    service = '',
    visit = 'V-100',
    admittedAt = '20261120081500',
    dischargedAt = '',
    disposition = '',
    charset = '',
  } = change;
  const pv1 = Array.from({ length: 46 }, () => '');
  Object.assign(pv1, {
    0: 'PV1',
    1: '1',
    2: patientClass,
    3: `${unit}^101^A`,
    4: 'E',
    7: '1700043217^Okonkwo^Ifeoma',
    10: service,
    19: visit,
    36: disposition,
    44: admittedAt,
    45: dischargedAt,
  });
  return [
    `MSH|^~\\&|HIS|${facility}|OPENUM|PLAN|${sentAt}||ADT^${event}^ADT_A01|${control}|P|2.5.1||||||${charset}`,
    `EVN|${event}|${sentAt}||||${occurredAt}`,
    `PID|1||MRN-77^^^LAKESIDE^MR~${memberNumber}^^^PLAN^MB||${family}^${given}||${birthDate}|F`,
    pv1.join('|'),
    'DG1|1||J9601^Acute respiratory failure^I10',
    '',
  ].join('\r');
};
