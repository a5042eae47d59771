import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../envelope/read.ts';
import { type OutgoingInterchange, writeInterchange } from '../envelope/write.ts';
import { segment } from '../text/segment.ts';
import { acknowledgeGroup, acknowledgeInterchange } from './acknowledge.ts';
import {
  acknowledgmentVersion,
  type GroupAcknowledgment,
  type InterchangeAcknowledgment,
  standings,
} from './acknowledgment.ts';
import {
  readGroupAcknowledgment,
  readInterchangeAcknowledgment,
  writeGroupAcknowledgment,
  writeInterchangeAcknowledgment,
} from './codec.ts';

const plain = fc.stringMatching(/^[A-Z0-9]{2,9}$/);
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model).map((x) => Object.fromEntries(Object.entries(x as object).filter(([, v]) => v !== undefined)) as T);
const code = fc.constantFrom('1', '3', '5', '8', 'I4');
const codes = fc.array(code, { maxLength: 5 });
const standing = fc.constantFrom(...standings);
const place = fc.integer({ min: 1, max: 40 });

const group = record({
  groupCode: fc.constantFrom('HI', 'HS', 'HC'),
  groupControl: plain,
  version: maybe(plain),
  sets: fc.array(
    record({
      set: fc.constantFrom('278', '270', '837'),
      control: plain,
      version: maybe(plain),
      errors: fc.array(
        record({
          segment: fc.constantFrom('NM1', 'HL', 'UM'),
          position: place,
          loop: maybe(fc.constant('2010C')),
          code: maybe(code),
          elements: fc.array(record({ element: place, component: maybe(place), code }), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      standing,
      codes,
    }),
    { maxLength: 3 },
  ),
  standing,
  included: fc.nat(9),
  received: fc.nat(9),
  accepted: fc.nat(9),
  codes,
}) as fc.Arbitrary<GroupAcknowledgment>;

const interchange = record({
  control: fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n).padStart(9, '0')),
  sentOn: fc.constant('261124'),
  sentAt: fc.constant('1130'),
  standing: fc.constantFrom('A', 'E', 'R'),
  note: fc.constantFrom('000', '001', '021'),
}) as fc.Arbitrary<InterchangeAcknowledgment>;

const around = (more: Partial<OutgoingInterchange>): string =>
  writeInterchange({
    sender: { qualifier: 'ZZ', id: 'A' },
    receiver: { qualifier: 'ZZ', id: 'B' },
    control: 7,
    usage: 'T',
    on: '20261124',
    at: '1130',
    groupCode: 'FA',
    version: acknowledgmentVersion,
    transactions: [],
    ...more,
  });

const sent = (body: Parameters<typeof segment>[], change = (t: string) => t) => {
  const content = body.map((s) => segment(...s));
  const text = around({ groupCode: 'HI', version: 'V', transactions: [{ set: '278', version: 'V', body: content }] });
  const [i] = readFile([change(text)]).interchanges;
  return i!;
};

describe('an acknowledgment of a group (999)', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(group, (a) => {
        const body = writeGroupAcknowledgment(a);
        const text = around({ transactions: [{ set: '999', version: acknowledgmentVersion, body }] });
        const [t] = readFile([text]).interchanges[0]?.groups[0]?.transactions ?? [];
        expect(readGroupAcknowledgment(t!)).toEqual({ acknowledgment: a, problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('without a word about a transaction takes it for refused', () => {
    const text = around({
      transactions: [
        {
          set: '999',
          version: acknowledgmentVersion,
          body: [segment('AK1', 'HI', '7'), segment('AK2', '278', '0001'), segment('AK9', 'P', '1', '1', '0')],
        },
      ],
    });
    const [t] = readFile([text]).interchanges[0]?.groups[0]?.transactions ?? [];
    const { acknowledgment, problems } = readGroupAcknowledgment(t!);
    expect(acknowledgment?.sets[0]?.standing).toBe('R');
    expect(problems).toMatchObject([{ rule: 'segmentMissing', segment: 'AK2' }]);
  });

  test('names segment and element of what is wrong, counted from the ST of its transaction', () => {
    const i = sent([['BHT'], ['NM1']]);
    const [g] = i.groups;
    const [t] = g!.transactions;
    const said = acknowledgeGroup(g!, () => [
      {
        kind: 'problem',
        rule: 'elementMissing',
        segment: 'NM1',
        position: t!.segments[1]!.position,
        element: 3,
        text: '',
      },
    ]);
    expect(said).toMatchObject({
      groupControl: '7',
      standing: 'E',
      included: 1,
      accepted: 1,
      sets: [
        {
          set: '278',
          standing: 'E',
          codes: ['5'],
          errors: [{ segment: 'NM1', position: 3, code: '8', elements: [{ element: 3, code: '1' }] }],
        },
      ],
    });
  });

  test('refuses what it cannot read and says so of the whole group', () => {
    const [g] = sent([['BHT']]).groups;
    const said = acknowledgeGroup(g!, (t) => [
      { kind: 'problem', rule: 'otherSet', segment: 'ST', position: t.position, element: 1, text: '' },
    ]);
    expect(said).toMatchObject({ standing: 'R', accepted: 0, sets: [{ standing: 'R', codes: ['1'], errors: [] }] });
    expect(acknowledgeGroup(g!, () => [])).toMatchObject({ standing: 'A', sets: [{ standing: 'A', codes: [] }] });
  });
});

describe('an acknowledgment of an interchange (TA1)', () => {
  test('stands before any group and reads back as it was written', () => {
    fc.assert(
      fc.property(interchange, (a) => {
        const read = readFile([around({ acknowledgments: [writeInterchangeAcknowledgment(a)] })]);
        expect(read.problems).toEqual([]);
        const [i] = read.interchanges;
        expect(i).toMatchObject({ groups: [], problems: [] });
        expect(i!.acknowledgments.map(readInterchangeAcknowledgment)).toEqual([{ acknowledgment: a, problems: [] }]);
      }),
      { numRuns: 30 },
    );
  });

  test('says what is wrong in the envelope', () => {
    expect(acknowledgeInterchange(sent([['BHT']]))).toEqual({
      control: '000000007',
      sentOn: '261124',
      sentAt: '1130',
      standing: 'A',
      note: '000',
    });
    const broken = sent([['BHT']], (t) => t.replace('IEA*1*000000007', 'IEA*1*000000008'));
    expect(acknowledgeInterchange(broken)).toMatchObject({ standing: 'E', note: '001' });
    const miscounted = sent([['BHT']], (t) => t.replace('IEA*1', 'IEA*4'));
    expect(acknowledgeInterchange(miscounted)).toMatchObject({ standing: 'E', note: '021' });
  });

  test('that does not say whether the interchange was taken is set aside', () => {
    const [i] = readFile([around({ acknowledgments: [segment('TA1', '000000005', '261124', '1130')] })]).interchanges;
    expect(readInterchangeAcknowledgment(i!.acknowledgments[0]!)).toMatchObject({
      problems: [{ rule: 'elementMissing', segment: 'TA1', element: 4 }],
    });
  });
});
