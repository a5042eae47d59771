import type { Casework } from '@openum/casework/casework.ts';
import { receivePortalForm } from '@openum/casework/intake/portal.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { addDays, addElapsed, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import { receiveHl7 } from '@openum/http/hl7/receive.ts';
import { type AdtChange, adt } from '@openum/testkit/hl7/adt.ts';
import type { DemoClock } from './clock.ts';
import { planTenant } from './people.ts';

const hospital = 'Prairie General Hospital';
const hospitalNpi = '1723456780';
const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:T]/g, '')}+0000`;

/** What a hospital's system has told by HL7 v2, and a claim that was denied and is asked for again. */
export const playAdmissions = async (casework: Casework, clock: DemoClock): Promise<void> => {
  const { environment, identity, register } = casework;
  const scope = { tenantId: planTenant.tenantId };
  const from = {
    client: { clientId: 'prairie-general', tenantId: planTenant.tenantId, name: hospital, scopes: ['hl7'] },
    tenant: planTenant,
  };
  const ago = (minutes: number): string => stamp(addElapsed(environment.now(), { minutes: -minutes }));
  const tell = async (minutesAgo: number, admittedBefore: number, change: AdtChange): Promise<void> => {
    clock.goTo(minutesAgo);
    const message = adt({
      facility: `${hospital}^${hospitalNpi}`,
      control: environment.newId(),
      sentAt: ago(0),
      admittedAt: ago(admittedBefore),
      ...change,
    });
    await receiveHl7(casework, from, new TextEncoder().encode(message));
  };

  const heart = {
    family: 'Fairbanks',
    given: 'Leopold',
    birthDate: '19611224',
    memberNumber: 'PHP1000006',
    visit: 'E-20418',
  };
  await tell(300, 12, { ...heart, event: 'A04', patientClass: 'E', unit: 'ED' });
  await tell(200, 18, { ...heart, unit: 'CCU' });
  await tell(120, 30, {
    family: 'Castellanos',
    given: 'Marisol',
    birthDate: '19590130',
    memberNumber: 'PHP100003',
    visit: 'E-20431',
  });
  await tell(45, 12, {
    family: 'Dahlgren',
    given: 'Ingrid',
    birthDate: '19721002',
    memberNumber: 'PHP1000004',
    visit: 'E-20440',
    event: 'A04',
    patientClass: 'E',
  });

  clock.goTo(600);
  const member = await register.memberByNumber(scope, 'PHP1000002');
  const user = (await identity.users(scope)).find((u) => u.email === 'coordinator@plan.example');
  if (!member || !user) throw new Error('the demonstration lacks a member or a person');
  const today = dateInZone(environment.now(), planTenant.zone);
  const file = (title: string, text: string, recordedOn: string) => ({
    title,
    contentType: 'text/plain',
    recordedOn,
    base64: Buffer.from(text).toString('base64'),
  });
  const sent = await receivePortalForm(
    { casework, tenant: planTenant, actor: actorOf(user), now: environment.now() },
    {
      submissionId: environment.newId(),
      channel: 'fax',
      memberId: member.memberId,
      requestingProviderNpi: '1003000126',
      urgency: 'standard',
      setting: 'home',
      diagnoses: ['J44.9'],
      items: [
        {
          system: hcpcs,
          code: 'E1390',
          quantity: { value: 1, unit: 'month' },
          start: addDays(today, -60),
          end: addDays(today, -31),
        },
      ],
      retrospective: { reason: 'deniedClaim', serviceEndedOn: addDays(today, -31), claimNumber: 'CL-2026-88120' },
      rationale:
        'The concentrator was delivered on discharge from the hospital on a Saturday; the claim was denied for lack of authorization.',
      facts: [],
      documents: [
        file(
          'Discharge summary',
          'Saturation 86 percent at rest on room air on the day of discharge.',
          addDays(today, -60),
        ),
        file('Oximetry of last week', 'Saturation 90 percent at rest on room air.', addDays(today, -6)),
      ],
    },
  );
  if (isRefusal(sent) || sent.kind !== 'received')
    throw new Error(`a retrospective request of the demonstration was not taken: ${JSON.stringify(sent)}`);
};
