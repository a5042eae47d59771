import { part2 } from '@openum/content/disclosure/load.ts';
import type { Actor } from '@openum/domain/actor/actor.ts';
import { drawSample, seedOf } from '@openum/domain/audit/sample.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import { ratingCase, withoutProtected } from '@openum/domain/consistency/blind.ts';
import {
  casesFor,
  closedOn,
  progressOf,
  type Rater,
  type Rating,
  type RatingCase,
  type RatingSet,
  raterRoles,
  ratingProblems,
} from '@openum/domain/consistency/ratingSet.ts';
import { part2Problem } from '@openum/domain/part2/part2.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { type CalendarDate, dateInZone, type Instant, type ZoneId } from '@openum/domain/time/instant.ts';
import { loadEach } from '../case/loadEach.ts';
import type { Casework } from '../casework.ts';
import { withheldFrom } from '../part2/access.ts';
import type { FileKey } from '../port/auditSamples.ts';
import type { Tenant } from '../port/identity.ts';
import type { DecidedQuery, KeptRatingSet } from '../port/ratingSets.ts';
import type { Scope } from '../port/scope.ts';

export type RatingSetWish = Omit<DecidedQuery, 'decided'> & {
  readonly title: string;
  readonly approved: number;
  readonly adverse: number;
  readonly dueOn: CalendarDate;
  readonly raterIds: readonly string[];
  readonly seed?: number;
  /** Only lines read against this criteria set. */
  readonly criteriaSetId?: string;
};

export type NoSet = 'raterUnknown' | 'tooFewRaters' | 'nothingDecided' | 'duePast';

const fewestRaters = 2;

const untilFirstDecision = (events: readonly RecordedEvent[], itemSequence: number): readonly RecordedEvent[] => {
  const at = events.findIndex((e) => e.type === 'ItemDetermined' && e.data.itemSequence === itemSequence);
  return at < 0 ? [] : events.slice(0, at + 1);
};

/** As many of the drawn lines as can be rated, in the order in which they were drawn. */
const readyToRate = async (
  { cases, knowledge }: Casework,
  scope: Scope,
  drawn: readonly FileKey[],
  wanted: number,
  criteriaSetId: string | undefined,
): Promise<readonly Omit<RatingCase, 'position'>[]> => {
  const ready: Omit<RatingCase, 'position'>[] = [];
  for (const { caseId, itemSequence } of drawn) {
    if (ready.length === wanted) break;
    const events = await cases.events(scope, caseId);
    const state = fold(untilFirstDecision(events, itemSequence));
    const found = state.kind === 'case' ? ratingCase(state, itemSequence, events) : undefined;
    if (!found || (criteriaSetId !== undefined && found.blinded.criteria.setId !== criteriaSetId)) continue;
    const { service } = found.blinded;
    const label = service.display ?? serviceOf(knowledge.services, service)?.label;
    const named = label === undefined ? service : { ...service, display: label };
    ready.push({ ...found, caseId, blinded: { ...found.blinded, service: named } });
  }
  return ready;
};

/** Draws past lines by chance, leaves out whose they were and what became of them, and gives them to the raters. */
export const createRatingSet = async (
  casework: Casework,
  { tenantId, zone }: Tenant,
  by: Rater,
  { approved, adverse, raterIds, seed: asked, criteriaSetId, title, dueOn, ...query }: RatingSetWish,
): Promise<RatingSet | NoSet> => {
  const { ratingSets, identity, environment } = casework;
  const scope = { tenantId };
  if (dueOn < dateInZone(environment.now(), zone)) return 'duePast';
  const users = (await identity.users(scope)).filter((u) => u.active && u.roles.some((r) => raterRoles.includes(r)));
  const chosen = [...new Set(raterIds)];
  const raters = users.filter((u) => chosen.includes(u.userId)).map(({ userId, name }) => ({ userId, name }));
  if (raters.length < chosen.length) return 'raterUnknown';
  if (raters.length < fewestRaters) return 'tooFewRaters';
  const setId = environment.newId();
  const seed = asked ?? seedOf(environment.sha256Hex(setId));
  const draw = async (decided: 'approved' | 'adverse', size: number) => {
    if (size === 0) return [];
    const lines = await ratingSets.decidedLines(scope, { ...query, decided });
    return readyToRate(casework, scope, drawSample(lines, seed, lines.length), size, criteriaSetId);
  };
  const drawn = [...(await draw('approved', approved)), ...(await draw('adverse', adverse))];
  if (drawn.length === 0) return 'nothingDecided';
  // Approvals and denials in turn by chance, so that the place in the list says nothing.
  const mixed = drawSample(drawn, seed, drawn.length).map((c, i) => ({ ...c, position: i + 1 }));
  const set: RatingSet = {
    setId,
    title,
    fromDay: query.fromDay,
    beforeDay: query.beforeDay,
    seed,
    dueOn,
    raters,
    createdAt: environment.now(),
    createdByUserId: by.userId,
    createdByName: by.name,
  };
  await ratingSets.save(scope, set, mixed);
  return set;
};

