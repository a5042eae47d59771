import type { Actor } from '@openum/domain/actor/actor.ts';
import type { CaseEvent, CaseEventType } from '@openum/domain/case/event.ts';
import { appeal } from './appeal.ts';
import { assignment } from './assignment.ts';
import { caseManagement } from './caseManagement.ts';
import { clinical } from './clinical.ts';
import { clock } from './clock.ts';
import { coverageEnd } from './coverageEnd.ts';
import { delivery } from './delivery.ts';
import { determination } from './determination.ts';
import { extraction } from './extraction.ts';
import { information } from './information.ts';
import { intake } from './intake.ts';
import { note } from './note.ts';
import { notice } from './notice.ts';
import { part2 } from './part2.ts';
import { peerToPeer } from './peerToPeer.ts';
import { physician } from './physician.ts';
import { reopening } from './reopening.ts';
import { request } from './request.ts';
import { stay } from './stay.ts';
import type { Said, Sentences } from './subject.ts';
import { suggestion } from './suggestion.ts';

/** In the order of the timeline's filter. A new subject is one file, and one line here and one in `sentences`. */
export const subjects = {
  request,
  stay,
  clock,
  clinical,
  information,
  assignment,
  intake,
  physician,
  determination,
  reopening,
  peerToPeer,
  appeal,
  coverageEnd,
  caseManagement,
  extraction,
  suggestion,
  part2,
  notice,
  delivery,
  note,
};

export type TimelineKind = keyof typeof subjects;

/** Compiles only while every event of a case reads as a sentence. */
const sentences: Sentences<CaseEventType> = {
  ...request.sentences,
  ...stay.sentences,
  ...clock.sentences,
  ...clinical.sentences,
  ...information.sentences,
  ...assignment.sentences,
  ...intake.sentences,
  ...physician.sentences,
  ...determination.sentences,
  ...reopening.sentences,
  ...peerToPeer.sentences,
  ...appeal.sentences,
  ...coverageEnd.sentences,
  ...caseManagement.sentences,
  ...extraction.sentences,
  ...suggestion.sentences,
  ...part2.sentences,
  ...notice.sentences,
  ...delivery.sentences,
  ...note.sentences,
};

/** What happened, as a sentence for a person. */
export const sentence = (e: CaseEvent, said: Said): string =>
  (sentences[e.type] as (data: CaseEvent['data'], said: Said) => string)(e.data, said);

export const isOfKind = (e: CaseEvent, kind: TimelineKind): boolean => e.type in subjects[kind].sentences;

const components = {
  rules: 'OpenUM (rules)',
  flow: 'OpenUM (flow)',
  clock: 'OpenUM (clock)',
  notices: 'OpenUM (notices)',
  seed: 'OpenUM (sample data)',
} as const;

export const actorLabel = (actor: Actor): string =>
  actor.kind === 'system'
    ? components[actor.component]
    : actor.kind === 'guest'
      ? `${actor.name}, by a link`
      : actor.name;
