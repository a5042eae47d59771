import { any, atLeastOne, loop, once, oneOf, optional } from '../loop/map.ts';

const party = [optional('N3'), optional('N4'), any('REF'), any('PER'), optional('DMG'), optional('PRV')];

const line = loop(
  '2400',
  'LX',
  [
    optional('SV1'),
    optional('SV2'),
    optional('SV5'),
    any('PWK'),
    any('CRC'),
    any('CR1'),
    any('CR3'),
    any('DTP'),
    any('QTY'),
    any('MEA'),
    any('REF'),
    any('AMT'),
    any('K3'),
    any('NTE'),
    any('HCP'),
    any('PS1'),
  ],
  [
    loop('2410', 'LIN', [any('CTP'), any('REF')]),
    loop('2420', 'NM1', party),
    loop('2430', 'SVD', [any('CAS'), any('DTP'), any('AMT')]),
    loop('2440', 'LQ', [any('FRM')]),
  ],
);

const otherPayer = loop(
  '2320',
  'SBR',
  [any('CAS'), any('AMT'), optional('OI'), optional('MIA'), optional('MOA')],
  [loop('2330', 'NM1', [...party, any('DTP')])],
);

const claim = loop(
  '2300',
  'CLM',
  [
    any('DTP'),
    optional('CL1'),
    any('PWK'),
    optional('CN1'),
    any('AMT'),
    any('REF'),
    any('K3'),
    any('NTE'),
    any('CR1'),
    any('CR2'),
    any('CRC'),
    any('HI'),
    optional('HCP'),
  ],
  [loop('2310', 'NM1', party), otherPayer, { ...line, ...atLeastOne }],
);

const patient = loop('2000C', 'HL:3=23', [optional('PAT')], [loop('2010CA', 'NM1:1=QC', party, [], oneOf), claim]);

const subscriber = loop(
  '2000B',
  'HL:3=22',
  [once('SBR'), optional('PAT')],
  [loop('2010BA', 'NM1:1=IL', party, [], oneOf), loop('2010BB', 'NM1:1=PR', party, [], oneOf), patient, claim],
);

const billing = loop(
  '2000A',
  'HL:3=20',
  [optional('PRV'), optional('CUR')],
  [
    loop('2010AA', 'NM1:1=85', party, [], oneOf),
    loop('2010AB', 'NM1:1=87', party),
    loop('2010AC', 'NM1:1=PE', party),
    subscriber,
  ],
  atLeastOne,
);

/** 005010X222A1 and 005010X223A2: what professional and institutional claims have in common, and what either has. */
export const claimMap = loop(
  '0000',
  'BHT',
  [],
  [loop('1000A', 'NM1:1=41', [any('PER')]), loop('1000B', 'NM1:1=40', []), billing],
);
