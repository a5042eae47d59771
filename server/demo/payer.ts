import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import type { EpisodeActed } from '@openum/casework/practice/episode/act.ts';
import { loadEpisode } from '@openum/casework/practice/episode/load.ts';
import { admitPatient } from '@openum/casework/practice/episode/open.ts';
import { lineNames, savePayerCard, saveTaskDuty } from '@openum/casework/practice/payer/cards.ts';
import { actOnTalk, recordAnswer } from '@openum/casework/practice/request/record.ts';
import { sendRequest } from '@openum/casework/practice/request/send.ts';
import { examplePayerCards } from '@openum/content/payer/load.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { presentProgramme } from '@openum/domain/episode/state.ts';
import { addDays, addElapsed, dateInZone } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import { writeOwnLine } from '../payerLines.ts';
import type { DemoClock } from './clock.ts';
import members from './members.json' with { type: 'json' };
import { practiceTenant } from './people.ts';
import { demoProgrammes } from './practicePatients.ts';

const scope = { tenantId: practiceTenant.tenantId };
const dayMinutes = 24 * 60;
const lineName = 'prairie-harbor';

/** The practice of the demonstration reaches the plan of the demonstration as any payer: over HTTP, with the client's token. */
export const writeDemoLine = (dataDir: string, token: string): void =>
  writeOwnLine(dataDir, {
    tenantId: practiceTenant.tenantId,
    name: lineName,
    token,
    provider: {
      npi: '1467512343',
      name: practiceTenant.name,
      phone: '1-212-555-0177',
      street: '88 Cedar Point Road',
      city: 'Rochester',
      state: 'NY',
      postalCode: '14604',
    },
  });

const done = (acted: EpisodeActed | { readonly kind: 'notSent' }): void => {
  if (acted.kind !== 'done') throw new Error(`the demonstration was refused: ${JSON.stringify(acted)}`);
};

/** One of the plan's members, so that a request about them can be sent to the plan. */
const planMember = 'PHP1000011';

/** What the practice knows of its payers, who has which work, and a few talks on their way. */
export const playPayers = async (casework: Casework, clock: DemoClock): Promise<void> => {
  const users = await casework.identity.users(scope);
  const personOf = (role: Role) => {
    const user = users.find((u) => u.roles.includes(role));
    if (!user) throw new Error(`the demonstration lacks a person of the practice: ${role}`);
    return user;
  };
  const at = (daysAgo: number, role: Role = 'utilizationReviewStaff'): PracticeActing => {
    clock.goTo(daysAgo * dayMinutes);
    const now = casework.environment.now();
    const today = dateInZone(now, practiceTenant.zone);
    return { casework, practice: practiceTenant, scope, actor: actorOf(personOf(role)), now, today };
  };

  const filed = at(60);
  for (const { line, ...card } of examplePayerCards) {
    const own = line && lineNames(casework, scope).includes(line) ? { ...card, line } : card;
    const saved = await savePayerCard(filed, {
      card: own,
      expectedVersion: 0,
      reason: 'Read from manual, contract and calls.',
    });
    if (isRefusal(saved) || saved.kind !== 'saved')
      throw new Error(`the demonstration lacks a card: ${JSON.stringify(saved)}`);
  }
  const person = (role: Role) => {
    const { userId, name } = personOf(role);
    return { userId, name };
  };
  await saveTaskDuty(
    filed,
    {
      review: { owner: person('utilizationReviewStaff'), deputy: person('practiceOwner') },
      billing: { owner: person('biller'), deputy: person('practiceOwner') },
      desk: { owner: person('frontDesk'), deputy: person('utilizationReviewStaff') },
    },
    0,
  );

  const member = members.members.find((m) => m.memberNumber === planMember);
  if (!member) throw new Error('the demonstration lacks a member');
  const { newId } = casework.environment;
  const admitted = at(3);
  const episodeId = newId();
  done(
    await admitPatient(admitted, {
      commandId: episodeId,
      newPatient: {
        family: member.family,
        given: member.given,
        birthDate: member.birthDate,
        chartNumber: 'CP-2090',
        part2: undefined,
      },
      programmeId: demoProgrammes.residential.programmeId,
      admittedOn: admitted.today,
      emergency: false,
      clinicianId: 'cedar-psychiatry',
      coverages: [{ coverageId: 'CP-2090-1', order: 1, payerId: lineName, memberNumber: member.memberNumber }],
    }),
  );

  await playTalks(casework, at);
};

/** Two requests by telephone that were denied: one with an offer of a talk that runs today, one with a talk that was won. */
const playTalks = async (casework: Casework, at: (daysAgo: number, role?: Role) => PracticeActing): Promise<void> => {
  const { newId } = casework.environment;
  const rows =
    (await casework.episodes.list(scope, { presence: 'present', payerId: 'juniper-mutual' }, undefined, 2)) ?? [];
  for (const [n, { episodeId }] of rows.entries()) {
    const sent = at(2);
    const version = async () => (await casework.episodes.events(scope, episodeId)).length;
    const submissionId = newId();
    const state = (await loadEpisode(casework.episodes, scope, episodeId))?.state;
    if (!state) throw new Error('the demonstration lacks an episode');
    const { levelOfCare, code } = presentProgramme(state);
    done(
      await sendRequest(sent, episodeId, {
        submissionId,
        expectedVersion: await version(),
        kind: 'continuedStay',
        coverageId: state.coverages[0]?.coverageId ?? '',
        levelOfCare,
        codes: [code],
        from: sent.today,
        to: addDays(sent.today, 4),
        units: 5,
        urgency: 'expedited',
        channel: 'phone',
        spokeWith: 'Lena, care management',
        reference: `JM-REF-${n + 1}`,
        clinicalSummary:
          'Cravings daily, two of the last five nights without sleep, lives with a brother who uses. Motivated for a step down to day treatment once housing is arranged.',
        diagnoses: ['F10.20', 'F33.1'],
      }),
    );
    const answered = at(1);
    done(
      await recordAnswer(
        answered,
        episodeId,
        submissionId,
        { commandId: newId(), expectedVersion: await version() },
        {
          outcome: 'denied',
          spokeWith: 'Lena, care management',
          reason: 'The reviewer reads the notes as stable and the home as safe.',
          denied: { from: sent.today, to: addDays(sent.today, 4) },
        },
      ),
    );
    const offered = at(n === 0 ? 0.2 : 0.9);
    const offerId = newId();
    done(
      await actOnTalk(
        offered,
        episodeId,
        { commandId: offerId, expectedVersion: await version() },
        {
          type: 'offer',
          submissionId,
          closesAt: addElapsed(offered.now, { hours: n === 0 ? 9 : 48 }),
          phone: '+1 555 010 0155',
          payerPhysician: 'Dr. Hale',
          reason: 'The reviewer reads the notes as stable and the home as safe.',
        },
      ),
    );
    if (n === 1)
      done(
        await actOnTalk(
          at(0.5),
          episodeId,
          { commandId: newId(), expectedVersion: await version() },
          {
            type: 'held',
            offerId,
            result: 'overturned',
            notes: 'Dr. Hale had not seen the note on housing. Five days granted; the number follows by fax.',
          },
        ),
      );
  }
};
