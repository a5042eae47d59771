import {
  act,
  acted,
  admitted,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  now,
  opened,
  submission,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import { noEpisode } from '../episode/state.ts';
import { addElapsed } from '../time/instant.ts';

const { channel: _c, sentAt: _s, spokeWith: _w, ...request } = submission();
const made = (change: object = {}): EpisodeBody => ({
  type: 'MakePacket',
  packetId: 'packet-1',
  coverageId: 'cov-1',
  request,
  updates: [{ wanted: 'Risk now', text: 'Cravings daily.' }],
  parts: [],
  addressee: 'Prairie Harbor Health Plan',
  pages: 2,
  sha256: 'a'.repeat(64),
  ...change,
});
const sent = (change: object = {}): EpisodeBody => ({
  type: 'SendPacket',
  packetId: 'packet-1',
  way: 'fax',
  sentTo: '+1 555 010 0141',
  sentAt: now,
  ...change,
});
const refusal = (story: EpisodeStory, body: EpisodeBody) => whenActed(story, act(body));
const waiting = acted(admitted, made());

describe('a packet', () => {
  test('is made without a word of it standing as sent', () => {
    const e = episodeOf(waiting);
    expect(e.packets).toMatchObject([{ packetId: 'packet-1', made: { by: 'Practice utilizationReviewStaff' } }]);
    expect(e.submissions).toEqual([]);
  });

  test('that has gone writes the request into the record, by the way on which it went', () => {
    const e = episodeOf(acted(waiting, sent()));
    expect(e.submissions).toMatchObject([{ submissionId: 'sub-1', channel: 'fax', sentTo: '+1 555 010 0141' }]);
    expect(e.packets[0]?.sent).toMatchObject({ way: 'fax', by: 'Practice utilizationReviewStaff' });
    expect(refusal(acted(waiting, sent()), sent())).toMatchObject({ code: 'packetSent' });
  });

  test('that went by a portal needs the reference or a name, as any such request', () => {
    expect(refusal(waiting, sent({ way: 'portal' }))).toMatchObject({ code: 'fieldMissing' });
    expect(episodeOf(acted(waiting, sent({ way: 'portal', reference: 'R-9' }))).submissions[0]?.reference).toBe('R-9');
  });

  test('that could not be sent says so and can still go', () => {
    const failed: EpisodeBody = {
      type: 'RecordPacketFailure',
      packetId: 'packet-1',
      way: 'fax',
      sentTo: '1',
      reason: 'the server answered 550',
    };
    const e = episodeOf(acted(waiting, failed, sent()));
    expect(e.packets[0]?.failures).toMatchObject([{ reason: 'the server answered 550' }]);
    expect(e.submissions).toHaveLength(1);
  });

  test('can be the answer to what a payer asked for', () => {
    const asked = acted(
      admitted,
      { type: 'RecordSubmission', ...submission() },
      {
        type: 'RecordAnswer',
        submissionId: 'sub-1',
        answer: { outcome: 'informationRequested', answeredAt: now, wanted: ['Last notes'] },
        authorizations: [],
      },
      made({ request: undefined, answers: { submissionId: 'sub-1', summary: 'The last notes.' } }),
    );
    expect(episodeOf(acted(asked, sent())).submissions[0]?.informationSent).toMatchObject([
      { summary: 'The last notes.' },
    ]);
  });

  test('is refused by the rules of what it will record', () => {
    expect(refusal(admitted, made({ request: { ...request, coverageId: 'none' } }))).toMatchObject({
      code: 'coverageUnknown',
    });
    expect(refusal(admitted, made({ request: undefined }))).toMatchObject({ code: 'fieldMissing' });
    const parts = [{ documentId: 'gone', title: 'x', firstPage: 2, lastPage: 2 }];
    expect(refusal(admitted, made({ parts }))).toMatchObject({ code: 'episodeDocumentUnknown' });
    expect(refusal(waiting, sent({ sentAt: addElapsed(now, { hours: -1 }) }))).toMatchObject({
      facts: { field: 'sentAt' },
    });
  });

  test('with records under 42 CFR Part 2 names the consent on which it rests', () => {
    const patient = { ...(opened as Extract<EpisodeBody, { type: 'OpenEpisode' }>).patient, part2: true };
    const story = acted(
      { events: [], state: noEpisode },
      { ...opened, patient } as EpisodeBody,
      { type: 'SetCoverage', ...episodeOf(admitted).coverages[0] } as EpisodeBody,
    );
    expect(refusal(story, made())).toMatchObject({ code: 'fieldMissing', facts: { field: 'consent' } });
    expect(episodeOf(acted(story, made({ consent: 'Signed at intake' }))).packets).toHaveLength(1);
  });
});
