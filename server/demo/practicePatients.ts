import type { SubmissionChannel, SubmissionKind } from '@openum/domain/episode/record.ts';

/** Days are counted back from today: 0 is today, 21 three weeks ago, -3 in three days. */
export type DemoAuthorization = {
  readonly number: string;
  readonly level: string;
  readonly from: number;
  readonly to: number;
  readonly units?: number;
  readonly reviewOn?: number;
  readonly told: number;
};

export type DemoPatient = {
  readonly family: string;
  readonly given: string;
  readonly born: string;
  readonly chart: string;
  readonly payer: keyof typeof demoPayers;
  readonly member: string;
  readonly second?: keyof typeof demoPayers;
  readonly programme: keyof typeof demoProgrammes;
  readonly admitted: number;
  readonly emergency?: boolean;
  readonly part2?: boolean;
  readonly steps?: readonly {
    readonly to: keyof typeof demoProgrammes;
    readonly from: number;
    readonly reason: string;
  }[];
  readonly authorizations: readonly DemoAuthorization[];
  readonly asked?: {
    readonly kind: SubmissionKind;
    readonly level: string;
    readonly from: number;
    readonly to: number;
    readonly sent: number;
    readonly channel: SubmissionChannel;
    readonly reference: string;
    readonly summary: string;
  };
  /** Last day of which attendance is written down. */
  readonly attendedTo: number;
  /** Days on which the patient was not there. */
  readonly absent?: readonly number[];
  readonly billedTo?: number;
  readonly discharged?: number;
  readonly note?: string;
};

export const demoPayers = {
  'prairie-harbor': 'Prairie Harbor Health Plan',
  'juniper-mutual': 'Juniper Mutual',
  'ridgeline-choice': 'Ridgeline Choice',
} as const;

export const demoProgrammes = {
  residential: {
    programmeId: 'cedar-residential',
    name: 'Cedar House',
    levelOfCare: 'residential',
    code: 'H0018',
    charge: 92_000,
    active: true,
  },
  day: {
    programmeId: 'cedar-day',
    name: 'Cedar Day',
    levelOfCare: 'partialHospitalization',
    code: 'H0035',
    charge: 48_000,
    weekdays: [1, 2, 3, 4, 5],
    active: true,
  },
  evening: {
    programmeId: 'cedar-evening',
    name: 'Cedar Evening',
    levelOfCare: 'intensiveOutpatient',
    code: 'H0015',
    charge: 26_500,
    weekdays: [1, 2, 4],
    active: true,
  },
} as const;

const res = 'residential';
const php = 'partialHospitalization';
const iop = 'intensiveOutpatient';

