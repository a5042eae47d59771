import { submission } from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import type { EpisodeSubmission } from '../episode/state.ts';
import { type FileStanding, standingOf, wholeFile } from './file.ts';
import type { AuthorizationReply, ReplyLine } from './part.ts';
import { repliedTo } from './reply.ts';

const note = (standing: FileStanding, part = wholeFile) => ({ part, standing });

describe('how a file stands', () => {
  test('begins as kept when it came, and as made when it is to go', () => {
    expect(standingOf('in', [])).toBe('kept');
    expect(standingOf('out', [])).toBe('made');
  });

  test('is what was noted last of the whole', () => {
    expect(standingOf('out', [note('handedOver'), note('accepted'), note('answered')])).toBe('answered');
  });

  test('with several parts is that of the part which wants a person most', () => {
    const read = [note('kept'), note('taken', 1), note('unmatched', 2)];
    expect(standingOf('in', read)).toBe('unmatched');
    expect(standingOf('in', [...read, note('taken', 2)])).toBe('taken');
    expect(standingOf('in', [...read, note('setAside')])).toBe('unmatched');
    expect(standingOf('in', [note('broken'), note('setAside')])).toBe('setAside');
  });
});

const asked = (codes: readonly string[] = ['H0018']): EpisodeSubmission => ({
  ...submission({ codes }),
  answers: [],
  informationSent: [],
});
const line = (more: Partial<ReplyLine> = {}): ReplyLine => ({ action: 'A1', wantsInformation: false, ...more });
const reply = (more: Partial<AuthorizationReply> = {}): AuthorizationReply => ({
  kind: 'authorization',
  references: ['sub-1'],
  memberNumber: 'PHP1000017',
  payerName: 'Prairie Harbor',
  services: [],
  rejections: [],
  ...more,
});
const actions = (s: EpisodeSubmission, r: AuthorizationReply) => {
  const answer = repliedTo(s, r);
  return answer.kind === 'lines' ? answer.lines.map((l) => [l.sequence, l.action, l.authorizationNumber]) : answer.kind;
};

describe('a 278 answer to a request', () => {
  test('holds for every line when it speaks of the event alone', () => {
    expect(actions(asked(['H0018', 'H0035']), reply({ event: line({ authorizationNumber: 'N1' }) }))).toEqual([
      [1, 'A1', 'N1'],
      [2, 'A1', 'N1'],
    ]);
  });

  test('speaks of each line by its code, in whatever order', () => {
    const services = [line({ code: 'H0035', action: 'A3' }), line({ code: 'H0018', authorizationNumber: 'N2' })];
    expect(actions(asked(['H0018', 'H0035']), reply({ services, event: line({ action: 'A4' }) }))).toEqual([
      [1, 'A1', 'N2'],
      [2, 'A3', undefined],
    ]);
  });

  test('answers the second line of a code by the second of its answers', () => {
    const services = [line({ code: 'H0018' }), line({ code: 'H0018', action: 'A3' })];
    expect(actions(asked(['H0018', 'H0018']), reply({ services }))).toEqual([
      [1, 'A1', undefined],
      [2, 'A3', undefined],
    ]);
  });

  test('without codes speaks by place', () => {
    const services = [line({ action: 'A3' }), line()];
    expect(actions(asked(['H0018', 'H0035']), reply({ services }))).toEqual([
      [1, 'A3', undefined],
      [2, 'A1', undefined],
    ]);
  });

  test('that only says why it could not be taken is a rejection; one that says nothing is unreadable', () => {
    expect(repliedTo(asked(), reply({ rejections: ['Member not found.'] }))).toEqual({
      kind: 'rejected',
      messages: ['Member not found.'],
    });
    expect(actions(asked(), reply())).toBe('unreadable');
  });

  test('carries the message of the payer with each line', () => {
    const answer = repliedTo(asked(), reply({ event: line({ note: 'Pended.' }), message: 'Call us.' }));
    expect(answer).toMatchObject({ lines: [{ note: 'Pended. Call us.' }] });
  });
});
