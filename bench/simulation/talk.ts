import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { type Folder, isOpen, type Office } from './office.ts';
import { coordinator, type Staff } from './population.ts';
import { hour, minute } from './time.ts';

type Decide = (staff: Staff, folder: Folder, outcome: 'approved') => Promise<void>;

/** The talk that a rule demands before a denial: held, declined, or never answered. */
export const talksOf = ({ world, later, counts, toPhysician }: Office, decide: Decide) => {
  const { random, act, state } = world;

  const offerTalk = async (staff: Staff, folder: Folder, c: Case, intentFirst: boolean): Promise<void> => {
    const itemSequences = openItems(c).map((i) => i.sequence);
    if (intentFirst)
      await act(staff.user, folder.caseId, {
        type: 'RecordIntentToDeny',
        itemSequences,
        reason: 'The criteria are not met on what was sent.',
      });
    const offered = await act(staff.user, folder.caseId, {
      type: 'OfferPeerToPeer',
      itemSequences,
      because: 'demanded',
      slots: [],
      to: { name: 'Dr. of the clinic', npi: undefined, phone: c.request.requestingProvider.phone },
      how: 'phone',
    });
    const offer = offered.kind === 'done' ? offered.state.peerToPeer.at(-1) : undefined;
    if (!offer) return decide(staff, folder, 'approved');
    counts.talks += 1;
    const closes = Date.parse(offer.window.closesAt);
    const back = (at: number) => later(Math.min(at, closes) + minute, () => toPhysician(folder));
    const kind = random.weighted([
      ['held', 6],
      ['declined', 1.5],
      ['silent', 2.5],
    ] as const);
    if (kind === 'silent') return back(closes);
    const at = Math.min(world.now() + random.wait(5) * hour, closes - minute);
    later(at, async () => {
      if (!isOpen(await state(folder.caseId))) return;
      const { offerId } = offer;
      if (kind === 'declined')
        await act(coordinator, folder.caseId, { type: 'DeclinePeerToPeer', offerId, declinedBy: 'Dr. of the clinic' });
      else {
        await act(staff.user, folder.caseId, {
          type: 'LogPeerToPeerAttempt',
          offerId,
          number: '312-555-0100',
          result: 'reached',
        });
        const changed = random.chance(0.3);
        await act(staff.user, folder.caseId, {
          type: 'RecordPeerToPeerHeld',
          offerId,
          clinicians: [{ name: 'Dr. of the clinic', credentials: 'MD' }],
          notes: 'Spoke about the course so far.',
          outcome: changed ? 'changedView' : 'upheldIntent',
          effect: changed ? 'What was told meets the criteria.' : 'Nothing new was brought.',
        });
        counts.held += 1;
        if (changed) delete folder.verdict;
        if (changed) return decide(staff, folder, 'approved');
      }
      back(world.now());
    });
  };

  return { offerTalk };
};
