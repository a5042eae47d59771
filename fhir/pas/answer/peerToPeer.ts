import type { Extension } from '@medplum/fhirtypes';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import type { Deadlines } from '@openum/domain/peerToPeer/command.ts';
import { closesAt, intentFor, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { PayerTalkState } from '@openum/domain/practiceTalk/word.ts';
import { ownExtension } from '../../systems.ts';
import { statusInCase } from './reviewAction.ts';

/** What an answer about talks needs beside the case. */
export type Spoken = {
  readonly deadlines: Deadlines;
  /** Of the plan, for who wants to take the talk. */
  readonly phone: string | undefined;
};

/** No line of it is open any more, and each was decided while there was still time to talk. */
const overtaken = (c: Case, p: PeerToPeer): boolean =>
  c.items
    .filter((i) => p.itemSequences.includes(i.sequence))
    .every(
      (i) =>
        statusInCase(c, i) !== 'pended' &&
        (i.determination === undefined || i.determination.decidedAt < p.window.closesAt),
    );

/** Whether the window has closed, both sides see from its end. */
const stateOf = (c: Case, p: PeerToPeer): PayerTalkState => {
  if (p.held) return 'held';
  if (p.declined) return 'declined';
  if (p.missed.at(-1)?.by === 'provider' && !p.scheduled) return 'missed';
  if (overtaken(c, p)) return 'closed';
  if (p.scheduled) return 'scheduled';
  return p.missed.length > 0 ? 'missed' : 'offered';
};

const part = (url: string, value: Omit<Extension, 'url'> | false | undefined): readonly Extension[] =>
  value ? [{ url, ...value }] : [];

const text = (value: string | undefined) => (value ? { valueString: value } : undefined);

const extensionOf = (c: Case, item: CaseItem, p: PeerToPeer, { deadlines, phone }: Spoken): Extension => {
  const state = stateOf(c, p);
  const missedBy = state === 'missed' ? p.missed.at(-1)?.by : undefined;
  return {
    url: ownExtension.peerToPeer,
    extension: [
      { url: 'offerId', valueString: p.offerId },
      { url: 'state', valueCode: state },
      {
        url: 'window',
        valuePeriod: {
          start: p.window.opensAt,
          end: p.held || p.declined || state === 'closed' ? p.window.closesAt : closesAt(p, deadlines),
        },
      },
      ...part('agreedAt', state === 'scheduled' && p.scheduled && { valueInstant: p.scheduled.slot.startsAt }),
      ...part('phone', text(phone)),
      ...part('physician', text(p.physician?.name)),
      ...part('reason', text(intentFor(c, item.sequence)?.reason)),
      ...part('outcome', p.held && { valueCode: p.held.outcome }),
      ...part('missedBy', missedBy && { valueCode: missedBy }),
    ],
  };
};

/** Talks about this line that the plan offered, each as it stands. */
export const peerToPeerExtensions = (c: Case, item: CaseItem, spoken: Spoken): readonly Extension[] =>
  c.peerToPeer.filter((p) => p.itemSequences.includes(item.sequence)).map((p) => extensionOf(c, item, p, spoken));
