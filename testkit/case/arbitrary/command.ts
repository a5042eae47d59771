import { roles } from '@openum/domain/actor/actor.ts';
import type { CaseCommand } from '@openum/domain/case/command.ts';
import fc from 'fast-check';
import { physician, physicianWith } from '../actors.ts';
import { denial, determine } from '../acts.ts';
import { aRequest, document, zone } from '../request.ts';
import { receiveCommand } from '../story.ts';
import { appealBodies } from './appeal.ts';
import { caseManagementBodies } from './caseManagement.ts';
import { clockBodies } from './clock.ts';
import { coverageEndBodies } from './coverageEnd.ts';
import { decision, decisionBodies, wellFormed } from './decision.ts';
import { deliveryBodies } from './delivery.ts';
import { extractionBodies } from './extraction.ts';
import { part2Bodies } from './part2.ts';
import { peerToPeerBodies } from './peerToPeer.ts';
import { anyActor, type Bodies, documents, emptyReason, moment, some, someLicence } from './piece.ts';
import { findings, items, requestBodies } from './request.ts';
import { stayBodies } from './stay.ts';
import { suggestionBodies } from './suggestion.ts';

const bodies: Bodies<CaseCommand['type']> = {
  ...requestBodies,
  ...clockBodies,
  ...decisionBodies,
  ...coverageEndBodies,
  ...caseManagementBodies,
  ...peerToPeerBodies,
  ...deliveryBodies,
  ...stayBodies,
  ...extractionBodies,
  ...suggestionBodies,
  ...part2Bodies,
  ...appealBodies,
};

/** Rarely drawn, because little can happen after them. */
const closing: readonly CaseCommand['type'][] = ['Withdraw', 'Void', 'ReceiveRequest', 'CancelAdmission'];

const weightOf = (type: CaseCommand['type']): number =>
  type === 'DetermineItems' ? 10 : closing.includes(type) ? 1 : 2;

/** A physician's decision in good order but for, at most, one thing. */
const nearlyLawful: fc.Arbitrary<CaseCommand> = fc
  .tuple(
    wellFormed,
    fc.oneof(
      fc.constant({}),
      fc.record({ actor: anyActor }),
      fc.record({ actor: some(...roles).map((role) => ({ ...physician, roles: [role] })) }),
      fc.record({
        actor: someLicence.map((only) => physicianWith({ licences: [only] })),
        now: moment,
        requirement: some(
          { licence: 'memberState' as const, citation: 'test' },
          { licence: 'anyState' as const, citation: 'test' },
        ),
      }),
      fc.record({ decisions: fc.tuple(emptyReason.map((text) => denial({ rationale: text }))) }),
      fc.record({ decisions: fc.tuple(emptyReason.map((text) => denial({ memberRationale: text }))) }),
      fc.record({ decisions: fc.tuple(decision) }),
      fc.record({ attestation: fc.record({ noConflictOfInterest: fc.boolean(), reviewedRecord: fc.boolean() }) }),
      fc.record({ evidenceOpened: fc.subarray(['original', 'd1', 'd2']) }),
    ),
  )
  .map(([d, flaw]) => ({ ...determine([d], { evidenceOpened: ['original', 'd1', 'd2'] }), ...flaw }));

/** Any command whatever by any actor, lawful or not. */
export const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  { weight: 40, arbitrary: nearlyLawful },
  ...Object.entries(bodies).map(([type, body]) => ({
    weight: weightOf(type as CaseCommand['type']),
    arbitrary: fc
      .tuple(body as fc.Arbitrary<object>, anyActor, moment)
      .map(([b, actor, now]) => ({ ...b, type, actor, now }) as CaseCommand),
  })),
);

/** A first command that may or may not make a case. */
export const anyReceipt: fc.Arbitrary<CaseCommand> = fc
  .tuple(items, findings, documents, anyActor)
  .map(([asked, found, more, actor]) =>
    receiveCommand(aRequest({ items: asked, zone }), {
      automatic: found,
      documents: [document('original'), ...more],
      actor,
    }),
  );
