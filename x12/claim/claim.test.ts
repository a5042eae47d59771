import { describe, expect, test } from 'vitest';
import { readFile } from '../envelope/read.ts';
import { writeInterchange } from '../envelope/write.ts';
import { type Content, segment } from '../text/segment.ts';
import { readClaims } from './read.ts';

const hl = (...v: string[]) => segment('HL', ...v);
const nm1 = (code: string, kind: string, family: string, given?: string, qualifier?: string, id?: string) =>
  segment('NM1', code, kind, family, given, undefined, undefined, undefined, qualifier, id);

const institutional: readonly Content[] = [
  segment('BHT', '0019', '00', 'B1', '20261120', '1200', 'CH'),
  nm1('41', '2', 'HARBOR HOUSE', undefined, '46', 'HH1'),
  segment('PER', 'IC', 'BILLING', 'TE', '3125550100'),
  nm1('40', '2', 'PRAIRIE HARBOR', undefined, '46', 'PH1'),
  hl('1', '', '20', '1'),
  nm1('85', '2', 'HARBOR HOUSE', undefined, 'XX', '1234567893'),
  hl('2', '1', '22', '0'),
  segment('SBR', 'P', '18'),
  nm1('IL', '1', 'QUIGLEY', 'MAEVE', 'MI', 'PHP1000017'),
  segment('DMG', 'D8', '19900402', 'F'),
  nm1('PR', '2', 'PRAIRIE HARBOR', undefined, 'PI', 'PH1'),
  segment('CLM', 'C-1', '1800', undefined, undefined, { parts: ['86', 'A', '1'] }),
  segment('DTP', '434', 'RD8', '20261101-20261102'),
  segment('REF', 'G1', 'PA-100'),
  segment('HI', { parts: ['ABK', 'F1020'] }),
  segment('HI', { parts: ['ABF', 'F329'] }, { parts: ['ABF', 'F411'] }),
  segment('LX', '1'),
  segment('SV2', '1002', { parts: ['HC', 'H0018', 'HF'] }, '900', 'DA', '1'),
  segment('DTP', '472', 'D8', '20261101'),
  segment('LX', '2'),
  segment('SV2', '1002', { parts: ['HC', 'H0018'] }, '900', 'DA', '1'),
  segment('REF', '6R', 'L2'),
];

const read = (body: readonly Content[], version = '005010X223A2') => {
  const text = writeInterchange({
    sender: { qualifier: 'ZZ', id: 'A' },
    receiver: { qualifier: 'ZZ', id: 'B' },
    control: 1,
    usage: 'T',
    on: '20261120',
    at: '1200',
    groupCode: 'HC',
    version,
    transactions: [{ set: '837', version, body }],
  });
  const [set] = readFile([text]).interchanges[0]?.groups[0]?.transactions ?? [];
  return readClaims(set!);
};

describe('a claim (837)', () => {
  test('of an institution is read with its member, its authorization and a line for each day', () => {
    const { claims, problems } = read(institutional);
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        kind: 'institutional',
        claimId: 'C-1',
        frequency: '1',
        charge: 180_000,
        billedOn: '2026-11-20',
        memberNumber: 'PHP1000017',
        patient: { family: 'QUIGLEY', given: 'MAEVE', birthDate: '1990-04-02' },
        authorizationNumber: 'PA-100',
        diagnoses: ['F1020', 'F329', 'F411'],
        lines: [
          {
            code: 'H0018',
            modifiers: ['HF'],
            revenueCode: '1002',
            units: 1,
            charge: 90_000,
            from: '2026-11-01',
            to: '2026-11-01',
          },
          { lineNumber: 'L2', from: '2026-11-01', to: '2026-11-02' },
        ],
      },
    ]);
  });

  test('of a practitioner is read for a patient who is not the insured', () => {
    const body = institutional.flatMap((s): readonly Content[] => {
      if (s.id === 'CLM') return [hl('3', '2', '23', '0'), segment('PAT', '19'), nm1('QC', '1', 'QUIGLEY', 'FINN'), s];
      if (s.id === 'SV2') return [segment('SV1', { parts: ['HC', 'H0015'] }, '900', 'UN', '3')];
      return [s];
    });
    const { claims, problems } = read(body, '005010X222A1');
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      { kind: 'professional', patient: { given: 'FINN' }, memberNumber: 'PHP1000017', lines: [{ units: 3 }, {}] },
    ]);
  });

  test('whose lines do not add up is read and reported at its charge', () => {
    const { claims, problems } = read(
      institutional.map((s) =>
        s.id === 'CLM' ? segment('CLM', 'C-1', '1700', undefined, undefined, { parts: ['86', 'A', '1'] }) : s,
      ),
    );
    expect(claims).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'outOfBalance', segment: 'CLM', element: 2 }]);
  });

  test('without a day on a line keeps the line out and names the line', () => {
    const { claims, problems } = read(institutional.filter((s) => s.id !== 'DTP'));
    expect(claims[0]?.lines).toEqual([]);
    expect(problems.map((p) => [p.rule, p.segment])).toEqual([
      ['segmentMissing', 'LX'],
      ['segmentMissing', 'LX'],
    ]);
  });

  test('of another guide is not read as one of these', () => {
    expect(read(institutional, '005010X224A2')).toMatchObject({
      claims: [],
      problems: [{ rule: 'otherSet', element: 3 }],
    });
  });
});
