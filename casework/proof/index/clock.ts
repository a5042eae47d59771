import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import type { ProofClock } from '../clocks.ts';
import { type IndexBlock, type IndexSection, paragraph, spaced, table } from './document.ts';

const stateText: Record<ClockReceipt['state'], string> = {
  running: 'Running',
  tolled: 'Standing still until the answer',
  met: 'Met',
  missed: 'Missed',
};

const clockBlocks = ({ receipt: r, supersededAt }: ProofClock): readonly IndexBlock[] => [
  { kind: 'subheading', text: `${r.ruleId}, version ${r.ruleVersion}: ${r.name}` },
  paragraph(
    `${r.citation}. ${r.hard ? `Binding (${r.authority}).` : `A target of the plan (${r.authority}).`} ` +
      `${stateText[r.state]}; due ${localText(r.dueAt, r.zone)}` +
      `${r.metAt ? `, ended ${localText(r.metAt, r.zone)}` : ''}. If missed: ${spaced(r.lapseEffect).toLowerCase()}.` +
      `${supersededAt ? ` Another clock took its place on ${localText(supersededAt, r.zone)}.` : ''}`,
  ),
  table(
    [
      ['When', 3],
      ['What was counted', 8],
      ['Due after it', 3],
    ],
    r.lines.map((l) => [localText(l.at, r.zone), l.text, localText(l.dueAt, r.zone)]),
    'Nothing was counted.',
  ),
];

export const clocksSection = (c: Case, clocks: readonly ProofClock[]): IndexSection => ({
  heading: 'Clocks and their receipts',
  blocks: [
    ...(clocks.length === 0 ? [paragraph('No clock has run.')] : clocks.flatMap(clockBlocks)),
    { kind: 'subheading', text: 'Deadlines that were missed' },
    table(
      [
        ['Rule', 4],
        ['Due', 3],
        ['Noted', 3],
        ['Lines', 2],
        ['Effect of the rule', 3],
      ],
      c.missedDeadlines.map((m) => [
        `${m.ruleId} (${m.citation})`,
        localText(m.dueAt, c.request.zone),
        localText(m.notedAt, c.request.zone),
        m.itemSequences.join(', '),
        spaced(m.lapseEffect),
      ]),
      'None.',
    ),
  ],
});
