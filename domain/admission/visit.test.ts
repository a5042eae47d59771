import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, type Instant, instant } from '../time/instant.ts';
import { type Movement, type MovementKind, movementKinds, patientClasses } from './movement.ts';
import { foldVisit } from './visit.ts';

const at = (hour: number): Instant => instant(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`);

const told = (kind: MovementKind, hour: number, change: Partial<Movement> = {}): Movement => ({
  messageId: `${kind}-${hour}`,
  kind,
  eventAt: at(hour),
  sentAt: at(hour),
  patientClass: 'inpatient',
  memberNumbers: ['PHP1000001'],
  birthDate: calendarDate('1951-03-09'),
  family: 'Akerman',
  given: 'Rosalind',
  facility: { name: 'Lakeside Hospital' },
  hospitalServices: [],
  diagnoses: [],
  ...change,
});

const visit = (...movements: readonly Movement[]) => {
  const [first, ...more] = movements;
  if (!first) throw new Error('given: nothing was told');
  return foldVisit([first, ...more]);
};

describe('a visit', () => {
  test('is an emergency until somebody admits the patient', () => {
    const emergency = told('register', 6, { patientClass: 'emergency', admittedAt: at(6) });
    expect(visit(emergency)).toMatchObject({ phase: 'emergency', inpatient: false, admittedAt: at(6) });
    expect(visit(emergency, told('admit', 8))).toMatchObject({
      phase: 'inpatient',
      inpatient: true,
      admittedAt: at(8),
    });
  });

  test.each<readonly [string, readonly Movement[], string]>([
    ['admitted', [told('admit', 8)], 'inpatient'],
    ['discharged before its admission is told', [told('discharge', 20)], 'discharged'],
    ['discharged', [told('discharge', 20), told('admit', 8)], 'discharged'],
    [
      'in again after a cancelled discharge',
      [told('cancelDischarge', 21), told('discharge', 20), told('admit', 8)],
      'inpatient',
    ],
    ['cancelled', [told('cancelAdmit', 9), told('admit', 8)], 'cancelled'],
    [
      'cancelled even after a discharge',
      [told('admit', 8), told('discharge', 20), told('cancelAdmit', 21)],
      'cancelled',
    ],
    ['admitted anew after a cancellation', [told('admit', 10), told('admit', 8), told('cancelAdmit', 9)], 'inpatient'],
    [
      'outpatient after a correction of the class',
      [told('admit', 8), told('update', 9, { patientClass: 'outpatient' })],
      'outpatient',
    ],
  ])('is %s', (_name, movements, phase) => {
    expect(visit(...movements).phase).toBe(phase);
  });

  test('takes the last word on each thing, and keeps what a message leaves out', () => {
    const v = visit(
      told('admit', 8, { diagnoses: ['J96.01'], hospitalServices: ['MED'], admissionSource: 'emergency' }),
      told('transfer', 10, { hospitalServices: ['ICU'] }),
      told('update', 11, { admittedAt: at(7) }),
    );
    expect(v).toMatchObject({
      diagnoses: ['J96.01'],
      hospitalServices: ['ICU'],
      servicesSince: at(10),
      admissionSource: 'emergency',
      admittedAt: at(7),
    });
  });

  test('has no time of discharge from a discharge that was cancelled', () => {
    const first = told('discharge', 12, { dischargedAt: at(12), disposition: '01' });
    expect(visit(told('admit', 8), first, told('cancelDischarge', 13))).not.toHaveProperty('dischargedAt');
    expect(visit(told('admit', 8), first, told('cancelDischarge', 13), told('discharge', 20))).toMatchObject({
      dischargedAt: at(20),
    });
  });
});

const movement = fc
  .record({
    kind: fc.constantFrom(...movementKinds),
    hour: fc.integer({ min: 0, max: 23 }),
    patientClass: fc.constantFrom(...patientClasses),
    admitted: fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined }),
    unit: fc.constantFrom([], ['MED'], ['ICU']),
    id: fc.uuid(),
  })
  .map(({ kind, hour, patientClass, admitted, unit, id }) =>
    told(kind, hour, {
      messageId: id,
      patientClass,
      hospitalServices: unit,
      ...(admitted === undefined ? {} : { admittedAt: at(admitted) }),
    }),
  );

test('what is true of a visit does not depend on the order in which its messages came', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(movement, { minLength: 1, maxLength: 8, selector: (m) => m.messageId })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([sent, arrived]) => {
        expect(visit(...arrived)).toEqual(visit(...sent));
      },
    ),
  );
});
