import type { Role } from '../actor/actor.ts';

/** When both sides are told again of a talk: before the time agreed on, or before the window of the offer ends. */
export type Reminder =
  | { readonly id: string; readonly about: 'agreed' | 'window'; readonly minutesBefore: number }
  | { readonly id: string; readonly about: 'window'; readonly share: number };

/** How the plan sees to it that no talk is missed: its own choice, as data in `content/peerToPeer/policy.json`. */
export type PeerToPeerPolicy = {
  readonly id: string;
  readonly version: string;
  readonly reminders: readonly Reminder[];
  /** A talk that nobody of the plan has taken when this share of its window is over is given to a deputy. */
  readonly escalateAtShare: number;
  /** Who is told when no deputy is there. */
  readonly alertRoles: readonly Role[];
};
