import { type Appeal, appealStatus } from '@openum/domain/appeal/appeal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type IndexBlock, type IndexSection, paragraph, spaced, table } from './document.ts';

type Row = readonly [what: string, record: string];

const rows = (c: Case, a: Appeal): readonly Row[] => {
  const when = (at: Instant): string => localText(at, c.request.zone);
  const optional = (what: string, record: string | undefined): readonly Row[] => (record ? [[what, record]] : []);
  return [
    ['Filed', `${when(a.receivedAt)}, ${a.urgency}, lines ${a.itemSequences.join(', ')}`],
    ['Status', spaced(appealStatus(c, a))],
    ...optional('Reviewer', a.reviewer && `${a.reviewer.name}, ${a.reviewer.credentials}`),
    ...(a.decided
      ? a.decided.lines.map(
          (l): Row => [
            `Line ${l.itemSequence}, decided ${when(a.decided?.at ?? a.receivedAt)}`,
            `${spaced(l.outcome)}: ${l.rationale}`,
          ],
        )
      : []),
    ...optional('Opened before deciding', a.decided?.evidenceOpened.join('; ')),
    ...optional(
      'Forwarded',
      a.forwarded && `${when(a.forwarded.at)} to ${a.forwarded.to}, packet ${a.forwarded.packetSha256}`,
    ),
    ...(a.externalDecision
      ? a.externalDecision.lines.map(
          (l): Row => [
            `Line ${l.itemSequence}, decided outside on ${a.externalDecision?.decidedOn}`,
            `${spaced(l.outcome)} by ${a.externalDecision?.decidedBy}: ${l.summary}`,
          ],
        )
      : []),
    ...optional('Put into effect', a.effectuated && `${when(a.effectuated.at)}: ${a.effectuated.how}`),
    ...optional('Dismissed', a.dismissed && `${when(a.dismissed.at)}: ${a.dismissed.reason}`),
    ...optional('Withdrawn', a.withdrawn && `${when(a.withdrawn.at)}: ${a.withdrawn.reason}`),
  ];
};

/** Each level that the case went to, the first one first. */
export const appealsSection = (c: Case): IndexSection => ({
  heading: 'Appeals',
  blocks:
    c.appeals.length === 0
      ? [paragraph('None was filed.')]
      : c.appeals.flatMap((a): readonly IndexBlock[] => [
          { kind: 'subheading', text: `${a.number}: ${a.levelName}` },
          table(
            [
              ['What', 4],
              ['Record', 11],
            ],
            rows(c, a),
            '',
          ),
        ]),
});
