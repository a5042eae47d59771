import type { DenialLine, DenialsReading, RetroLine } from '@openum/casework/practice/denial/list.ts';
import { causeWord } from '@openum/domain/denial/words.ts';
import { type Column, csvOf } from '../../csv/csv.ts';

const dollars = (cents: number): string => (cents / 100).toFixed(2);

const denialColumns: readonly Column<DenialLine>[] = [
  ['patient', (d) => d.patientName],
  ['episode', (d) => d.episodeNumber],
  ['payer', (d) => d.payerName],
  ['programme', (d) => d.programmeName],
  ['received', (d) => d.receivedOn],
  ['first_day', (d) => d.from],
  ['last_day', (d) => d.to],
  ['claim', (d) => d.claimId],
  ['payer_number', (d) => d.reference],
  ['cause', (d) => causeWord[d.cause]],
  ['cause_from', (d) => (d.assigned ? 'assigned by a person' : 'found from the record')],
  ['dollars_denied', (d) => dollars(d.amount)],
  ['dollars_recovered', (d) => dollars(d.recovered)],
  ['appeal_open_level', (d) => d.appealOpen?.level],
  ['appeal_due', (d) => d.appealOpen?.dueAt],
  [
    'appeals',
    (d) => d.appeals.map((a) => `${a.level}: ${a.answered?.outcome ?? (a.sentOn ? 'sent' : 'draft')}`).join('; '),
  ],
];

const retroColumns: readonly Column<RetroLine>[] = [
  ['patient', (r) => r.patientName],
  ['episode', (r) => r.episodeNumber],
  ['payer', (r) => r.payerName],
  ['emergency', (r) => (r.emergency ? 'yes' : 'no')],
  ['first_day', (r) => r.from],
  ['last_day', (r) => r.to],
  ['dollars_at_stake', (r) => dollars(r.atStake)],
  ['due', (r) => r.dueAt],
];

export const denialsCsv = ({ denials }: DenialsReading): string => csvOf(denialColumns, denials);

/** Days that were given without cover and can still be asked for. */
export const retroCsv = ({ retro }: DenialsReading): string => csvOf(retroColumns, retro);
