import type { Actor } from '../actor/actor.ts';
import type { DecidedBy } from './determination.ts';

/** Who decided, with a copy of their credentials at that moment. */
export const decidedBy = (actor: Actor, role: 'medicalDirector' | 'clinicalReviewer'): DecidedBy =>
  actor.kind === 'person'
    ? {
        kind: 'person',
        userId: actor.userId,
        name: actor.name,
        role,
        ...(actor.qualification ? { qualification: actor.qualification } : {}),
      }
    : { kind: 'rule', rule: actor.kind };
