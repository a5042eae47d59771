import { type CoveredService, matchEpisode } from '../ledger/match.ts';
import { addDays, type CalendarDate, earlierDay, laterDay, weekdayOf } from '../time/instant.ts';
import { coverageOf, ledgerOf } from './ledger.ts';
import type { Programme } from './record.ts';
import { type Episode, presentProgramme, programmeOn } from './state.ts';

export const givenOn = ({ weekdays }: Programme, on: CalendarDate): boolean =>
  weekdays === undefined || weekdays.length === 0 || weekdays.includes(weekdayOf(on));

/** The first day of which nothing is written down yet: from here on the present programme is a plan. */
const plannedFrom = (e: Episode): CalendarDate => {
  const since = (e.levels.at(-1) ?? e.levels[0]).from;
  const last = e.services.reduce<CalendarDate | undefined>(
    (day, s) => (s.withdrawn || (day !== undefined && day >= s.on) ? day : s.on),
    undefined,
  );
  return last === undefined ? laterDay(e.admittedOn, since) : laterDay(addDays(last, 1), since);
};

/** The days of the present programme up to and with `to`, as services that are still to be given. */
const planned = (e: Episode, to: CalendarDate): readonly CoveredService['service'][] => {
  const programme = presentProgramme(e);
  const end = e.discharge ? earlierDay(e.discharge.on, to) : to;
  const services: CoveredService['service'][] = [];
  for (let on = plannedFrom(e); on <= end; on = addDays(on, 1))
    if (givenOn(programme, on))
      services.push({
        serviceId: `planned-${on}`,
        on,
        levelOfCare: programme.levelOfCare,
        code: programme.code,
        units: 1,
        charge: programme.charge,
      });
  return services;
};

const matchPlanned = (e: Episode, to: CalendarDate): readonly CoveredService[] => {
  const plan = planned(e, to);
  const ids = new Set(plan.map((s) => s.serviceId));
  const ledger = ledgerOf(e);
  return matchEpisode({ ...ledger, services: [...ledger.services, ...plan] }).filter((m) =>
    ids.has(m.service.serviceId),
  );
};

/**
 * How the days to come would be covered if the present programme went on: `days` of them, `today` being the first. Days of the past
 * that nobody has entered yet count as given, so that they use up units here as they will in the ledger.
 */
export const forecast = (e: Episode, today: CalendarDate, days = 14): readonly CoveredService[] =>
  matchPlanned(e, addDays(today, days - 1)).filter((m) => m.service.on >= today);

/** A year of planned days is looked at: no payer authorizes more at once. */
const horizonDays = 370;

/**
 * The first day of the plan that nothing covers. It depends on the record alone, not on the day on which it is asked; undefined
 * after the discharge.
 */
export const nextOpenDay = (e: Episode): CalendarDate | undefined => {
  if (e.discharge) return undefined;
  const from = plannedFrom(e);
  const { levelOfCare } = presentProgramme(e);
  const last = ledgerOf(e)
    .authorizations.filter((a) => a.levelOfCare === levelOfCare)
    .reduce((day, a) => laterDay(day, a.to), from);
  const end = earlierDay(addDays(last, 7), addDays(from, horizonDays));
  return matchPlanned(e, end).find((m) => m.state !== 'covered')?.service.on;
};

/** Since when, or from when on, days go uncovered without a break: the open day of the plan, or the first given one before it. */
export const uncoveredFrom = (e: Episode): CalendarDate | undefined => {
  const next = nextOpenDay(e);
  if (next === undefined || matchPlanned(e, addDays(next, -1)).length > 0) return next;
  const given = coverageOf(e).toReversed();
  const covered = given.findIndex((m) => m.state === 'covered');
  return given.slice(0, covered < 0 ? given.length : covered).at(-1)?.service.on ?? next;
};

/** How the service of a day stands by the programme of that day; when none is recorded, how one would stand if it were now. */
export const standingOn = (e: Episode, on: CalendarDate): CoveredService | undefined => {
  const { levelOfCare, code, charge } = programmeOn(e, on);
  const ledger = ledgerOf(e);
  const recorded = ledger.services.find((s) => s.on === on && s.code === code && s.levelOfCare === levelOfCare);
  const service = recorded ?? { serviceId: `if-given-${on}`, on, levelOfCare, code, units: 1, charge };
  const services = recorded ? ledger.services : [...ledger.services, service];
  return matchEpisode({ ...ledger, services }).find((m) => m.service.serviceId === service.serviceId);
};