/** Whether the answers of a set may be seen, and no more of them are taken. */
export const isClosed = ({ set, cases, ratings }: KeptRatingSet, zone: ZoneId, now: Instant): boolean => {
  const raterIds = set.raters.map((r) => r.userId);
  return closedOn({ dueOn: set.dueOn, ...progressOf(cases, ratings, raterIds) }, dateInZone(now, zone));
};

/** What one rater sees of a set: the own lines, the own answers, and nothing of anybody else. */
export type RaterView = {
  readonly set: Pick<RatingSet, 'setId' | 'title' | 'dueOn' | 'createdAt'>;
  /** No more answers are taken. */
  readonly closed: boolean;
  readonly cases: readonly {
    readonly position: number;
    readonly blinded: RatingCase['blinded'];
    readonly own?: Rating;
  }[];
};

export const raterView = (kept: KeptRatingSet, userId: string, zone: ZoneId, now: Instant): RaterView | undefined => {
  const { set, cases, ratings } = kept;
  if (!set.raters.some((r) => r.userId === userId)) return undefined;
  const { setId, title, dueOn, createdAt } = set;
  return {
    set: { setId, title, dueOn, createdAt },
    closed: isClosed(kept, zone, now),
    cases: casesFor(cases, userId).map(({ position, blinded }) => {
      const own = ratings.find((r) => r.position === position && r.userId === userId);
      return { position, blinded, ...(own ? { own } : {}) };
    }),
  };
};

/** The same for this reader: facts of a protected record without their values, where the reader may not open it. */
export const shownToRater = async (
  { cases }: Casework,
  scope: Scope,
  { cases: lines }: KeptRatingSet,
  view: RaterView,
  reader: Actor,
): Promise<RaterView> => {
  if (!part2Problem(reader, part2)) return view;
  const caseIds = [...new Set(lines.map((l) => l.caseId))];
  const loaded = await loadEach(cases, scope, caseIds);
  const closed = new Set(loaded.filter((l) => withheldFrom(l, reader)).map((l) => l.caseId));
  const isClosed = (position: number): boolean => lines.some((l) => l.position === position && closed.has(l.caseId));
  return {
    ...view,
    cases: view.cases.map((c) => (isClosed(c.position) ? { ...c, blinded: withoutProtected(c.blinded) } : c)),
  };
};

export type NotRated =
  | 'noSuchLine'
  | 'ratedBefore'
  | 'closed'
  | { readonly problems: ReturnType<typeof ratingProblems> };

/** Keeps what a rater says of a line, once, while the set is open. */
export const rate = async (
  { ratingSets, environment }: Casework,
  { tenantId, zone }: Tenant,
  setId: string,
  rating: Omit<Rating, 'ratedAt'>,
): Promise<Rating | NotRated> => {
  const scope = { tenantId };
  const kept = await ratingSets.find(scope, setId);
  const view = kept && raterView(kept, rating.userId, zone, environment.now());
  const own = view?.cases.find((c) => c.position === rating.position);
  if (!own) return 'noSuchLine';
  if (own.own) return 'ratedBefore';
  if (view?.closed) return 'closed';
  const problems = ratingProblems(own.blinded, rating.leaves);
  if (problems.length > 0) return { problems };
  const complete = { ...rating, ratedAt: environment.now() };
  return (await ratingSets.rate(scope, setId, complete)) ? complete : 'ratedBefore';
};
