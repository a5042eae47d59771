import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { anAppealsDesk } from './appeals.ts';
import { type Heap, heap } from './heap.ts';
import type { Skill } from './population.ts';
import type { Program } from './programs.ts';
import { day, iso } from './time.ts';
import type { World } from './world.ts';

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

export const isOpen = (c: Case): boolean => openItems(c).length > 0 && !c.withdrawn && !c.voided;

/** What everybody in the house shares: the piles of work, the calendar and the tally. */
export const anOffice = (world: World, later: Later) => {
  const { state } = world;
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

  return { world, later, pools, inbox, counts, appeals: anAppealsDesk(world, later), toPool, toPhysician };
};
export type Office = ReturnType<typeof anOffice>;
