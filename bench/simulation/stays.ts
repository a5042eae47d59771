import type { Case } from '@openum/domain/case/state.ts';
import type { Folder, Office } from './office.ts';
import { coordinator, lines } from './population.ts';
import { day, hour, iso } from './time.ts';

/** After a decision on days of a stay: the member leaves, or the hospital asks for more before they end. */
export const staysOf = ({ world, later, counts, toPool }: Office) => {
  const { random, act } = world;
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

  return { stayGoesOn };
};
