import type { Qualification } from '@openum/domain/actor/actor.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import type { Determination } from '@openum/domain/determination/determination.ts';
import { type IndexBlock, type IndexSection, paragraph, spaced, table } from './document.ts';
import { amountText, serviceText } from './request.ts';

const credentials = (q: Qualification): string =>
  [
    spaced(q.profession),
    ...q.licences.map((l) => `licence ${l.state} ${l.number}, ${l.status}, valid to ${l.expiresOn}`),
    ...(q.specialties.length > 0 ? [`specialties ${q.specialties.map(spaced).join(', ')}`] : []),
    q.boardCertified ? 'board certified' : 'not board certified',
    ...(q.npi ? [`NPI ${q.npi}`] : []),
  ].join('; ');

const byText = ({ by }: Determination): string =>
  by.kind === 'rule' ? `Rule ${by.rule}` : `${by.name} (${spaced(by.role)})`;

const rows = (c: Case, d: Determination): readonly (readonly string[])[] => {
  const { zone } = c.request;
  const titleOf = (id: string): string => c.documents.find((x) => x.documentId === id)?.title ?? id;
  const person = d.by.kind === 'person' ? d.by : undefined;
  const authorized = 'authorized' in d ? d.authorized : undefined;
  const said = d.outcome === 'notRequired' ? d.reason : d.rationale;
  return [
    ['Outcome', spaced(d.outcome)],
    ['Decided', `${localText(d.decidedAt, zone)} by ${byText(d)}`],
    ...(person?.qualification ? [['Credentials at that moment', credentials(person.qualification)]] : []),
    ...(authorized
      ? [
          [
            'Authorized',
            `${authorized.authorizationNumber}: ${serviceText(authorized.service)}, ${amountText(authorized.quantity, authorized.period)}`,
          ],
        ]
      : []),
    ['Criteria', d.criteria.map((c) => `${c.name}, version ${c.version} (${c.citation})`).join('; ') || 'none named'],
    ...(said ? [['Reason', said]] : []),
    ...('reasonClass' in d
      ? [
          ['Reason in the member’s letter', d.memberRationale],
          ['Reason class and codes', `${spaced(d.reasonClass)}; ${d.reasonCodes.join(', ')}`],
          ['Alternatives', d.alternatives ?? 'none given'],
          ['Opened before deciding', d.evidenceOpened.map(titleOf).join('; ') || 'nothing'],
          ['Attested', 'No conflict of interest; the record was reviewed'],
        ]
      : []),
  ];
};

const shown = (c: Case, heading: string, d: Determination): readonly IndexBlock[] => [
  { kind: 'subheading', text: heading },
  table(
    [
      ['What', 3],
      ['Record', 11],
    ],
    rows(c, d),
    '',
  ),
];

/** Each decision that a line has had, the newest first. */
export const determinationsSection = (c: Case): IndexSection => {
  const blocks = c.items.flatMap((i) => [
    ...(i.determination ? shown(c, `Line ${i.sequence}`, i.determination) : []),
    ...i.earlierDeterminations.toReversed().flatMap((d) => shown(c, `Line ${i.sequence}, an earlier decision`, d)),
  ]);
  return {
    heading: 'Determinations',
    blocks: blocks.length > 0 ? blocks : [paragraph('No line has been decided.')],
  };
};

const truths = { met: 'Met', notMet: 'Not met', unknown: 'Unknown' } as const;

/** The latest reading of each criteria set, leaf by leaf; every earlier one is in the events. */
export const criteriaSection = (c: Case): IndexSection => ({
  heading: 'Criteria as they were read',
  blocks:
    c.evaluations.length === 0
      ? [paragraph('No criteria were read for this case.')]
      : c.evaluations.flatMap((e): readonly IndexBlock[] => [
          {
            kind: 'subheading',
            text: `Line ${e.itemSequence}: ${e.criteria.name}, version ${e.criteria.version} (${e.criteria.citation})`,
          },
          paragraph(`${truths[e.truth]} on ${localText(e.evaluatedAt, c.request.zone)}.`),
          table(
            [
              ['Criterion', 5],
              ['Answer', 2],
              ['What it rests on', 7],
            ],
            e.leaves.map((l) => [
              l.label,
              `${truths[l.truth]}${l.negated ? ' (asked for: not met)' : ''}`,
              l.overruled ? `${l.explanation} Overruled by ${l.overruled.by}: ${l.overruled.reason}` : l.explanation,
            ]),
            'The set has no leaves.',
          ),
        ]),
});
