import type { Casework } from '@openum/casework/casework.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { noEpisode } from '@openum/domain/episode/state.ts';
import { dateInZone, zoneId } from '@openum/domain/time/instant.ts';
import { caseworkOf } from '../case/plan.ts';
import { episodeAppend } from '../contract/episodeContract.ts';
import { memoryStore } from '../memory/store.ts';
import { acted, opened } from './episode.ts';

const practiceOf = (name: string): Tenant => ({
  tenantId: `tenant-${name}`,
  name,
  kind: 'practice',
  zone: zoneId('America/Chicago'),
  accreditations: [],
});

export const actorOf = ({ tenantId }: Tenant, userId: string): PersonActor => ({
  kind: 'person',
  userId,
  name: `${userId} of ${tenantId}`,
  roles: ['utilizationReviewStaff'],
});

/** So many practices with one patient each, named after the practice, and a service that has none. */
export const practiceWorld = async (practices: number) => {
  const store = memoryStore();
  const casework: Casework = caseworkOf(store);
  const vendor = practiceOf('Vendor');
  const all = Array.from({ length: practices }, (_, i) => practiceOf(`Practice${i}`));
  await store.identity.createTenant(vendor);
  for (const practice of all) {
    await store.identity.createTenant(practice);
    const body = { ...opened, patient: { ...(opened as { patient: object }).patient, family: `Of${practice.name}` } };
    const story = acted({ events: [], state: noEpisode }, body as typeof opened);
    await store.episodes.append(practice, episodeAppend(`episode-${practice.name}`, story));
  }
  const now = casework.environment.now();
  return { store, casework, vendor, practices: all, now, today: dateInZone(now, vendor.zone) };
};
