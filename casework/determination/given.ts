import type { ItemDecision } from '@openum/domain/case/command.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Acting, GivenAuthorized, GivenDecision } from '../case/act.ts';

/** What a person authorizes, with a number of its own. */
export const authorizedOf = (given: GivenAuthorized, acting: Acting) => ({
  authorizationNumber: acting.casework.environment.newNumber('PA'),
  service: given.service,
  ...(given.quantity ? { quantity: given.quantity } : {}),
  period: {
    start: given.period.start as CalendarDate,
    ...(given.period.end ? { end: given.period.end as CalendarDate } : {}),
  },
  ...(given.levelOfCare ? { levelOfCare: given.levelOfCare } : {}),
});

/** The level of care whose day is granted in place of what was asked for. */
const levelOf = (given: GivenAuthorized | undefined, { casework }: Acting) => {
  const level = casework.knowledge.admissions.levelsOfCare.find((l) => l.service.code === given?.service.code);
  return level ? { levelOfCare: level.code } : {};
};

/** The decisions of a person as the domain takes them, with an authorization number for each that authorizes something. */
export const decisionsOf = (given: readonly GivenDecision[], acting: Acting): readonly ItemDecision[] =>
  given.map((d): ItemDecision => {
    const { authorized, ...rest } = d.outcome === 'approved' ? d : { ...d, criteriaCited: undefined };
    const optional = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined));
    const level = d.outcome === 'modified' ? levelOf(d.authorized, acting) : {};
    const granted = authorized && { ...level, ...authorizedOf(authorized, acting) };
    return { ...optional, ...(granted ? { authorized: granted } : {}) } as ItemDecision;
  });

/** Criteria that the physician names; the letter names them as it names those that were read here. */
export const citedIn = (decisions: readonly GivenDecision[]) =>
  decisions.flatMap((d) => {
    const cited = d.outcome === 'approved' ? undefined : d.criteriaCited;
    return cited ? [{ itemSequence: d.itemSequence, setId: 'cited', ...cited }] : [];
  });
