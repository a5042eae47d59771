import type { demoPayers, demoProgrammes } from './practicePatients.ts';

/** A request of a stay that is over, and what the payer said to it. */
export type PastRequest = {
  /** Days asked for. */
  readonly days: number;
  /** Days granted, from the first; 0: denied. */
  readonly granted: number;
  /** From sending to the answer. */
  readonly hours: number;
  /** The payer asked for more first. */
  readonly askedForMore?: string;
  /** Days between the end of the authorization and this request; absent: sent the day before it ended. */
  readonly late?: number;
  readonly reason?: string;
  /** Of the days that were not granted. */
  readonly appeal?: 'overturned' | 'upheld';
};

export type PastStay = {
  readonly family: string;
  readonly given: string;
  readonly born: string;
  readonly chart: string;
  readonly payer: keyof typeof demoPayers;
  readonly member: string;
  readonly programme: keyof typeof demoProgrammes;
  /** Days before today. */
  readonly admitted: number;
  readonly requests: readonly PastRequest[];
};

const full = (days: number, hours: number): PastRequest => ({ days, granted: days, hours });
const five = (hours: number): PastRequest => ({ days: 7, granted: 5, hours, reason: 'Five days at a time.' });

/** Stays of the last half year: they give the figures a course, and the payers a habit. */
export const pastStays: readonly PastStay[] = [
  {
    family: 'Moreau',
    given: 'Celeste',
    born: '1988-03-12',
    chart: 'CP-1822',
    payer: 'juniper-mutual',
    member: 'JM-440917',
    programme: 'residential',
    admitted: 168,
    requests: [
      five(5),
      full(3, 3),
      { days: 5, granted: 3, hours: 27, reason: 'Three days to the step down.', appeal: 'overturned' },
    ],
  },
  {
    family: 'Novak',
    given: 'Damir',
    born: '1972-10-02',
    chart: 'CP-1838',
    payer: 'juniper-mutual',
    member: 'JM-452208',
    programme: 'residential',
    admitted: 147,
    requests: [five(4), { ...full(3, 6), late: 2 }],
  },
  {
    family: 'Okonkwo',
    given: 'Ada',
    born: '1995-06-24',
    chart: 'CP-1851',
    payer: 'prairie-harbor',
    member: 'PHP1000092',
    programme: 'residential',
    admitted: 131,
    requests: [
      full(5, 2),
      full(5, 2),
      { days: 5, granted: 0, hours: 20, reason: 'The home is safe.', appeal: 'overturned' },
    ],
  },
  {
    family: 'Petrov',
    given: 'Ilya',
    born: '1981-12-30',
    chart: 'CP-1867',
    payer: 'juniper-mutual',
    member: 'JM-467731',
    programme: 'residential',
    admitted: 112,
    requests: [five(7), { ...full(3, 30), askedForMore: 'Scores of the last three nights.' }, full(3, 5)],
  },
  {
    family: 'Quintero',
    given: 'Marisol',
    born: '2000-05-08',
    chart: 'CP-1889',
    payer: 'ridgeline-choice',
    member: 'RC0036612',
    programme: 'day',
    admitted: 96,
    requests: [full(14, 26), { days: 14, granted: 0, hours: 44, reason: 'Notes read as stable.', appeal: 'upheld' }],
  },
  {
    family: 'Rosario',
    given: 'Benicio',
    born: '1969-08-17',
    chart: 'CP-1902',
    payer: 'juniper-mutual',
    member: 'JM-481340',
    programme: 'residential',
    admitted: 81,
    requests: [five(5), full(3, 4), full(3, 4)],
  },
  {
    family: 'Sandoval',
    given: 'Inez',
    born: '1992-02-20',
    chart: 'CP-1926',
    payer: 'prairie-harbor',
    member: 'PHP1000108',
    programme: 'residential',
    admitted: 70,
    requests: [full(5, 1), full(5, 2), full(5, 2)],
  },
  {
    family: 'Thorne',
    given: 'Wesley',
    born: '1978-11-03',
    chart: 'CP-1944',
    payer: 'juniper-mutual',
    member: 'JM-493815',
    programme: 'residential',
    admitted: 62,
    requests: [
      five(6),
      full(3, 5),
      { days: 5, granted: 3, hours: 22, reason: 'Three days to the step down.', appeal: 'overturned' },
    ],
  },
];
