import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import type { PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { letterPath } from '../kept.ts';
import { type IndexSection, spaced, table } from './document.ts';

export const noticesSection = (c: Case): IndexSection => ({
  heading: 'Notices',
  blocks: [
    table(
      [
        ['Letter', 4],
        ['Issued', 3],
        ['To, by', 2],
        ['Template', 3],
        ['File and its SHA-256', 7],
      ],
      c.notices.map((n, i) => [
        `${spaced(n.kind)}, lines ${n.itemSequences.join(', ')}${n.outdatedFor.length > 0 ? `; out of date for ${n.outdatedFor.join(', ')}` : ''}`,
        localText(n.issuedAt, c.request.zone),
        `${n.audience}, ${n.channel}`,
        `${n.templateId} ${n.templateVersion} (${n.language})`,
        `${letterPath(n, i, 'pdf')} ${n.pdfSha256}`,
      ]),
      'No letter has been issued.',
    ),
    { kind: 'subheading', text: 'What became of them' },
    table(
      [
        ['When', 3],
        ['Letter', 4],
        ['Step', 4],
        ['Evidence', 8],
      ],
      c.deliverySteps.map((step) => {
        const { noticeId, ...evidence } = step.data;
        const position = c.notices.findIndex((n) => n.noticeId === noticeId);
        const letter = c.notices[position];
        return [
          localText(step.at, c.request.zone),
          letter ? letterPath(letter, position, 'pdf') : noticeId,
          spaced(step.type.replace(/^NoticeDelivery/, '')),
          Object.entries(evidence)
            .map(([name, value]) => `${spaced(name)}: ${String(value)}`)
            .join('; '),
        ];
      }),
      'Nothing beyond their issue is recorded.',
    ),
  ],
});

const talkSteps = (p: PeerToPeer, when: (at: Instant) => string): readonly (readonly string[])[] =>
  [
    {
      at: p.offeredAt,
      text: `Offered to ${p.to.name} by ${p.how}, open until ${when(p.window.closesAt)} (${p.rule.citation})`,
    },
    ...p.proposals.map((x) => ({
      at: x.at,
      text: `Other times proposed: ${x.slots.map((s) => when(s.startsAt)).join(', ')}`,
    })),
    ...(p.scheduled ? [{ at: p.scheduled.at, text: `Agreed for ${when(p.scheduled.slot.startsAt)}` }] : []),
    ...p.attempts.map((x) => ({ at: x.at, text: `Called ${x.number}: ${spaced(x.result)}` })),
    ...p.missed.map((x) => ({ at: x.at, text: `Missed by the ${x.by}: ${x.reason}` })),
    ...p.escalations.map((x) => ({ at: x.at, text: `Given to ${x.to.name}: ${x.reason}` })),
    ...(p.held
      ? [
          {
            at: p.held.at,
            text: `Held by ${p.held.participants.map((x) => `${x.name}, ${x.credentials}`).join(' and ')}: ${spaced(p.held.outcome)}. ${p.held.effect} Notes: ${p.held.notes}`,
          },
        ]
      : []),
    ...(p.declined ? [{ at: p.declined.at, text: `Declined by ${p.declined.declinedBy}` }] : []),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((s) => [when(s.at), s.text]);

export const peerToPeerSection = (c: Case): IndexSection => {
  const when = (at: Instant): string => localText(at, c.request.zone);
  return {
    heading: 'Peer-to-peer',
    blocks: [
      table(
        [
          ['When', 3],
          ['What', 11],
        ],
        [
          ...c.intentsToDeny.map((i) => [
            when(i.at),
            `Intent to deny lines ${i.itemSequences.join(', ')}, by ${i.by}: ${i.reason}`,
          ]),
          ...c.peerToPeer.flatMap((p) => talkSteps(p, when)),
        ],
        'No talk was offered.',
      ),
    ],
  };
};
