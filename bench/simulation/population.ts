import type { Tenant, User } from '@openum/casework/port/identity.ts';
import type { RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import type { Licence } from '@openum/domain/actor/actor.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { calendarDate, type ZoneId, zoneId } from '@openum/domain/time/instant.ts';
import type { Random } from './random.ts';

export type Line = { readonly line: LineOfBusiness; readonly state: string; readonly zone: ZoneId };

const chicago = zoneId('America/Chicago');
const newYork = zoneId('America/New_York');

/** The plan's contracts: one of each kind whose clocks differ in what starts, stops and ends them. */
export const lines = {
  medicare: { line: 'medicareAdvantage', state: 'IL', zone: chicago },
  medicaid: { line: 'medicaidManagedCare', state: 'FL', zone: newYork },
  insured: { line: 'commercialInsured', state: 'PA', zone: newYork },
  selfFunded: { line: 'selfFundedErisa', state: 'OH', zone: newYork },
  exchange: { line: 'qhp', state: 'IL', zone: chicago },
} as const satisfies Record<string, Line>;
export type LineName = keyof typeof lines;

export const tenant: Tenant = {
  tenantId: 'plan',
  name: 'Midland Health Plan',
  kind: 'plan',
  zone: chicago,
  phone: '1-800-555-0142',
  tty: '711',
  hours: '8 a.m. to 8 p.m.',
  addressLines: ['PO Box 4100', 'Peoria, IL 61601'],
  accreditations: [],
};
export const scope = { tenantId: tenant.tenantId };

const families = [
  'Abel',
  'Brandt',
  'Castro',
  'Dahl',
  'Ek',
  'Fischer',
  'Garza',
  'Holm',
  'Ibarra',
  'Jonas',
  'Keller',
  'Lund',
];
const givens = ['Ada', 'Ben', 'Cora', 'Dan', 'Eva', 'Finn', 'Gia', 'Hal', 'Ina', 'Jon', 'Kim', 'Leo'];
const pad = (n: number, length: number): string => String(n).padStart(length, '0');

/** The check digit of a National Provider Identifier (Luhn over 80840 and the nine digits). */
const npi = (nine: string): string => {
  const digits = [...`80840${nine}`].map(Number).reverse();
  const sum = digits.reduce((total, d, i) => {
    const doubled = i % 2 === 0 ? d * 2 : d;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
};

export const membersOf = (name: LineName, count: number, random: Random): readonly RegisteredMember[] => {
  const { line, state, zone } = lines[name];
  return Array.from({ length: count }, (_, i): RegisteredMember => {
    const memberNumber = `${name.toUpperCase()}${pad(i, 7)}`;
    return {
      memberId: `member-${memberNumber}`,
      member: {
        memberNumber,
        family: random.pick(families),
        given: random.pick(givens),
        birthDate: calendarDate(
          `${random.whole(1938, 1985)}-${pad(random.whole(1, 12), 2)}-${pad(random.whole(1, 28), 2)}`,
        ),
        sex: random.pick(['female', 'male'] as const),
        address: { lines: [`${random.whole(1, 999)} Main Street`], city: 'Springfield', state, postalCode: '61602' },
      },
      coverage: { lineOfBusiness: line, planName: `Midland ${name}`, stateOfIssue: state },
      coverageFrom: calendarDate('2020-01-01'),
      zone,
      ratingPeriodStart: calendarDate('2026-01-01'),
    };
  });
};

export const clinics: readonly RegisteredProvider[] = Array.from({ length: 400 }, (_, i) => ({
  providerId: `provider-${i}`,
  npi: npi(`15${pad(i, 7)}`),
  name: `Clinic ${i}`,
  kind: 'organization' as const,
  phone: `312-555-${pad(i, 4)}`,
  address: { lines: [`${i} Lake Street`], city: 'Peoria', state: 'IL', postalCode: '61602' },
}));

export const skills = ['medical', 'surgical', 'inpatient'] as const;
export type Skill = (typeof skills)[number];

export type Staff = {
  readonly user: User;
  readonly skills: readonly Skill[];
  /** Wall-clock minutes of the day in Chicago. */
  readonly from: number;
  readonly until: number;
  /** Days of the week on which they work, 1 for Monday. */
  readonly days: readonly number[];
  /** Days of the year off. */
  readonly off: ReadonlySet<string>;
};

const vacation = (random: Random): ReadonlySet<string> => {
  const off = new Set<string>();
  for (let week = 0; week < 3; week++) {
    const first = Temporal.PlainDate.from('2026-01-05').add({ days: 7 * random.whole(0, 50) });
    for (let d = 0; d < 5; d++) off.add(first.add({ days: d }).toString());
  }
  return off;
};

const weekdays = [1, 2, 3, 4, 5];
const withWeekend = [3, 4, 5, 6, 7];

const licences = (): readonly Licence[] =>
  ['IL', 'FL', 'PA', 'OH'].map((state) => ({
    state,
    number: `${state}-112233`,
    status: 'active' as const,
    expiresOn: calendarDate('2028-12-31'),
  }));

export const nursesOf = (count: number, random: Random): readonly Staff[] =>
  Array.from({ length: count }, (_, i): Staff => {
    const from = random.pick([420, 480, 480, 540, 600]);
    return {
      user: {
        userId: `nurse-${i}`,
        tenantId: tenant.tenantId,
        email: `nurse-${i}@plan.example`,
        name: `Nurse ${i}`,
        roles: ['clinicalReviewer', 'concurrentReviewNurse'],
        qualification: { profession: 'nurse', licences: licences(), specialties: [], boardCertified: false },
        active: true,
      },
      skills:
        i % 3 === 0
          ? ['inpatient', 'medical']
          : i % 3 === 1
            ? ['surgical', 'medical']
            : ['medical', 'surgical', 'inpatient'],
      from,
      until: from + 510,
      days: i % 6 === 5 ? withWeekend : weekdays,
      off: vacation(random),
    };
  });

const specialtyGroups = [
  ['internalMedicine', 'pulmonology', 'sleepMedicine', 'cardiology'],
  ['orthopedicSurgery', 'generalSurgery', 'bariatricSurgery', 'neurosurgery'],
  ['internalMedicine', 'rheumatology', 'oncology', 'familyMedicine'],
  ['familyMedicine', 'physicalMedicine', 'cardiology', 'cardiacElectrophysiology'],
];

export const physiciansOf = (count: number, random: Random): readonly Staff[] =>
  Array.from(
    { length: count },
    (_, i): Staff => ({
      user: {
        userId: `physician-${i}`,
        tenantId: tenant.tenantId,
        email: `physician-${i}@plan.example`,
        name: `Dr. ${i}`,
        roles: ['medicalDirector'],
        qualification: {
          profession: 'physician',
          licences: licences(),
          specialties: specialtyGroups[i % specialtyGroups.length] ?? [],
          boardCertified: true,
          npi: npi(`17${pad(i, 7)}`),
        },
        active: true,
      },
      skills: [...skills],
      from: 480,
      until: 1020,
      days: i % 4 === 3 ? withWeekend : weekdays,
      off: vacation(random),
    }),
  );

export const coordinator: User = {
  userId: 'coordinator',
  tenantId: tenant.tenantId,
  email: 'coordinator@plan.example',
  name: 'Coordinator',
  roles: ['umCoordinator'],
  active: true,
};
export const appealsDesk: User = {
  ...coordinator,
  userId: 'appeals',
  email: 'appeals@plan.example',
  name: 'Appeals coordinator',
  roles: ['appealsCoordinator'],
};
export const director: User = {
  ...coordinator,
  userId: 'director',
  email: 'director@plan.example',
  name: 'Director',
  roles: ['umDirector'],
};
