import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { type Folder, isOpen, type Office } from './office.ts';
import { coordinator, type Staff } from './population.ts';
import { staysOf } from './stays.ts';
import { day, hour, iso, minute } from './time.ts';

export const nurseOf = (office: Office) => {
  const { world, later, counts, toPool, toPhysician } = office;
  const { random, act, state } = world;
  const { stayGoesOn } = staysOf(office);

  const approve = async (staff: Staff, folder: Folder, c: Case): Promise<boolean> => {
    const done = await act(staff.user, folder.caseId, {
      type: 'CompleteReview',
      outcome: 'approve',
      summary: 'The chart shows what the criteria ask for.',
      items: world.proposed(c),
    });
    if (done.kind !== 'done') return false;
    counts.approvedByNurse += 1;
    if (folder.program.stay) stayGoesOn(folder, done.state);
    return true;
  };

  const refer = async (staff: Staff, folder: Folder, c: Case): Promise<void> => {
    const done = await act(staff.user, folder.caseId, {
      type: 'CompleteReview',
      outcome: 'refer',
      summary: 'The criteria are not met on what was sent.',
      itemSequences: openItems(c).map((i) => i.sequence),
    });
    if (done.kind !== 'done') return;
    counts.referred += 1;
    later(world.now() + minute, () => toPhysician(folder));
  };

  const askForInformation = async (staff: Staff, folder: Folder, c: Case): Promise<void> => {
    const toll = ['insured', 'selfFunded', 'exchange'].includes(folder.program.line);
    const until = world.now() + (toll ? 45 : 3) * day;
    const done = await act(staff.user, folder.caseId, {
      type: 'RequestInformation',
      items: [
        {
          text: 'Send the notes of the last visit with the measured values.',
          itemSequence: openItems(c)[0]?.sequence ?? 1,
        },
      ],
      dueAt: iso(until),
    });
    if (done.kind !== 'done') return;
    counts.asked += 1;
    folder.asked = true;
    const clock = c.clocks[0];
    if (clock && !toll && random.chance(0.25)) {
      const extended = await act(staff.user, folder.caseId, {
        type: 'ExtendClock',
        clockId: clock.clockId,
        ground: 'enrolleeRequest',
        reason: 'You asked us to wait for the notes of your visit next week.',
      });
      if (extended.kind === 'done') counts.extended += 1;
    }
    if (random.chance(0.8)) {
      const at = world.now() + random.wait(toll ? 6 : 1.2) * day;
      later(at, async () => {
        const open = (await state(folder.caseId)).informationRequests.find((r) => r.answeredAt === undefined);
        if (!open || !isOpen(await state(folder.caseId))) return;
        await act(coordinator, folder.caseId, {
          type: 'ReceiveInformation',
          requestId: open.requestId,
          summary: 'Notes of the last visit.',
          facts: [],
        });
        counts.answered += 1;
        await toPool(folder);
      });
    } else counts.never += 1;
    later(until + hour, async () => {
      const c2 = await state(folder.caseId);
      if (!isOpen(c2) || c2.informationRequests.every((r) => r.answeredAt !== undefined)) return;
      folder.silent = true;
      await toPool(folder);
    });
  };

  /** What a nurse makes of a case once it has been read. */
  const nurseEnds = async (staff: Staff, folder: Folder): Promise<void> => {
    const c = await state(folder.caseId);
    if (!isOpen(c)) return;
    const { program } = folder;
    const mayAsk =
      !folder.asked &&
      program.urgency === 'standard' &&
      c.urgency === 'standard' &&
      program.reviewType === 'prospective' &&
      !program.drug;
    const fresh = !folder.asked && c.items.length === 1;
    if (fresh && random.chance(0.015)) {
      counts.withdrawn += 1;
      await act(coordinator, folder.caseId, {
        type: 'Withdraw',
        requestedBy: c.request.requestingProvider.name,
        reason: 'The member chose another treatment.',
      });
      return;
    }
    if (fresh && random.chance(0.004)) {
      counts.voided += 1;
      await act(coordinator, folder.caseId, { type: 'Void', reason: 'Entered twice.' });
      return;
    }
    if (mayAsk && random.chance(0.012)) {
      counts.expedited += 1;
      await act(staff.user, folder.caseId, {
        type: 'SetUrgency',
        urgency: 'expedited',
        basis: 'The member is getting worse, the clinic says.',
        attested: true,
      });
      return approveOrRefer(staff, folder);
    }
    if (mayAsk && random.chance(0.15)) return askForInformation(staff, folder, c);
    return approveOrRefer(staff, folder);
  };

  const approveOrRefer = async (staff: Staff, folder: Folder): Promise<void> => {
    const c = await state(folder.caseId);
    if (!folder.silent && random.chance(0.8) && (await approve(staff, folder, c))) return;
    await refer(staff, folder, c);
  };

  return { nurseEnds };
};
