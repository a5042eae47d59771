import type { Casework } from '@openum/casework/casework.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import { admitPatient } from '@openum/casework/practice/episode/open.ts';
import { recordCommand } from '@openum/casework/practice/episode/recordAct.ts';
import { giveAccess } from '@openum/casework/practice/grant/keep.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { birchwoodTenant, practiceTenant } from './people.ts';

const programme = {
  programmeId: 'birchwood-iop',
  name: 'Birchwood Evenings',
  levelOfCare: 'intensiveOutpatient',
  code: 'H0015',
  charge: 32_500,
  weekdays: [1, 3, 5],
  active: true,
};

/** Patients of the second practice: days since admission, and the last authorized day counted from today. */
const patients = [
  { family: 'Lindqvist', given: 'Sven', born: '1988-03-09', member: 'PHP2200418', admitted: 12, through: 2 },
  { family: 'Okonjo', given: 'Adaeze', born: '1994-07-30', member: 'PHP2200733', admitted: 16, through: -3 },
] as const;

const actingAt = async (casework: Casework, practice: Tenant, role: Role): Promise<PracticeActing> => {
  const user = (await casework.identity.users(practice)).find((u) => u.roles.includes(role));
  if (!user) throw new Error(`the demonstration lacks a person of ${practice.name}: ${role}`);
  const now = casework.environment.now();
  return {
    casework,
    practice,
    scope: { tenantId: practice.tenantId },
    actor: actorOf(user),
    now,
    today: dateInZone(now, practice.zone),
  };
};

/** A second practice, and a service that both let in. */
export const playVendor = async (casework: Casework, clock: DemoClock): Promise<void> => {
  const { practiceRegister, environment } = casework;
  clock.goTo(0);
  const scope = { tenantId: birchwoodTenant.tenantId };
  await practiceRegister.saveProgrammes(scope, [programme]);
  await practiceRegister.savePayers(scope, [{ payerId: 'prairie', name: 'Prairie Harbor Health Plan', active: true }]);
  const staff = await actingAt(casework, birchwoodTenant, 'utilizationReviewStaff');
  for (const p of patients) {
    const episodeId = environment.newId();
    const coverageId = `${p.member}-1`;
    const admittedOn = addDays(staff.today, -p.admitted);
    const admitted = await admitPatient(staff, {
      commandId: episodeId,
      newPatient: { family: p.family, given: p.given, birthDate: p.born },
      programmeId: programme.programmeId,
      admittedOn,
      emergency: false,
      coverages: [{ coverageId, order: 1, payerId: 'prairie', memberNumber: p.member }],
    });
    const authorized = await actOnEpisode(casework, scope, {
      episodeId,
      command: (loaded) =>
        recordCommand(
          {
            type: 'RecordAuthorization',
            authorization: {
              number: `PH-${p.member.slice(-4)}`,
              coverageId,
              levelOfCare: programme.levelOfCare,
              codes: [],
              from: admittedOn,
              to: addDays(staff.today, p.through),
            },
          },
          staff,
          loaded,
        ),
    });
    if (admitted.kind !== 'done' || authorized.kind !== 'done')
      throw new Error('the demonstration of a second practice was refused');
  }
  for (const [practice, role] of [
    [practiceTenant, 'administrator'],
    [birchwoodTenant, 'practiceOwner'],
  ] as const) {
    const giver = await actingAt(casework, practice, role);
    const problems = await giveAccess(giver, {
      grantId: environment.newId(),
      email: 'vendor@clearwater.example',
      roles: ['utilizationReviewStaff', 'biller'],
      from: giver.today,
    });
    if (problems.length > 0) throw new Error('the demonstration could not let a service in');
  }
};
