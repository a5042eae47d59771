import type { GivenDecision } from '@openum/casework/case/act.ts';
import { demandOf } from '@openum/casework/peerToPeer/basis.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { concluded } from '@openum/domain/peerToPeer/peerToPeer.ts';
import { type Folder, isOpen, type Office } from './office.ts';
import type { Staff } from './population.ts';
import { staysOf } from './stays.ts';
import { talksOf } from './talk.ts';
import { iso, minute } from './time.ts';

const rationale =
  'The notes that were sent do not show the findings that the criteria ask for; the measured values lie outside the stated limits.';
const memberRationale =
  'The notes from your doctor do not show what the rules for this care ask for. The test results are outside the limits.';

export const physicianOf = (office: Office) => {
  const { world, later, counts, appeals, toPhysician } = office;
  const { random, act, state } = world;
  const { stayGoesOn } = staysOf(office);

  const decisions = (c: Case, outcome: 'approved' | 'denied' | 'partiallyApproved'): readonly GivenDecision[] =>
    world.proposed(c).map(({ itemSequence, authorized }): GivenDecision => {
      if (outcome === 'approved') return { outcome, itemSequence, authorized };
      const said = {
        itemSequence,
        reasonClass: 'medicalNecessity' as const,
        reasonCodes: ['0F'],
        rationale,
        memberRationale,
        criteriaCited: { name: 'Medical policy of the plan', version: '2026', citation: 'Medical policy 1.01' },
      };
      const { quantity } = authorized;
      if (outcome === 'denied' || !quantity || quantity.value < 2) return { outcome: 'denied', ...said };
      return {
        outcome,
        ...said,
        authorized: { ...authorized, quantity: { ...quantity, value: Math.floor(quantity.value / 2) } },
      };
    });

  const decide = async (
    staff: Staff,
    folder: Folder,
    outcome: 'approved' | 'denied' | 'partiallyApproved',
  ): Promise<void> => {
    const c = await state(folder.caseId);
    await world.openEverything(staff.user, folder.caseId, c);
    const attestation = { noConflictOfInterest: true, reviewedRecord: true };
    const done = await act(staff.user, folder.caseId, {
      type: 'DetermineItems',
      decisions: decisions(c, outcome),
      attestation,
    });
    if (done.kind === 'done') {
      if (outcome === 'approved') counts.approvedByPhysician += 1;
      else {
        counts.deniedByPhysician += 1;
        appeals.denied(folder);
      }
      if (folder.program.stay) {
        if (outcome === 'denied') folder.stayDays = 0;
        stayGoesOn(folder, done.state);
      }
      return;
    }
    // Somebody who may not deny this one approves it or leaves it to a colleague; here it is approved.
    if (outcome !== 'approved') await decide(staff, folder, 'approved');
  };

  const { offerTalk } = talksOf(office, decide);

  const physicianEnds = async (staff: Staff, folder: Folder): Promise<void> => {
    const c = await state(folder.caseId);
    if (!isOpen(c)) return;
    const verdict =
      folder.verdict ??
      random.weighted([
        ['approved', 4],
        ['denied', 4.5],
        ['partiallyApproved', 1.5],
      ] as const);
    if (verdict === 'approved') return decide(staff, folder, verdict);
    const now = iso(world.now());
    const demand = demandOf(c, world.casework.knowledge, now);
    const open = openItems(c).map((i) => i.sequence);
    const talked = c.peerToPeer.some(
      (p) => open.every((n) => p.itemSequences.includes(n)) && concluded(p, now, demand.deadlines),
    );
    if (demand.offers.length > 0 && !talked) {
      if (c.peerToPeer.some((p) => open.every((n) => p.itemSequences.includes(n)))) {
        later(world.now() + 30 * minute, () => toPhysician(folder));
        return;
      }
      folder.verdict = verdict;
      return offerTalk(
        staff,
        folder,
        c,
        demand.offers.some((o) => o.intentFirst),
      );
    }
    return decide(staff, folder, verdict);
  };

  return { physicianEnds };
};
