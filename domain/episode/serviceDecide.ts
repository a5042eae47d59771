import { required } from '../case/decided.ts';
import { invalid, type Refusal, refuse } from '../case/refusal.ts';
import { matchEpisode } from '../ledger/match.ts';
import type { EpisodeCommandOf, UncoveredPolicy } from './command.ts';
import type { EpisodeDecided } from './decided.ts';
import { ledgerOf } from './ledger.ts';
import type { Override, RecordedService } from './record.ts';
import type { Episode } from './state.ts';

const standing = (e: Episode) => e.services.filter((s) => !s.withdrawn);

/** The same day, level and code once: a second unit is a larger number of units, not a second service. */
const same = (a: RecordedService, b: RecordedService): boolean =>
  a.on === b.on && a.levelOfCare === b.levelOfCare && a.code === b.code;

const problemOf = (e: Episode, s: RecordedService, today: string): Refusal | undefined => {
  if (s.on < e.admittedOn) return invalid('on', `${s.on} lies before the admission`);
  if (e.discharge && s.on > e.discharge.on) return invalid('on', `${s.on} lies after the discharge`);
  if (s.on > today) return invalid('on', `${s.on} lies in the future`);
  if (!Number.isInteger(s.units) || s.units < 1) return invalid('units', 'it must be a whole number, one or more');
  if (!Number.isInteger(s.charge) || s.charge < 0) return invalid('charge', 'it must be whole cents, zero or more');
  if (e.services.some((x) => x.serviceId === s.serviceId) || standing(e).some((x) => same(x, s)))
    return refuse('serviceRepeated', { on: s.on, code: s.code });
  return undefined;
};

/** Nothing covers these, and the practice wants that to stop somebody unless a named person says why not. */
const blocked = (
  e: Episode,
  services: readonly RecordedService[],
  policy: UncoveredPolicy,
  override: Override | undefined,
): Refusal | undefined => {
  if (override !== undefined) return required('override.reason', override.reason);
  if (policy === 'warn') return undefined;
  const ids = new Set(services.map((s) => s.serviceId));
  const ledger = ledgerOf(e);
  const others = ledger.services.filter((s) => !ids.has(s.serviceId));
  const open = matchEpisode({ ...ledger, services: [...others, ...services] }).find(
    (m) => ids.has(m.service.serviceId) && m.state !== 'covered',
  );
  return open && refuse('serviceUncovered', { on: open.service.on, state: open.state });
};

export const recordServices = (e: Episode, command: EpisodeCommandOf<'RecordServices'>): EpisodeDecided => {
  const { services, policy, override, today } = command;
  if (services.length === 0) return refuse('fieldMissing', { field: 'services' });
  for (const [at, s] of services.entries()) {
    const problem =
      problemOf(e, s, today) ??
      (services.slice(0, at).some((x) => x.serviceId === s.serviceId || same(x, s))
        ? refuse('serviceRepeated', { on: s.on, code: s.code })
        : undefined);
    if (problem) return problem;
  }
  return (
    blocked(e, services, policy, override) ?? [
      { type: 'ServicesRecorded', data: { services, ...(override ? { override } : {}) } },
    ]
  );
};

const known = (e: Episode, serviceIds: readonly string[]): Refusal | undefined => {
  if (serviceIds.length === 0) return refuse('fieldMissing', { field: 'serviceIds' });
  const missing = serviceIds.find((id) => !standing(e).some((s) => s.serviceId === id));
  return missing === undefined ? undefined : refuse('serviceUnknown');
};

export const withdrawServices = (e: Episode, command: EpisodeCommandOf<'WithdrawServices'>): EpisodeDecided => {
  const { serviceIds, reason } = command;
  return (
    known(e, serviceIds) ?? required('reason', reason) ?? [{ type: 'ServicesWithdrawn', data: { serviceIds, reason } }]
  );
};

export const billServices = (e: Episode, command: EpisodeCommandOf<'BillServices'>): EpisodeDecided => {
  const { serviceIds, claimId, billedOn, policy, override, today } = command;
  const problem = known(e, serviceIds) ?? required('claimId', claimId);
  if (problem) return problem;
  if (billedOn > today) return invalid('billedOn', 'it lies in the future');
  const services = standing(e).filter((s) => serviceIds.includes(s.serviceId));
  const before = services.find((s) => s.billed);
  if (before) return refuse('serviceBilled', { on: before.on });
  return (
    blocked(e, services, policy, override) ?? [
      { type: 'ServicesBilled', data: { serviceIds, claimId, billedOn, ...(override ? { override } : {}) } },
    ]
  );
};
