import type { Casework } from '@openum/casework/casework.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';
import { newToken, tokenHash } from '@openum/http/auth/token.ts';
import { receiveHl7 } from '@openum/http/hl7/receive.ts';
import type { DemoClock } from './clock.ts';
import { practiceTenant } from './people.ts';

const control = (event: string, id: string, at: string): readonly string[] => [
  `MSH|^~\\&|CEDAR-EMR|Cedar Point|OPENUM|CEDAR|${at}||ADT^${event}|${id}|P|2.5.1`,
  `EVN|${event}|${at}`,
];

/** IN1-4 and IN1-36. */
const insured = (payer: string, member: string): string => `IN1|1|||${payer}${'|'.repeat(32)}${member}`;

/** What the record system of the practice told today: somebody new, somebody on a unit that nobody knows, and a broken message. */
export const playArrivals = async (casework: Casework, clock: DemoClock): Promise<void> => {
  clock.goTo(0);
  const client = {
    clientId: casework.environment.newId(),
    tenantId: practiceTenant.tenantId,
    name: 'Cedar Point EMR',
    scopes: ['hl7', 'arrivals'],
  };
  await casework.identity.createClient(client, tokenHash(newToken()));
  const today = dateInZone(casework.environment.now(), practiceTenant.zone);
  const at = `${addDays(today, -1).replaceAll('-', '')}0930`;
  const messages = [
    [
      ...control('A01', 'CP-7001', at),
      'PID|1||CP-2101^^^CP^MR||Marchetti^Gianna||19910611|F',
      `PV1|1|I|Cedar House|R|||||||||||||||V-7001|||||||||||||||||||||||||${at}`,
      insured('Juniper Mutual', 'JM-771203'),
    ],
    [
      ...control('A01', 'CP-7002', at),
      'PID|1||CP-2102^^^CP^MR||Reyes^Tomas||19850227|M',
      `PV1|1|I|2 North|E|||||||||||||||V-7002|||||||||||||||||||||||||${at}`,
      insured('Ridgeline Choice', 'RC-118820'),
    ],
    [...control('A03', 'CP-7003', at), 'PID|1||CP-2027^^^CP^MR||Farrow^Dashiell|||M', 'PV1|1|I|Cedar Day'],
  ];
  for (const message of messages)
    await receiveHl7(casework, { client, tenant: practiceTenant }, new TextEncoder().encode(`${message.join('\r')}\r`));
};
