import type { Instant } from '@openum/domain/time/instant.ts';
import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { count } from '../app/format.ts';

export type Step = { readonly at: Instant; readonly text: string };

/** What has happened to a request, newest first. Several things at one moment are one step. */
export const historyOf = (r: OwnRequest): readonly Step[] => {
  const decided = [...new Set(r.items.flatMap((i) => (i.decidedAt ? [i.decidedAt] : [])))];
  const steps: readonly Step[] = [
    { at: r.receivedAt, text: 'The plan received the request' },
    ...r.informationRequests.flatMap((i) => [
      { at: i.sentAt, text: `The plan asked ${count(i.questions.length, 'question')}` },
      ...(i.answeredAt ? [{ at: i.answeredAt, text: 'The answer came in' }] : []),
    ]),
    ...decided.map((at) => ({ at, text: 'The plan decided' })),
    ...r.letters.map((l) => ({ at: l.issuedAt, text: 'A letter was issued to you' })),
    ...(r.withdrawnAt ? [{ at: r.withdrawnAt, text: 'The request was taken back' }] : []),
  ];
  return steps
    .filter((s, n) => steps.findIndex((t) => t.at === s.at && t.text === s.text) === n)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .toReversed();
};
