import {
  act,
  acted,
  admitted,
  dayOf,
  type EpisodeBody,
  episodeOf,
  today,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/instant.ts';

const note = (change: object = {}): EpisodeBody => ({
  type: 'AddDocument',
  documentId: 'doc-1',
  title: 'Progress note',
  kind: 'progressNote',
  contentType: 'application/pdf',
  sizeBytes: 900,
  sha256: 'a'.repeat(64),
  recordedOn: dayOf(3),
  ...change,
});
const added = acted(admitted, note());
const refusalOf = (body: EpisodeBody, story = added) => whenActed(story, act(body));

describe('a document of an episode', () => {
  test('stands with who added it, its kind and the day on which it was written', () => {
    expect(episodeOf(added).documents).toMatchObject([
      {
        documentId: 'doc-1',
        kind: 'progressNote',
        recordedOn: dayOf(3),
        added: { by: 'Practice utilizationReviewStaff' },
      },
    ]);
  });

  test('is not taken twice, and not from the future', () => {
    expect(refusalOf(note({ documentId: 'doc-2' }))).toMatchObject({
      code: 'documentRepeated',
      facts: { title: 'Progress note' },
    });
    const tomorrow = { documentId: 'doc-2', sha256: 'b'.repeat(64), recordedOn: addDays(today, 1) };
    expect(refusalOf(note(tomorrow))).toMatchObject({ code: 'fieldInvalid', facts: { field: 'recordedOn' } });
  });

  test('is described anew; what the new description leaves out is unknown again', () => {
    const described = acted(added, { type: 'DescribeDocument', documentId: 'doc-1', title: 'Nursing note' });
    const [document] = episodeOf(described).documents;
    expect(document).toMatchObject({ title: 'Nursing note', sizeBytes: 900 });
    expect(document).not.toHaveProperty('kind');
    expect(document).not.toHaveProperty('recordedOn');
  });

  test('that was put to the wrong patient is taken back with the reason, and may come again', () => {
    const back = acted(added, { type: 'WithdrawDocument', documentId: 'doc-1', reason: 'Other patient' });
    expect(episodeOf(back).documents[0]?.withdrawn?.reason).toBe('Other patient');
    expect(refusalOf({ type: 'DescribeDocument', documentId: 'doc-1', title: 'x' }, back)).toMatchObject({
      code: 'episodeDocumentUnknown',
    });
    expect(episodeOf(acted(back, note({ documentId: 'doc-2' }))).documents).toHaveLength(2);
  });
});
