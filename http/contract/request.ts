import { type LineOfBusiness, type linesOfBusiness, retrospectiveReasons } from '@openum/domain/case/request.ts';
import { documentKinds } from '@openum/domain/checklist/kind.ts';
import { z } from 'zod';

/** POST /api/requests: the portal form. The member and providers are chosen from the registers. */
export const portalRequest = z.object({
  /** Made by the browser once per form, so that sending twice makes one case. */
  submissionId: z.uuid(),
  memberId: z.string().min(1).max(64),
  requestingProviderNpi: z.string().regex(/^\d{10}$/, 'an NPI has ten digits'),
  servicingProviderNpi: z
    .string()
    .regex(/^\d{10}$/, 'an NPI has ten digits')
    .optional(),
  urgency: z.enum(['standard', 'expedited']),
  urgencyBasis: z.string().max(2000).optional(),
  urgencyAttested: z.boolean().optional(),
  setting: z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other']),
  diagnoses: z
    .array(z.string().regex(/^[A-TV-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/, 'an ICD-10-CM code, for example J96.11'))
    .min(1)
    .max(12),
  items: z
    .array(
      z.object({
        system: z.string().max(200),
        code: z.string().min(1).max(20),
        quantity: z
          .object({
            value: z.number().positive().max(100_000),
            unit: z.string().max(20),
          })
          .optional(),
        start: z.iso.date(),
        end: z.iso.date().optional(),
      }),
    )
    .min(1)
    .max(50),
  /** For care that has been given: why it is reviewed now, and when it ended. */
  retrospective: z
    .object({
      reason: z.enum(retrospectiveReasons),
      serviceEndedOn: z.iso.date(),
      claimNumber: z.string().max(60).optional(),
      note: z.string().max(2000).optional(),
    })
    .optional(),
  rationale: z.string().max(10_000).optional(),
  facts: z
    .array(
      z.object({
        key: z.string().max(100),
        value: z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('quantity'),
            value: z.number(),
            unit: z.string().max(20),
          }),
          z.object({ kind: z.literal('boolean'), value: z.boolean() }),
          z.object({ kind: z.literal('code'), value: z.string().max(100) }),
          z.object({ kind: z.literal('date'), value: z.iso.date() }),
        ]),
        at: z.iso.date().optional(),
        qualifiers: z.record(z.string(), z.string()).optional(),
      }),
    )
    .max(200)
    .default([]),
  documents: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(200),
        contentType: z.string().max(100),
        /** What it is, where the sender says so. */
        kind: z.enum(documentKinds).optional(),
        /** Day of the record itself, where it is known. */
        recordedOn: z.iso.date().optional(),
        base64: z
          .string()
          .max(14_000_000)
          .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'the bytes of a file in base64, at least one'),
      }),
    )
    .max(20)
    .default([]),
});
export type PortalRequest = z.input<typeof portalRequest>;

export type PortalAnswer = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly items: readonly {
    readonly itemSequence: number;
    readonly status: string;
    readonly authorizationNumber?: string;
  }[];
  readonly nextDueAt?: string;
};

export const searchQuery = z.object({
  text: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

export type MemberHit = {
  readonly memberId: string;
  readonly memberNumber: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly planName: string;
  readonly lineOfBusiness: (typeof linesOfBusiness)[number];
  readonly state?: string;
};
export type ProviderHit = {
  readonly npi: string;
  readonly name: string;
  readonly specialty?: string;
  readonly kind: 'organization' | 'practitioner';
};
export type ServiceHit = {
  readonly system: string;
  readonly code: string;
  readonly label: string;
  readonly category: string;
  readonly unit?: string;
  readonly authorizationRequired: boolean;
  /** Lines of business that want an authorization for it; absent for a service that the catalogue does not know: all. */
  readonly requiredBy?: readonly LineOfBusiness[];
  /** Facts that the criteria of this service read, so that the form can ask for them; nobody has to fill them. */
  readonly asks: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: 'quantity' | 'boolean' | 'code' | 'date';
    readonly unit?: string;
    readonly options?: readonly {
      readonly value: string;
      readonly label: string;
    }[];
    readonly qualifiers?: Readonly<Record<string, string>>;
  }[];
};
export type DiagnosisHit = { readonly code: string; readonly label: string };
export type ReasonHit = {
  readonly code: string;
  readonly label: string;
  readonly reasonClass: 'medicalNecessity' | 'administrative' | 'either';
};
export type UserHit = {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly string[];
};
