import { any, loop, oneOf, optional } from '../loop/map.ts';

const party = [any('REF'), optional('N3'), optional('N4'), any('PER'), any('AAA'), optional('PRV')];
const person = [any('REF'), optional('N3'), optional('N4'), any('AAA'), optional('DMG'), optional('INS')];
const reviewed = [any('TRN'), any('AAA'), optional('UM'), optional('HCR'), any('REF'), any('DTP'), any('HI')];
const attached = [optional('HSD'), any('PWK'), any('MSG')];

const service = loop(
  '2000F',
  'HL:3=SS',
  [...reviewed, optional('SV1'), optional('SV2'), optional('SV3'), any('TOO'), ...attached],
  [loop('2010F', 'NM1', party)],
);

const event = loop(
  '2000E',
  'HL:3=EV',
  [...reviewed, ...attached, optional('CL1'), optional('CR1'), optional('CR2'), optional('CR5'), optional('CR6')],
  [loop('2010E', 'NM1', party), service],
);

const dependent = loop('2000D', 'HL:3=23', [], [loop('2010D', 'NM1:1=QC', person, [], oneOf), event]);

const subscriber = loop('2000C', 'HL:3=22', [], [loop('2010C', 'NM1:1=IL', person, [], oneOf), dependent, event]);

const requester = loop('2000B', 'HL:3=21', [any('AAA')], [loop('2010B', 'NM1', party, [], oneOf), subscriber]);

/** 005010X217: one tree for request and answer, which differ in what they fill. */
export const authorizationMap = loop(
  '0000',
  'BHT',
  [],
  [loop('2000A', 'HL:3=20', [any('AAA')], [loop('2010A', 'NM1', party, [], oneOf), requester], oneOf)],
);
