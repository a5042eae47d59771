import type { Case } from '@openum/domain/case/state.ts';
import { type Match, nobodyText, pickFrom } from '@openum/domain/matching/match.ts';
import { absenceAt, type Physician } from '@openum/domain/matching/physician.ts';
import { openPeerToPeers, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import {
  type EscalationGround,
  escalationGround,
  remindersDue,
  type TalkReminder,
} from '@openum/domain/peerToPeer/reminder.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { physiciansOf } from '../matching/people.ts';
import { rankFor } from '../matching/rank.ts';
import type { Tenant } from '../port/identity.ts';
import { hardDeadlines } from './basis.ts';
import { mailClinician } from './mail.ts';

/** What has to be said to people of the plan about one talk. */
export type TalkNews =
  | { readonly kind: 'reminder'; readonly offer: PeerToPeer; readonly key: string; readonly userIds: readonly string[] }
  | { readonly kind: 'deputy'; readonly offer: PeerToPeer; readonly userIds: readonly string[] }
  /** Nobody may take it in time. */
  | { readonly kind: 'noDeputy'; readonly offer: PeerToPeer; readonly problem: string };

type Watch = {
  readonly casework: Casework;
  readonly tenant: Tenant;
  readonly caseId: string;
  readonly state: Case;
  readonly people: readonly Physician[];
};

const system = { kind: 'system', component: 'flow' } as const;

const groundWords: Record<EscalationGround, string> = {
  nobodyTookIt: 'Nobody of the plan had taken the talk in good time',
  planMissed: 'The plan missed the talk and nobody had named a deputy',
  away: 'The physician of the talk is out of office at its time',
};

/** Acts of a sweep that somebody else did meanwhile are no fault. */
const harmless = ['peerToPeerTold', 'peerToPeerEnded', 'peerToPeerUnknown', 'alreadyAssigned', 'notAllowedInStatus'];

const act = async (w: Watch, command: Parameters<typeof execute>[2]['command']): Promise<boolean> => {
  const executed = await execute(w.casework, { tenantId: w.tenant.tenantId }, { caseId: w.caseId, command });
  if (executed.kind === 'done') return executed.events.length > 0;
  if (executed.kind === 'refused' && harmless.includes(executed.refusal.code)) return false;
  throw new Error(executed.kind === 'refused' ? `refused: ${executed.refusal.code}` : 'the case kept changing');
};

/** Whoever speaks for the plan, or all who could when nobody is settled. */
const listeners = (w: Watch, offer: PeerToPeer): readonly Physician[] =>
  w.people.filter((p) => p.active && (offer.physician === undefined || p.userId === offer.physician.userId));

const remind = async (w: Watch, offer: PeerToPeer, due: readonly TalkReminder[]): Promise<readonly TalkNews[]> => {
  const last = due.at(-1);
  if (!last) return [];
  const to = listeners(w, offer);
  const mailId = `${offer.offerId}.${last.key.replace(/\W+/g, '-')}`;
  const clinician = await mailClinician({ ...w, offer, kind: last.about, mailId });
  if (clinician === 'unavailable') return [];
  const told = await act(w, () => ({
    type: 'TellPeerToPeer',
    actor: system,
    now: w.casework.environment.now(),
    offerId: offer.offerId,
    about: last.about,
    keys: due.map((r) => r.key),
    plan: to.map((p) => p.name),
    clinician,
  }));
  return told ? [{ kind: 'reminder', offer, key: last.key, userIds: to.map((p) => p.userId) }] : [];
};

const deputise = async (
  w: Watch,
  offer: PeerToPeer,
  ground: EscalationGround,
  ranked: readonly Match[],
): Promise<readonly TalkNews[]> => {
  const before = offer.physician?.userId;
  // Whoever has the case speaks for it when nobody was named.
  const owner =
    before === undefined ? ranked.find((m) => m.reachable && m.userId === w.state.assignee?.userId) : undefined;
  const to = owner ?? pickFrom(ranked, before);
  if (!to) {
    const others = ranked.filter((m) => m.userId !== before);
    return [
      { kind: 'noDeputy', offer, problem: others.length === 0 ? 'no other physician is on file' : nobodyText(others) },
    ];
  }
  const given = await act(w, () => ({
    type: 'EscalatePeerToPeer',
    actor: system,
    now: w.casework.environment.now(),
    offerId: offer.offerId,
    to: { userId: to.userId, name: to.name },
    reason: groundWords[ground],
  }));
  return given ? [{ kind: 'deputy', offer, userIds: [to.userId, ...(before ? [before] : [])] }] : [];
};

/**
 * Looks after every open talk of a case: gives a talk that nobody keeps to a deputy and tells both sides of what is near. Returns what
 * people of the plan have to be told. Safe to call again, and in several processes at once.
 */
export const watchTalks = async (casework: Casework, tenant: Tenant, caseId: string): Promise<readonly TalkNews[]> => {
  const scope = { tenantId: tenant.tenantId };
  const { knowledge, environment, cases } = casework;
  const loaded = await loadCase(cases, scope, caseId);
  if (!loaded) return [];
  const { state } = loaded;
  const now = environment.now();
  const people = await physiciansOf(casework, scope);
  const w: Watch = { casework, tenant, caseId, state, people };
  const deadlines = hardDeadlines(state, knowledge, now);
  const news: TalkNews[] = [];
  for (const offer of openPeerToPeers(state)) {
    const holder = people.find((p) => p.userId === offer.physician?.userId);
    const isAway = (at: typeof now) => holder !== undefined && absenceAt(holder, at) !== undefined;
    const ground = escalationGround(offer, deadlines, knowledge.peerToPeerPolicy, now, isAway);
    if (ground) news.push(...(await deputise(w, offer, ground, rankFor(state, people, knowledge, now))));
    news.push(...(await remind(w, offer, remindersDue(offer, deadlines, knowledge.peerToPeerPolicy, now))));
  }
  return news;
};
