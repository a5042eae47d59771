import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RegisteredMember } from '@openum/casework/port/register.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { senderOf } from '@openum/testkit/http/caller.ts';
import { members, plan } from '@openum/testkit/http/people.ts';
import { httpWorld, tokens } from '@openum/testkit/http/world.ts';
import { describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { liveHub } from '../live/hub.ts';

/** The published examples of the Da Vinci PAS guide; not part of this repository. */
const folder = path.join(import.meta.dirname, '../../../shared/fhir/examples/pas');
const requests = existsSync(folder)
  ? readdirSync(folder).filter((f) => /^Bundle-.*(Authorization|Request)(Update)?BundleExample\.json$/.test(f))
  : [];

/** The member of the guide's examples. */
const joeSmith: RegisteredMember = {
  ...(members[0] as RegisteredMember),
  memberId: 'joe',
  member: {
    memberNumber: '12345678901',
    family: 'Smith',
    given: 'Joe',
    birthDate: calendarDate('1961-05-02'),
    sex: 'male',
  },
  coverageFrom: calendarDate('2000-01-01'),
};

describe('the request examples of the guide', () => {
  if (requests.length === 0) {
    test.skip('are not beside this repository (../shared/fhir/examples/pas)', () => undefined);
    return;
  }
  test.each(requests)('%s is answered with 200', async (name) => {
    const world = await httpWorld();
    await world.store.register.saveMembers(plan, [joeSmith]);
    const app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
    const reply = await senderOf(app, tokens.plan).submit(readFileSync(path.join(folder, name)));
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('"resourceType":"ClaimResponse"');
    expect(reply.text).not.toContain('"outcome":"error"');
    await app.close();
  });
});
