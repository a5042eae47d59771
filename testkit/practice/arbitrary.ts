import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { onDay, tried } from './course.ts';
import {
  admitted,
  authorization,
  dayOf,
  dayProgramme,
  type EpisodeBody,
  type EpisodeStory,
  service,
  submission,
} from './episode.ts';

const day = fc.integer({ min: 0, max: 30 });
const span = fc.tuple(day, day).map(([a, b]) => ({ from: dayOf(Math.min(a, b)), to: dayOf(Math.max(a, b)) }));

type Act = { readonly on: number; readonly body: EpisodeBody };

/** Acts by the day on which they are tried; one that the rules refuse leaves the story as it is. */
export const arbitraryActs: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc.tuple(
      day,
      fc.oneof(
        fc.tuple(day, fc.integer({ min: 1, max: 2 })).map(
          ([n, units]) =>
            (i: number): EpisodeBody => ({
              type: 'RecordServices',
              services: [service(n, { serviceId: `s${i}`, units })],
              policy: 'warn',
            }),
        ),
        fc.tuple(span, fc.option(fc.integer({ min: 1, max: 9 }))).map(
          ([s, units]) =>
            (i: number): EpisodeBody => ({
              type: 'RecordAuthorization',
              authorization: authorization({
                authorizationId: `a${i}`,
                number: `PA-${i}`,
                ...s,
                ...(units === null ? {} : { units }),
              }),
            }),
        ),
        day.map(
          (n) => (): EpisodeBody => ({
            type: 'CorrectAuthorization',
            authorization: authorization({ authorizationId: 'a0', to: dayOf(n) }),
            reason: 'The payer gave other days.',
          }),
        ),
        span.map(
          (s) =>
            (i: number): EpisodeBody => ({
              type: 'RecordSubmission',
              ...submission({ submissionId: `sub${i}`, kind: 'continuedStay', ...s, sentAt: onDay(1) }),
            }),
        ),
        day.map(
          (n) =>
            (i: number): EpisodeBody => ({
              type: 'RecordTalkOffer',
              offerId: `t${i}`,
              opensAt: onDay(n),
              closesAt: addElapsed(onDay(n), { hours: 24 }),
            }),
        ),
        fc.constant(
          (i: number): EpisodeBody => ({
            type: 'RecordDenial',
            denialId: `d${i}`,
            coverageId: 'cov-1',
            source: 'letter',
            receivedOn: dayOf(3),
            from: dayOf(0),
            to: dayOf(2),
            adjustmentCodes: [],
            remarkCodes: [],
            amount: 90_000,
          }),
        ),
        day.map(
          (n) => (): EpisodeBody => ({
            type: 'ChangeLevelOfCare',
            programme: dayProgramme,
            from: dayOf(n),
            reason: 'Ready for the next level.',
          }),
        ),
        day.map(
          (n) =>
            (i: number): EpisodeBody => ({ type: 'WithdrawServices', serviceIds: [`s${i - 1}`], reason: `day ${n}` }),
        ),
        day.map((n) => (): EpisodeBody => ({ type: 'DischargeEpisode', on: dayOf(n), disposition: 'home' })),
      ),
    ),
    { maxLength: 14 },
  )
  .map((list) => list.map(([on, body], i) => ({ on, body: body(i) })).toSorted((a, b) => a.on - b.on));

/** The admission on the first day of the stay. */
const dated: EpisodeStory = (() => {
  const events = admitted.events.map((e) => ({ ...e, recordedAt: onDay(0), occurredAt: onDay(0) }));
  return { events, state: foldEpisode(events) };
})();

export const storyOfActs = (list: readonly Act[]): EpisodeStory =>
  list.reduce((story: EpisodeStory, { on, body }) => {
    const next = tried(story, on, body);
    return 'kind' in next ? story : next;
  }, dated);