/** Twelve people, among them each way in which days go unpaid. */
export const demoPatients: readonly DemoPatient[] = [
  {
    family: 'Abernathy',
    given: 'Cole',
    born: '1991-05-18',
    chart: 'CP-2041',
    payer: 'prairie-harbor',
    member: 'PHP1000015',
    programme: 'residential',
    admitted: 3,
    authorizations: [{ number: 'PH-48812', level: res, from: 3, to: -1, reviewOn: -1, told: 3 }],
    attendedTo: 1,
    note: 'Sister is the contact for the family sessions; release signed at admission.',
  },
  {
    family: 'Bouchard',
    given: 'Elise',
    born: '1987-11-02',
    chart: 'CP-2038',
    payer: 'juniper-mutual',
    member: 'JM-771204',
    programme: 'residential',
    admitted: 11,
    authorizations: [{ number: 'J-90317', level: res, from: 11, to: 5, told: 11 }],
    attendedTo: 1,
  },
  {
    family: 'Castellanos',
    given: 'Rafael',
    born: '1979-08-24',
    chart: 'CP-2035',
    payer: 'ridgeline-choice',
    member: 'RC0043318',
    programme: 'residential',
    admitted: 6,
    emergency: true,
    authorizations: [],
    asked: {
      kind: 'retrospective',
      level: res,
      from: 6,
      to: 2,
      sent: 1,
      channel: 'fax',
      reference: 'FX-20117',
      summary:
        'Came by ambulance at night after a seizure at home; third day of heavy withdrawal, no place to be watched.',
    },
    attendedTo: 1,
  },
  {
    family: 'Delacroix',
    given: 'Noémie',
    born: '1996-02-09',
    chart: 'CP-2022',
    payer: 'prairie-harbor',
    member: 'PHP1000044',
    second: 'ridgeline-choice',
    programme: 'residential',
    admitted: 24,
    steps: [{ to: 'day', from: 6, reason: 'No withdrawal signs for a week, sleeps through, safe at her aunt’s home.' }],
    authorizations: [
      { number: 'PH-47720', level: res, from: 24, to: 19, reviewOn: 20, told: 24 },
      { number: 'PH-47720-2', level: res, from: 18, to: 1, told: 18 },
    ],
    attendedTo: 1,
    billedTo: 15,
  },
  {
    family: 'Esparza',
    given: 'Luz',
    born: '1983-06-30',
    chart: 'CP-2019',
    payer: 'juniper-mutual',
    member: 'JM-650081',
    programme: 'day',
    admitted: 20,
    authorizations: [{ number: 'J-88102', level: php, from: 20, to: -10, units: 10, told: 20 }],
    attendedTo: 1,
    absent: [13],
  },
  {
    family: 'Farrow',
    given: 'Dashiell',
    born: '2001-12-14',
    chart: 'CP-2027',
    payer: 'prairie-harbor',
    member: 'PHP1000061',
    programme: 'day',
    admitted: 13,
    authorizations: [
      { number: 'PH-48004', level: php, from: 13, to: 4, reviewOn: 5, told: 13 },
      { number: 'PH-48004-2', level: php, from: 3, to: -4, reviewOn: -2, told: 4 },
    ],
    attendedTo: 1,
    billedTo: 8,
  },
  {
    family: 'Grzybowski',
    given: 'Hanna',
    born: '1974-03-27',
    chart: 'CP-2030',
    payer: 'ridgeline-choice',
    member: 'RC0040277',
    programme: 'day',
    admitted: 9,
    authorizations: [{ number: 'RC-5512', level: php, from: 9, to: 0, told: 9 }],
    asked: {
      kind: 'continuedStay',
      level: php,
      from: -1,
      to: -8,
      sent: 0,
      channel: 'portal',
      reference: 'RC-W-10933',
      summary: 'Panic daily, two skipped groups this week, medication changed on Tuesday; home alone until evening.',
    },
    attendedTo: 1,
  },
  {
    family: 'Hollis',
    given: 'Terrence',
    born: '1968-09-05',
    chart: 'CP-1998',
    payer: 'juniper-mutual',
    member: 'JM-590116',
    programme: 'evening',
    admitted: 34,
    authorizations: [{ number: 'J-86340', level: iop, from: 34, to: -12, units: 18, told: 35 }],
    attendedTo: 1,
    billedTo: 14,
  },
  {
    family: 'Iwasaki',
    given: 'Ren',
    born: '1999-01-21',
    chart: 'CP-2033',
    payer: 'prairie-harbor',
    member: 'PHP1000078',
    part2: true,
    programme: 'evening',
    admitted: 15,
    authorizations: [{ number: 'PH-47991', level: iop, from: 15, to: -15, units: 12, reviewOn: 1, told: 15 }],
    attendedTo: 1,
  },
  {
    family: 'Jankowski',
    given: 'Marta',
    born: '1990-07-11',
    chart: 'CP-2044',
    payer: 'ridgeline-choice',
    member: 'RC0047750',
    programme: 'evening',
    admitted: 8,
    authorizations: [],
    attendedTo: 1,
  },
  {
    family: 'Kimani',
    given: 'Wanjiru',
    born: '1985-10-19',
    chart: 'CP-2046',
    payer: 'prairie-harbor',
    member: 'PHP1000083',
    programme: 'residential',
    admitted: 1,
    authorizations: [{ number: 'PH-48840', level: res, from: 1, to: -3, reviewOn: -2, told: 1 }],
    attendedTo: 1,
  },
  {
    family: 'Lindqvist',
    given: 'Oskar',
    born: '1977-04-16',
    chart: 'CP-1987',
    payer: 'juniper-mutual',
    member: 'JM-512930',
    programme: 'residential',
    admitted: 40,
    steps: [{ to: 'day', from: 19, reason: 'Goals of the stay are met; needs structure by day.' }],
    authorizations: [
      { number: 'J-85007', level: res, from: 40, to: 22, told: 40 },
      { number: 'J-85007-B', level: php, from: 19, to: 6, units: 10, told: 20 },
    ],
    attendedTo: 6,
    billedTo: 6,
    discharged: 5,
  },
];
