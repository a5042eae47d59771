import type { CaseEvent } from '@openum/domain/case/event.ts';
import type { RefusalCode } from '@openum/domain/case/refusal.ts';
import type { EpisodeEventType } from '@openum/domain/episode/event.ts';

/** Every answer of /api that is not a success has this body. */
export type ProblemBody = {
  readonly code:
    | RefusalCode
    | 'invalidBody'
    | 'signInRequired'
    | 'signInFailed'
    | 'tooManyRequests'
    | 'notFound'
    | 'portalClosed'
    | 'practiceOnly'
    | 'practiceClosed'
    | 'payerUnreachable'
    | 'notSent'
    | 'payerRefused'
    | 'pageNotDrawn'
    | 'unexpected';
  /** A sentence for a person; no health information in it. */
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Fields of the sent body that are wrong, each with the rule. */
  readonly fields?: readonly {
    readonly path: string;
    /** What the screens call it. */
    readonly label?: string;
    readonly message: string;
  }[];
  /** For `staleVersion`: what others did in the meantime. */
  readonly since?: readonly {
    readonly type: CaseEvent['type'] | EpisodeEventType;
    readonly by: string;
    readonly at: string;
    readonly summary: string;
  }[];
  readonly version?: number;
};
