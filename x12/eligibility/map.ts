import { any, loop, oneOf, optional } from '../loop/map.ts';

const person = [
  any('REF'),
  optional('N3'),
  optional('N4'),
  any('AAA'),
  optional('PRV'),
  optional('DMG'),
  optional('INS'),
  any('HI'),
  any('DTP'),
  optional('MPI'),
];

const question = loop('2110Q', 'EQ', [any('AMT'), any('III'), any('REF'), any('DTP')]);

const benefit = loop(
  '2110C',
  'EB',
  [any('HSD'), any('REF'), any('DTP'), any('AAA'), any('MSG'), any('LS'), any('LE')],
  [loop('2115C', 'III', []), loop('2120C', 'NM1', [optional('N3'), optional('N4'), any('PER'), optional('PRV')])],
);

const party = [any('REF'), optional('N3'), optional('N4'), any('PER'), any('AAA'), optional('PRV')];

const dependent = loop(
  '2000D',
  'HL:3=23',
  [any('TRN')],
  [loop('2100D', 'NM1:1=03', person, [question, benefit], oneOf)],
);

const subscriber = loop(
  '2000C',
  'HL:3=22',
  [any('TRN')],
  [loop('2100C', 'NM1:1=IL', person, [question, benefit], oneOf), dependent],
);

const provider = loop('2000B', 'HL:3=21', [any('AAA')], [loop('2100B', 'NM1', party, [], oneOf), subscriber]);

/** 005010X279A1: one tree for question and answer. */
export const eligibilityMap = loop(
  '0000',
  'BHT',
  [],
  [loop('2000A', 'HL:3=20', [any('AAA')], [loop('2100A', 'NM1', party, [], oneOf), provider], oneOf)],
);
