import type { ClaimResponse, Extension } from '@medplum/fhirtypes';
import { pasExtension, pasProfile, system } from '../systems.ts';
import { codeOf, stringExtension } from './answer/extension.ts';
import { echoedParties, isRequestBundle, type Parties } from './answer/parties.ts';
import catalogue from './rejections.json' with { type: 'json' };
import { type AnswerContext, answerBundle } from './response.ts';
import type { BusinessError } from './submission.ts';

export type RejectionReason = keyof typeof catalogue;

/** The business errors that this plan knows, each with its X12 reject reason and follow-up action. */
export const rejection = (reasons: readonly RejectionReason[]): readonly BusinessError[] =>
  reasons.map((reason) => catalogue[reason] as BusinessError);

const errorExtensions = (e: BusinessError, note: number): readonly Extension[] => [
  {
    url: pasExtension('errorFollowupAction'),
    valueCodeableConcept: codeOf(system.followUp, e.followup889),
  },
  {
    url: pasExtension('errorElement'),
    extension: [
      { url: 'processNote', valuePositiveInt: note },
      ...(e.element ? [{ url: 'error', valueString: e.element }] : []),
    ],
  },
  ...(e.path ? [stringExtension('errorPath', e.path)] : []),
];

const rejected = (errors: readonly BusinessError[], parties: Parties, context: AnswerContext) =>
  ({
    resourceType: 'ClaimResponse',
    id: context.newId(),
    meta: { profile: [pasProfile('claimresponse')] },
    ...(parties.identifier ? { identifier: parties.identifier } : {}),
    status: 'active',
    type: parties.type,
    use: 'preauthorization',
    patient: parties.patient,
    created: context.at,
    insurer: parties.insurer,
    requestor: parties.requestor,
    request: parties.request,
    outcome: 'error',
    processNote: errors.map((e, i) => ({ number: i + 1, text: e.text })),
    error: errors.map((e, i) => ({
      extension: errorExtensions(e, i + 1),
      code: codeOf(system.rejectReason, e.code901),
    })),
  }) as unknown as ClaimResponse;

/**
 * Second failure channel: HTTP 200 with outcome `error`. Only for a Bundle that `readSubmission` could read;
 * throws RangeError on any other, or without an error to report, since then there is nobody to answer about.
 */
export const rejectionResponse = (errors: readonly BusinessError[], context: AnswerContext) => {
  const parties = isRequestBundle(context.request) ? echoedParties(context.request, 'whole') : undefined;
  if (!parties) throw new RangeError('a rejection answers a Bundle that was read before');
  if (errors.length === 0) throw new RangeError('a rejection names at least one error');
  return answerBundle(rejected(errors, parties, context), parties, 'pas-response-bundle', context);
};
