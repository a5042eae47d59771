import type { Casework } from '@openum/casework/casework.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { submit } from '@openum/http/pas/submit.ts';
import { playAdmissions } from './admission.ts';
import { playAppeals } from './appeal.ts';
import { playArrivals } from './arrival.ts';
import { asOf, demoBundles } from './bundles.ts';
import { demoEnvironment } from './clock.ts';
import { playConsistency } from './consistency.ts';
import { playCoverageEnds } from './coverageEnd.ts';
import { playDocuments } from './document.ts';
import { playHistory } from './history.ts';
import { playIntake } from './intake.ts';
import { playLetters } from './letters.ts';
import { playOwnCriteria } from './ownCriteria.ts';
import { playPayers } from './payer.ts';
import { playPayerFiles } from './payerFile.ts';
import { type DemoAccess, planTenant, seedPeople } from './people.ts';
import { keepForAppeals, playPhysicians } from './physician.ts';
import { playPortal } from './portal.ts';
import { playPractice } from './practice.ts';
import { playPracticeDocuments } from './practiceDocument.ts';
import { seedRegister } from './register.ts';
import { seedReports } from './report.ts';
import { playStays } from './stay.ts';
import { playVendor } from './vendor.ts';

/** Fills an empty installation through the real use cases: people, registers, requests by PAS, and some days of work on them. */
export const seedDemo = async (
  casework: Casework,
  nowMs: number,
  issueNoticesDue: (casework: Casework) => Promise<void>,
): Promise<DemoAccess> => {
  const clock = demoEnvironment(nowMs);
  const then: Casework = { ...casework, environment: clock.environment };
  const scope = { tenantId: planTenant.tenantId };
  const access = await seedPeople(casework.identity, casework.environment);
  await seedRegister(casework.register, scope, casework.environment);
  await keepForAppeals(then, clock);
  const from = {
    client: { clientId: 'demo', tenantId: planTenant.tenantId, name: 'Lakeview EHR', scopes: ['pas'] },
    tenant: planTenant,
  };
  for (const { minutesAgo, bundle } of demoBundles) {
    clock.goTo(minutesAgo);
    const today = dateInZone(then.environment.now(), planTenant.zone);
    const { status, body } = await submit(then, from, new TextEncoder().encode(JSON.stringify(asOf(bundle, today))));
    if (status !== 200)
      throw new Error(`a request of the demonstration got ${status}: ${new TextDecoder().decode(body)}`);
    await issueNoticesDue(then);
  }
  await playHistory(then, planTenant, clock, issueNoticesDue);
  await playPhysicians(then, clock, issueNoticesDue);
  await playPortal(then, clock, issueNoticesDue);
  await playAppeals(then, clock, issueNoticesDue);
  await playStays(then, clock, issueNoticesDue);
  await playCoverageEnds(then, clock, issueNoticesDue);
  await playAdmissions(then, clock);
  await playIntake(then, clock);
  await issueNoticesDue(then);
  await playLetters(then, clock);
  await playDocuments(then);
  await playOwnCriteria(then);
  await playPractice(then, clock);
  await playPayers(then, clock);
  await playPayerFiles(then, clock);
  await playPracticeDocuments(then, clock);
  await playVendor(then, clock);
  await playArrivals(then, clock);
  await seedReports(casework, planTenant);
  await playConsistency(casework, planTenant);
  return access;
};
