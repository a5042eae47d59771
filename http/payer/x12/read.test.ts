import { calendarDate } from '@openum/domain/time/instant.ts';
import { writeAuthorizationAnswer } from '@openum/x12/authorization/answer.ts';
import { authorizationVersion } from '@openum/x12/authorization/request.ts';
import { writeEligibilityAnswer } from '@openum/x12/eligibility/codec.ts';
import { eligibilityVersion } from '@openum/x12/eligibility/eligibility.ts';
import { writeInterchange } from '@openum/x12/envelope/write.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPayerFile } from './read.ts';

const payer = { name: 'Juniper', id: 'JM001', idQualifier: 'PI' };
const subscriber = { family: 'Quigley', given: 'Maeve', memberNumber: 'JM-77' };
const whole = writeInterchange({
  sender: { qualifier: 'ZZ', id: 'JUNIPER' },
  receiver: { qualifier: 'ZZ', id: 'LAKESIDE' },
  control: 9,
  usage: 'T',
  on: '20261120',
  at: '1100',
  groupCode: 'HI',
  version: authorizationVersion,
  transactions: [
    {
      set: '278',
      version: authorizationVersion,
      body: writeAuthorizationAnswer({
        reference: 'R-1',
        answeredOn: calendarDate('2026-11-20'),
        answeredAt: '1100',
        payer,
        requester: payer,
        subscriber,
        rejections: [],
        services: [
          { code: 'H0018', outcome: { action: 'A1', authorizationNumber: 'N-1', reasonCodes: [] }, quantity: 2.5 },
        ],
      }),
    },
    {
      set: '271',
      version: eligibilityVersion,
      body: writeEligibilityAnswer({
        reference: 'Q-1',
        answeredOn: calendarDate('2026-11-20'),
        payer,
        provider: payer,
        subscriber,
        rejections: [],
        benefits: [{ code: '1', serviceTypes: ['30'] }],
      }),
    },
  ],
});
const read = (text: string) => readPayerFile(new TextEncoder().encode(text));

describe('a file from a payer', () => {
  test('gives each of its transactions, and what sent it', () => {
    const { kinds, sender, parts, problems, unread } = read(whole);
    expect({ kinds, sender, problems, unread }).toEqual({
      kinds: ['278', '271'],
      sender: { qualifier: 'ZZ', id: 'JUNIPER' },
      problems: [],
      unread: [],
    });
    expect(parts.map((p) => p.kind)).toEqual(['authorization', 'benefits']);
  });

  test('with fractions of a unit authorizes days without a number of units', () => {
    const [part] = read(whole).parts;
    expect(part).toMatchObject({ services: [{ authorizationNumber: 'N-1' }] });
    expect(part).not.toMatchObject({ services: [{ units: expect.anything() }] });
  });

  test('that is cut off keeps what was whole, and says what was not', () => {
    const { parts, unread } = read(whole.slice(0, whole.lastIndexOf('NM1*')));
    expect(parts.map((p) => p.kind)).toEqual(['authorization']);
    expect(unread.join(' ')).toContain('has no end');
  });

  test('never ends the reading, whatever was done to it, and tells nothing of what stood there', () => {
    const at = fc.nat(whole.length);
    fc.assert(
      fc.property(at, at, fc.string({ unit: 'binary', maxLength: 30 }), (from, length, into) => {
        const { kinds, problems, unread } = read(whole.slice(0, from) + into + whole.slice(from + length));
        expect(kinds.length).toBeGreaterThan(0);
        expect([...problems, ...unread].join(' ')).not.toContain('Quigley');
      }),
      { numRuns: 300 },
    );
    expect(readPayerFile(new Uint8Array([0, 255, 254, 73, 83, 65])).kinds).toEqual(['none']);
  });
});
