import { nurse } from '@openum/testkit/case/actors.ts';
import { answered, approval, asked, determine, withdrawn } from '@openum/testkit/case/acts.ts';
import { anyCommand } from '@openum/testkit/case/arbitrary/command.ts';
import { guest as talkGuest } from '@openum/testkit/case/peerToPeer.ts';
import { document } from '@openum/testkit/case/request.ts';
import { after, by, now, received, type Story } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GuestActor } from '../actor/actor.ts';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import type { CaseState } from '../case/state.ts';
import { addElapsed } from '../time/instant.ts';

const guest: GuestActor = { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', requestId: 'ask-1' };
const waiting = after(received(), asked());

const answer = (actor: GuestActor = guest, requestId = 'ask-1') =>
  ({ ...answered(requestId), actor, summary: 'Exercise saturation 86 percent.' }) as CaseCommand;
const file = (actor: GuestActor = guest) => by(actor, { type: 'AttachDocument', document: document('d7') });
const said = (story: Story, command: CaseCommand): string => {
  const decided = decide(command, story.state);
  return isRefusal(decided) ? decided.code : decided.map((e) => e.type).join(' ');
};

describe('a clinician with a link to a request for information', () => {
  test('adds files to it and answers it', () => {
    expect(said(waiting, file())).toBe('DocumentAttached');
    expect(said(waiting, answer())).toBe('InformationReceived');
    expect(said(after(waiting, file()), answer())).toBe('InformationReceived');
  });

  test('records no facts: what the words mean is for people of the plan', () => {
    const fact = { key: 'spo2', value: 86, source: { kind: 'stated', by: 'x' } } as never;
    expect(said(waiting, { ...answer(), facts: [fact] } as CaseCommand)).toBe('factsByLink');
    expect(said(waiting, { ...answer(), evaluations: [{}] } as never)).toBe('factsByLink');
  });

  test('answers no other request, whatever the command names', () => {
    expect(said(waiting, answer(guest, 'ask-2'))).toBe('otherInformationRequest');
    expect(said(waiting, answer({ ...guest, requestId: 'ask-2' }))).toBe('otherInformationRequest');
    expect(said(waiting, answer({ ...guest, requestId: 'ask-2' }, 'ask-2'))).toBe('informationRequestEnded');
    expect(said(waiting, file({ ...guest, requestId: 'ask-2' }))).toBe('informationRequestEnded');
  });

  test.each([
    ['answered', answered()],
    ['decided', determine([approval()])],
    ['taken back', withdrawn],
  ])('is too late once it was %s', (_, end) => {
    const over = after(waiting, end);
    expect(said(over, file())).toBe('informationRequestEnded');
    expect(['notAllowedInStatus', 'informationRequestEnded']).toContain(said(over, answer()));
  });

  test('has no part in another request that was asked afterwards', () => {
    const again = after(waiting, answered(), asked('ask-2'));
    expect(said(again, answer())).toBe('informationRequestEnded');
    expect(said(again, file())).toBe('informationRequestEnded');
  });

  test('who came for a talk answers nothing and adds nothing', () => {
    expect(said(waiting, file(talkGuest))).toBe('otherInformationRequest');
    expect(said(waiting, answer(talkGuest))).toBe('otherInformationRequest');
  });
});

test('a link is made for the open request only, and for somebody with an NPI', () => {
  const made = (requestId = 'ask-1', npi = guest.npi) =>
    by(nurse, {
      type: 'MakeInformationLink',
      requestId,
      to: { name: guest.name, npi },
      until: addElapsed(now, { hours: 72 }),
    });
  expect(said(waiting, made())).toBe('InformationLinkMade');
  expect(said(waiting, made('ask-2'))).toBe('informationRequestEnded');
  expect(said(waiting, made('ask-1', ' '))).toBe('fieldMissing');
  expect(said(after(waiting, answered()), made())).toBe('notAllowedInStatus');
});

test('whatever a clinician sends by the link, it adds files or one answer to the request of that link while it is open', () => {
  const turned = fc.tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<CaseCommand>(answer(), file(), asked(), asked('ask-2'), answered()) },
      { weight: 1, arbitrary: anyCommand },
    ),
    fc.boolean(),
    fc.constantFrom('ask-1', 'ask-2'),
  );
  const done: Record<string, number> = {};
  fc.assert(
    fc.property(fc.array(turned, { minLength: 2, maxLength: 12 }), (drawn) => {
      let state: CaseState = received().state;
      let open: string | undefined;
      for (const [command, isGuest, requestId] of drawn) {
        const tried = isGuest ? ({ ...command, actor: { ...guest, requestId } } as CaseCommand) : command;
        const events = decide(tried, state);
        if (isRefusal(events)) continue;
        for (const e of events) {
          if (e.actor.kind === 'guest' && e.actor.requestId !== undefined) {
            expect(['DocumentAttached', 'InformationReceived']).toContain(e.type);
            expect(e.actor.requestId).toBe(open);
            if (e.type === 'InformationReceived') expect(e.data.requestId).toBe(open);
            done[e.type] = (done[e.type] ?? 0) + 1;
          }
          if (e.type === 'InformationRequested') open = e.data.requestId;
          if (e.type === 'InformationReceived') open = undefined;
          state = evolve(state, e);
        }
      }
    }),
    { numRuns: 1000 },
  );
  // The property says something only while guests get through.
  expect(done.DocumentAttached).toBeGreaterThan(50);
  expect(done.InformationReceived).toBeGreaterThan(50);
});
