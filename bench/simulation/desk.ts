import type { GivenDecision } from '@openum/casework/case/act.ts';
import { demandOf } from '@openum/casework/peerToPeer/basis.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { concluded } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { anAppealsDesk } from './appeals.ts';
import type { Program } from './arrivals.ts';
import { type Heap, heap } from './heap.ts';
import { coordinator, lines, type Skill, type Staff, skills } from './population.ts';
import type { World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Doing = () => Promise<void>;
export type Later = (at: number, doing: Doing) => void;

/** A case as the people around it know it. */
export type Folder = {
  readonly caseId: string;
  readonly program: Program;
  readonly skill: Skill;
  asked?: true;
  /** Set when nothing more was heard of what was asked. */
  silent?: true;
  /** Set by a physician before a talk: what is going to be decided. */
  verdict?: 'denied' | 'partiallyApproved';
  /** Days that the member will stay. */
  stayDays?: number;
};

const iso = (ms: number): Instant => new Date(ms).toISOString() as Instant;

const localOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('America/Chicago');

const onShift = (staff: Staff, ms: number): boolean => {
  const t = localOf(ms);
  const minutes = t.hour * 60 + t.minute;
  return (
    staff.days.includes(t.dayOfWeek) &&
    minutes >= staff.from &&
    minutes < staff.until &&
    !staff.off.has(t.toPlainDate().toString())
  );
};

const nextShift = (staff: Staff, ms: number): number => {
  const t = localOf(ms);
  for (let d = 0; d < 60; d++) {
    const date = t.toPlainDate().add({ days: d });
    const start = date.toZonedDateTime({
      timeZone: 'America/Chicago',
      plainTime: { hour: Math.floor(staff.from / 60), minute: staff.from % 60 },
    }).epochMilliseconds;
    if (start > ms && staff.days.includes(date.dayOfWeek) && !staff.off.has(date.toString())) return start;
  }
  return ms + 60 * day;
};

const rationale =
  'The notes that were sent do not show the findings that the criteria ask for; the measured values lie outside the stated limits.';
const memberRationale =
  'The notes from your doctor do not show what the rules for this care ask for. The test results are outside the limits.';

export const aDesk = (world: World, later: Later) => {
  const { random, act, state } = world;
  const pools: Record<Skill, Heap<Folder>> = { medical: heap(), surgical: heap(), inpatient: heap() };
  const inbox = new Map(world.physicians.map((p) => [p.user.userId, heap<Folder>()]));
  const counts = {
    claims: 0,
    asked: 0,
    answered: 0,
    never: 0,
    referred: 0,
    talks: 0,
    held: 0,
    extended: 0,
    expedited: 0,
    withdrawn: 0,
    voided: 0,
    continued: 0,
    discharged: 0,
    deniedByPhysician: 0,
    approvedByPhysician: 0,
    approvedByNurse: 0,
  };

  const appeals = anAppealsDesk(world, later);

  const isOpen = (c: Case): boolean => openItems(c).length > 0 && !c.withdrawn && !c.voided;
  const toPool = async (folder: Folder): Promise<void> => {
    const rows = await world.store.cases.rows({ tenantId: 'plan' }, folder.caseId);
    pools[folder.skill].push(Date.parse(rows?.case.nextDueAt ?? iso(world.now() + 30 * day)), folder);
  };
  /** A referral goes to whom the product gave it, or to the one with the least on the desk. */
  const toPhysician = async (folder: Folder, at = world.now()): Promise<void> => {
    const assigned = (await state(folder.caseId)).assignee?.userId;
    const box =
      (assigned === undefined ? undefined : inbox.get(assigned)) ??
      [...inbox.values()].sort((a, b) => a.size() - b.size())[0];
    box?.push(at, folder);
  };

  const stayGoesOn = (folder: Folder, c: Case): void => {
    const approved = c.items
      .flatMap((i) =>
        i.determination && 'authorized' in i.determination && i.determination.authorized
          ? [i.determination.authorized.period.end ?? '']
          : [],
      )
      .sort()
      .at(-1);
    if (folder.stayDays === undefined || approved === undefined || !c.stay) return;
    const admitted = Date.parse(c.stay.admittedAt);
    const leaves = admitted + folder.stayDays * day;
    const endOfApproved = Temporal.PlainDate.from(approved)
      .add({ days: 1 })
      .toZonedDateTime(lines[folder.program.line].zone).epochMilliseconds;
    if (leaves <= endOfApproved) {
      later(Math.max(leaves, world.now() + hour), async () => {
        counts.discharged += 1;
        await act(coordinator, folder.caseId, {
          type: 'RecordDischarge',
          dischargedAt: iso(world.now()),
          disposition: 'home',
        });
      });
      return;
    }
    later(Math.max(endOfApproved - random.whole(4, 30) * hour, world.now() + hour), async () => {
      const done = await act(coordinator, folder.caseId, {
        type: 'RequestContinuedStay',
        days: random.whole(2, 4),
        levelOfCare: 'medicalSurgical',
        clinicalUpdate: 'Still on intravenous treatment; walks with help.',
        receivedAt: iso(world.now()),
        channel: 'fax',
        urgency: 'expedited',
        requestedBy: 'Case manager of the hospital',
      });
      if (done.kind !== 'done') return;
      counts.continued += 1;
      await toPool(folder);
    });
  };

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

  const nurseTurn =
    (staff: Staff): Doing =>
    async () => {
      const now = world.now();
      if (!onShift(staff, now)) return later(nextShift(staff, now), nurseTurn(staff));
      const box = staff.skills
        .map((s) => pools[s])
        .filter((p) => p.size() > 0)
        .sort((a, b) => (a.peek()?.at ?? 0) - (b.peek()?.at ?? 0))[0];
      const folder = box?.pop()?.value;
      if (!folder) return later(now + 10 * minute, nurseTurn(staff));
      const c = await state(folder.caseId);
      if (!isOpen(c)) return later(now, nurseTurn(staff));
      counts.claims += 1;
      if (c.assignee && c.assignee.userId !== staff.user.userId)
        await act(coordinator, folder.caseId, {
          type: 'Assign',
          toUserId: staff.user.userId,
          reason: 'Whoever is free takes the most urgent.',
        });
      else if (!c.assignee) await act(staff.user, folder.caseId, { type: 'Claim' });
      const done = now + random.whole(12, 38) * minute;
      later(done, async () => {
        await nurseEnds(staff, folder);
        await nurseTurn(staff)();
      });
    };

  const physicianTurn =
    (staff: Staff): Doing =>
    async () => {
      const now = world.now();
      if (!onShift(staff, now)) return later(nextShift(staff, now), physicianTurn(staff));
      const own = inbox.get(staff.user.userId);
      // Whoever has nothing takes what has lain longest with others.
      const box =
        own && own.size() > 0
          ? own
          : [...inbox.values()]
              .filter((b) => (b.peek()?.at ?? now) < now - 3 * hour)
              .sort((a, b) => (a.peek()?.at ?? 0) - (b.peek()?.at ?? 0))[0];
      const folder = box?.pop()?.value;
      if (!folder) return later(now + 10 * minute, physicianTurn(staff));
      const c = await state(folder.caseId);
      if (isOpen(c)) {
        if (c.assignee && c.assignee.userId !== staff.user.userId)
          await act(coordinator, folder.caseId, { type: 'Assign', toUserId: staff.user.userId, reason: 'Taken over.' });
        else if (!c.assignee) await act(staff.user, folder.caseId, { type: 'Claim' });
        await world.openEverything(staff.user, folder.caseId, c);
      }
      later(now + random.whole(10, 30) * minute, async () => {
        await physicianEnds(staff, folder);
        await physicianTurn(staff)();
      });
    };

  return {
    counts,
    appeals: appeals.counts,
    toPool,
    begin: (at: number): void => {
      for (const n of world.nurses) later(nextShift(n, at), nurseTurn(n));
      for (const p of world.physicians) later(nextShift(p, at), physicianTurn(p));
    },
    waiting: (): number =>
      skills.reduce((sum, s) => sum + pools[s].size(), 0) + [...inbox.values()].reduce((sum, b) => sum + b.size(), 0),
  };
};
