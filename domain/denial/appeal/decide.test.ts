import {
  act,
  acted,
  admitted,
  dayOf,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  today,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import type { AppealDraft } from './draft.ts';

const denied = acted(admitted, {
  type: 'RecordDenial',
  denialId: 'den-1',
  coverageId: 'cov-1',
  source: 'letter',
  receivedOn: today,
  from: dayOf(5),
  to: dayOf(6),
  adjustmentCodes: [],
  remarkCodes: [],
  amount: 180_000,
});
const written: AppealDraft = {
  criteriaId: 'guide',
  criteriaName: 'Residential',
  opening: 'We appeal.',
  points: [{ leafId: 'risk', label: 'Risk', statement: 'Thoughts on two days.', quotes: [] }],
  closing: 'Please overturn.',
  exhibits: [],
};
const appeal = { appealId: 'app-1', denialId: 'den-1', level: 1, urgency: 'standard' as const };
const drafted = (draft: AppealDraft = written): EpisodeBody => ({
  type: 'DraftAppeal',
  ...appeal,
  letter: draft.opening,
  draft,
});
const bound = (fileId = 'file-1'): EpisodeBody => ({
  type: 'BindAppeal',
  appealId: 'app-1',
  fileId,
  pages: 2,
  sha256: 'a'.repeat(64),
  parts: [],
});
const sent = (change: object = {}): EpisodeBody => ({
  type: 'SendAppeal',
  ...appeal,
  letter: 'We appeal.',
  draft: written,
  sentOn: today,
  fileId: 'file-1',
  way: 'fax',
  ...change,
});
const refusal = (story: EpisodeStory, body: EpisodeBody) => whenActed(story, act(body));
const of = (story: EpisodeStory) => episodeOf(story).appeals[0];

describe('an appeal that is written here', () => {
  test('keeps every version of its draft', () => {
    const story = acted(denied, drafted(), drafted({ ...written, opening: 'We appeal again.' }));
    expect(of(story)?.versions.map((v) => v.draft?.opening)).toEqual(['We appeal.', 'We appeal again.']);
    expect(of(story)).toMatchObject({ letter: 'We appeal again.' });
  });

  test('is bound as it stands; a change of the draft undoes that', () => {
    const story = acted(denied, drafted(), bound());
    expect(of(story)?.file).toMatchObject({ fileId: 'file-1', pages: 2 });
    const changed = acted(story, drafted());
    expect(of(changed)).not.toHaveProperty('file');
    expect(refusal(changed, sent())).toMatchObject({ code: 'appealNotBound' });
  });

  test('goes with its file, and how it went stands with it', () => {
    const story = acted(denied, drafted(), bound(), sent({ reference: 'A-1' }));
    expect(of(story)).toMatchObject({ sentOn: today, sent: { way: 'fax', fileId: 'file-1', reference: 'A-1' } });
    expect(of(story)?.versions).toHaveLength(1);
    expect(refusal(story, drafted())).toMatchObject({ code: 'practiceAppealSent' });
    expect(refusal(story, bound('file-2'))).toMatchObject({ code: 'practiceAppealSent' });
  });

  test('does not go, and is not bound, while something stands in brackets', () => {
    const open = { ...written, points: [{ ...written.points[0]!, statement: '[Clinician: add the night.]' }] };
    expect(refusal(acted(denied, drafted(open)), bound())).toMatchObject({ code: 'appealInBrackets' });
    expect(refusal(denied, sent({ draft: open, fileId: undefined }))).toMatchObject({ code: 'appealInBrackets' });
    expect(refusal(denied, sent({ draft: undefined, fileId: undefined, letter: '[Add the finding.]' }))).toMatchObject({
      code: 'appealInBrackets',
    });
  });

  test('may not have exhibits that are not in the episode', () => {
    expect(refusal(denied, drafted({ ...written, exhibits: [{ documentId: 'gone' }] }))).toMatchObject({
      code: 'episodeDocumentUnknown',
    });
  });

  test('that no server took says so, and can still go', () => {
    const failed: EpisodeBody = {
      type: 'RecordAppealFailure',
      appealId: 'app-1',
      way: 'fax',
      sentTo: '1',
      reason: '550',
    };
    const story = acted(denied, drafted(), bound(), failed, sent());
    expect(of(story)?.failures).toMatchObject([{ reason: '550' }]);
    expect(of(story)?.sentOn).toBe(today);
  });
});
