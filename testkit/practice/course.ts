import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import { addElapsed, type Instant, startOfDay, zoneId } from '@openum/domain/time/instant.ts';
import { dayOf, type EpisodeBody, type EpisodeStory, service, staff, whenActed } from './episode.ts';

export const zone = zoneId('America/New_York');

/** Noon of the n-th day of the stay, or another hour of it. */
export const onDay = (n: number, hour = 12): Instant => addElapsed(startOfDay(dayOf(n), zone), { hours: hour });

const roleFor = (type: EpisodeBody['type']): Role =>
  type === 'BillServices' || type === 'ApplyRemittance' ? 'biller' : 'utilizationReviewStaff';

/** What comes of an act at noon of a day. */
export const tried = (story: EpisodeStory, n: number, body: EpisodeBody): EpisodeStory | Refusal => {
  const command = { ...body, actor: staff(roleFor(body.type)), now: onDay(n), today: dayOf(n) } as EpisodeCommand;
  const decided = whenActed(story, command);
  if (isRefusal(decided)) return decided;
  const events = [...story.events, ...decided];
  return { events, state: foldEpisode(events) };
};

/** The story after these acts of one day. Throws when one is refused. */
export const after = (story: EpisodeStory, n: number, ...bodies: readonly EpisodeBody[]): EpisodeStory =>
  bodies.reduce((s, body) => {
    const next = tried(s, n, body);
    if (isRefusal(next)) throw new Error(`day ${n}: ${body.type} was refused: ${next.code}`);
    return next;
  }, story);

/** A day of care, each recorded on its own day. */
export const cared = (story: EpisodeStory, from: number, to: number): EpisodeStory =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).reduce(
    (s, n) => after(s, n, { type: 'RecordServices', services: [service(n)], policy: 'warn' }),
    story,
  );
