import type { Role } from '../actor/actor.ts';
import type { Instant } from '../time/instant.ts';
import type { AgentId } from './agent.ts';

/** What can be switched: everything, one agent, or all agents on the requests for one service. */
export type SwitchTarget =
  | { readonly kind: 'all' }
  | { readonly kind: 'agent'; readonly agent: AgentId }
  | { readonly kind: 'service'; readonly code: string };

/** One turn of a switch. They are kept, and the newest of a target counts. */
export type SwitchChange = {
  readonly changeId: string;
  readonly target: SwitchTarget;
  readonly on: boolean;
  readonly reason: string;
  readonly by: { readonly userId: string; readonly name: string };
  readonly at: Instant;
};

/** Who turns them. Whoever sees that something is wrong may stop it; so do those who answer for quality. */
export const switchRoles: readonly Role[] = [
  'administrator',
  'umDirector',
  'medicalDirector',
  'qualityManager',
  'practiceOwner',
];

/** Who may open the lists behind the figures: they show what stands in records, which is not for whoever only runs the software. */
export const suggestionListRoles: readonly Role[] = switchRoles.filter((r) => r !== 'administrator');

export const sameTarget = (a: SwitchTarget, b: SwitchTarget): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'agent' || (b.kind === 'agent' && a.agent === b.agent)) &&
  (a.kind !== 'service' || (b.kind === 'service' && a.code === b.code));

/** Everything is off until somebody has turned it on; an agent or a service is on until somebody has turned it off. */
export const isOn = (changes: readonly SwitchChange[], target: SwitchTarget): boolean =>
  changes.findLast((c) => sameTarget(c.target, target))?.on ?? target.kind !== 'all';

/** The first switch that keeps an agent from a request for these services; undefined when none does. */
export const switchedOff = (
  changes: readonly SwitchChange[],
  agent: AgentId,
  services: readonly string[],
): SwitchTarget | undefined => {
  const targets: readonly SwitchTarget[] = [
    { kind: 'all' },
    { kind: 'agent', agent },
    ...services.map((code) => ({ kind: 'service', code }) as const),
  ];
  return targets.find((t) => !isOn(changes, t));
};
