import { any, atLeastOne, loop, once, oneOf, optional } from '../loop/map.ts';

const service = loop('2110', 'SVC', [any('DTM'), any('CAS'), any('REF'), any('AMT'), any('QTY'), any('LQ')]);

const claim = loop(
  '2100',
  'CLP',
  [
    any('CAS'),
    once('NM1:1=QC'),
    optional('NM1:1=IL'),
    optional('NM1:1=74'),
    optional('NM1:1=82'),
    optional('NM1:1=TT'),
    optional('NM1:1=PR'),
    any('NM1:1=GB'),
    optional('MIA'),
    optional('MOA'),
    any('REF'),
    any('DTM'),
    any('PER'),
    any('AMT'),
    any('QTY'),
  ],
  [service],
);

/** 005010X221A1. */
export const remittanceMap = loop(
  '0000',
  'BPR',
  [once('TRN'), optional('CUR'), any('REF'), optional('DTM:1=405'), any('PLB')],
  [
    loop('1000A', 'N1:1=PR', [optional('N3'), optional('N4'), any('REF'), any('PER')], [], oneOf),
    loop('1000B', 'N1:1=PE', [optional('N3'), optional('N4'), any('REF'), optional('RDM')], [], oneOf),
    loop('2000', 'LX', [optional('TS3'), optional('TS2')], [{ ...claim, ...atLeastOne }]),
  ],
);
