import type { Movement, MovementKind } from '@openum/domain/admission/movement.ts';
import { addElapsed, type Instant, instant } from '@openum/domain/time/instant.ts';
import { client } from '@openum/testkit/case/actors.ts';
import { aPlan, rosalind, scope, tenant } from '@openum/testkit/case/plan.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeMovement } from './movement.ts';

const day = instant('2026-11-21T06:00:00Z');
const at = (hour: number): Instant => addElapsed(day, { hours: hour });

const told = (kind: MovementKind, hour: number, change: Partial<Movement> = {}): Movement => ({
  messageId: `${kind}-${hour}`,
  kind,
  eventAt: at(hour),
  sentAt: at(hour),
  patientClass: 'inpatient',
  memberNumbers: [rosalind.member.memberNumber],
  birthDate: rosalind.member.birthDate,
  family: 'Akerman',
  given: 'Rosalind',
  facility: { name: 'Lakeside Hospital' },
  admittedAt: at(1),
  hospitalServices: [],
  diagnoses: [],
  ...change,
});

const sent: readonly Movement[] = [
  told('register', 0, { patientClass: 'emergency', admittedAt: at(0) }),
  told('admit', 1),
  told('update', 3, { admittedAt: at(2) }),
  told('discharge', 20, { admittedAt: at(2), dischargedAt: at(20), disposition: '01' }),
  told('cancelDischarge', 21, { admittedAt: at(2) }),
  told('discharge', 30, { admittedAt: at(2), dischargedAt: at(30), disposition: '03' }),
];

const bytes = (text: string) => new TextEncoder().encode(text);

/** The stay at the end, after these messages in this order, some of them sent twice. */
const ending = async (arriving: readonly Movement[]) => {
  const plan = await aPlan();
  for (const movement of arriving)
    await takeMovement(plan.casework, {
      tenant,
      actor: client,
      kept: {
        clientId: 'hospital',
        visitNumber: 'V-1',
        messageId: movement.messageId,
        controlId: movement.messageId,
        contentType: 'text/plain',
        bytes: bytes(movement.messageId),
        sha256: plan.environment.sha256Hex(movement.messageId),
        receivedAt: plan.environment.now(),
        movement,
      },
    });
  const cases = await plan.store.cases.caseIds(scope, undefined, 10);
  const [caseId = ''] = cases;
  const { stay } = await plan.state(caseId);
  return { cases: cases.length, admittedAt: stay?.admittedAt, discharge: stay?.discharge };
};

test('a stay ends the same in whatever order its messages come, once or twice', async () => {
  const order = fc.shuffledSubarray([...sent, ...sent], { minLength: 2 * sent.length });
  await fc.assert(
    fc.asyncProperty(order, async (arriving) => {
      expect(await ending(arriving)).toEqual({
        cases: 1,
        admittedAt: at(2),
        discharge: { dischargedAt: at(30), disposition: 'skilledNursing' },
      });
    }),
    { numRuns: 25 },
  );
});
