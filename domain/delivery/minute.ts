import { addElapsed, type Instant, laterOf } from '../time/instant.ts';

/** People read clocks to the minute: what is said to have been in the minute of `earliest` was not before it. */
export const notBefore = (said: Instant, earliest: Instant): Instant =>
  addElapsed(said, { minutes: 1 }) > earliest ? laterOf(said, earliest) : said;
