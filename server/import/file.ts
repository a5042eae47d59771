import { roles } from '@openum/domain/actor/actor.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { type CalendarDate, isCalendarDateText, type ZoneId, zoneId } from '@openum/domain/time/instant.ts';
import { z } from 'zod';

const text = z.string().trim().min(1);
const date = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);
const state = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter state');
const npi = z.string().regex(/^\d{10}$/, 'an NPI has ten digits');
const zone = z
  .string()
  .refine((name) => {
    try {
      zoneId(name);
      return true;
    } catch {
      return false;
    }
  }, 'must be an IANA zone, for example America/Chicago')
  .transform((name) => name as ZoneId);
const address = z.strictObject({
  lines: z.array(text),
  city: text.exactOptional(),
  state: state.exactOptional(),
  postalCode: text.exactOptional(),
});

const organization = z.strictObject({
  name: text,
  zone,
  /** Printed on letters, which may not go out without them. */
  phone: text,
  tty: text,
  hours: text,
  addressLines: z.array(text).min(1),
  accreditations: z.array(z.enum(['NCQA', 'URAC'])).default([]),
});

const member = z.strictObject({
  memberNumber: text,
  family: text,
  given: text,
  birthDate: date,
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  address: address.exactOptional(),
  language: text.exactOptional(),
  lineOfBusiness: z.enum(linesOfBusiness),
  planName: text,
  stateOfIssue: state,
  zone,
  coverageFrom: date,
  coverageThrough: date.exactOptional(),
  ratingPeriodStart: date.exactOptional(),
});

const provider = z.strictObject({
  npi,
  name: text,
  kind: z.enum(['organization', 'practitioner']),
  specialty: text.exactOptional(),
  phone: text.exactOptional(),
  fax: text.exactOptional(),
  address: address.exactOptional(),
});

const licence = z.strictObject({
  state,
  number: text,
  status: z.enum(['active', 'restricted', 'inactive']),
  expiresOn: date,
});

const user = z.strictObject({
  email: z.email(),
  name: text,
  roles: z.array(z.enum(roles)).min(1),
  qualification: z
    .strictObject({
      profession: z.enum(['physician', 'nurse', 'psychologist', 'pharmacist', 'dentist', 'therapist', 'other']),
      licences: z.array(licence),
      specialties: z.array(text),
      boardCertified: z.boolean(),
      npi: npi.exactOptional(),
    })
    .exactOptional(),
});

/** What `import` reads: any part may be left out. */
const importFile = z.strictObject({
  organization: organization.exactOptional(),
  members: z.array(member).default([]),
  providers: z.array(provider).default([]),
  users: z.array(user).default([]),
  /** Names of systems that may send by FHIR; each gets a token, shown once. */
  clients: z.array(text).default([]),
});
export type ImportFile = z.output<typeof importFile>;

/** Reads the text of an import file. Every problem is named by its place and rule; values are not repeated. */
export const readImport = (content: string): ImportFile | { readonly problems: readonly string[] } => {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { problems: ['the file is not valid JSON'] };
  }
  const read = importFile.safeParse(json);
  return read.success
    ? read.data
    : { problems: read.error.issues.map((i) => `${i.path.join('.') || 'the file'}: ${i.message}`) };
};
