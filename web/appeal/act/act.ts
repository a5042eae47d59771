import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type capabilities, mayNot } from '@openum/domain/case/capability.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseAppealsView, ReviewersAnswer } from '@openum/http/contract/appeal.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { wallClock } from '../../case/act/localMoment.ts';
import { spokenRefusal } from '../../case/act/whyNot.ts';
import type { Sent } from '../queries.ts';
import type { ActSpec, Field, Values } from '../spec.ts';

export type Reading = CaseAppealsView['appeals'][number];

export type ActContext = {
  readonly view: CaseAppealsView;
  readonly actor: PersonActor;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly reviewers: ReviewersAnswer;
};

export const command = (body: object): Sent => ({ kind: 'command', command: body as CommandBody });

/** Now, as it is typed into the two fields of a moment. */
export const nowIn = (name: string, { now, zone }: ActContext): Values => {
  const { day, time } = wallClock(now, zone);
  return { [`${name}.day`]: day, [`${name}.time`]: time };
};

export const whyNotRole = (act: keyof typeof capabilities, { actor, view }: ActContext): string | undefined => {
  const no = mayNot(act, actor, view.state);
  return no && spokenRefusal(no);
};

export const reason = (label = 'Reason'): Field => ({ name: 'reason', label, kind: 'area' });

/** Acts of one subject; what the present state gives no sense to is false. */
export type Acts = (r: Reading, ctx: ActContext) => readonly (ActSpec | false)[];

/** Where an appeal stands, as far as the acts on it depend on that. */
export const situation = ({ appeal, level, status }: Reading) => {
  const external = appeal.body !== 'plan';
  const undecided = ![
    'upheld',
    'partiallyOverturned',
    'overturned',
    'toEffectuate',
    'dismissed',
    'withdrawn',
    'lapsed',
  ].includes(status);
  return { appeal, appealId: appeal.appealId, level, external, undecided, own: undecided && !external };
};
