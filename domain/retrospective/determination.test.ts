import { coordinator } from '@openum/testkit/case/actors.ts';
import { determine } from '@openum/testkit/case/acts.ts';
import { aRequest, document } from '@openum/testkit/case/request.ts';
import { after, by, happened, received, when } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../time/instant.ts';

const endedOn = calendarDate('2026-11-10');
const past = aRequest({
  reviewType: 'retrospective',
  retrospective: { reason: 'auditFlag', serviceEndedOn: endedOn },
});

/** Days from the end of the service; undefined: the document has no day. */
const days = fc.array(fc.option(fc.integer({ min: -30, max: 30 }), { nil: undefined }), { maxLength: 5 });

test('a decision against care that was given cites nothing dated after it, and asks nobody to read it', () => {
  fc.assert(
    fc.property(days, fc.boolean(), (offsets, readAll) => {
      const files = offsets.map((d, i) =>
        document(`d${i}`, d === undefined ? {} : { recordedOn: addDays(endedOn, d) }),
      );
      const late = files.filter((f) => f.recordedOn !== undefined && f.recordedOn > endedOn).map((f) => f.documentId);
      const all = ['original', ...files.map((f) => f.documentId)];
      const story = after(
        received(past),
        ...files.map((file) => by(coordinator, { type: 'AttachDocument', document: file })),
      );
      const opened = readAll ? all : all.filter((id) => !late.includes(id));
      const [decided] = happened(when(story, determine(undefined, { evidenceOpened: opened })));
      if (decided?.type !== 'ItemDetermined' || decided.data.outcome !== 'denied') throw new Error('it was not denied');
      expect(decided.data.evidenceOpened).toEqual(all.filter((id) => !late.includes(id)));
    }),
  );
});
