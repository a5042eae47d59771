import { roles } from '@openum/domain/actor/actor.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { caseStatusesOf, requestStatuses } from '@openum/domain/case/requestStatus.ts';
import type { CaseStatus } from '@openum/domain/case/status.ts';
import { caseStatuses } from '@openum/domain/case/status.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi, doctorNpi } from '@openum/testkit/fhir/request.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { commandOf } from '../case/commandOf.ts';
import { execute } from '../case/execute.ts';
import { issueNotices } from '../notice/issue.ts';
import { actOnOwn, attachToOwn } from './act.ts';
import { listOwn } from './list.ts';
import { findMember } from './lookup.ts';
import { openOwnDocument, openOwnLetter } from './open.ts';
import { type AtPortal, isTheirs, loadOwn } from './portal.ts';
import { submitOwn } from './submit.ts';
import { readOwn } from './view.ts';

let world: HttpWorld;
beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
});

const at = (npis: readonly string[] = [clinicNpi]): AtPortal => ({
  casework: world.casework,
  access: { plan, npis },
  practice: lakeside,
  actor: { kind: 'person', userId: 'u', name: 'Ida', roles: ['utilizationReviewStaff'] },
  now: world.casework.environment.now(),
});

const send = async (npi = clinicNpi, name = npi): Promise<string> => {
  const sent = await submitOwn(at([npi]), {
    submissionId: uuidOf(name),
    memberId: uuidOf('member/PHP1000001'),
    requestingProviderNpi: npi,
    urgency: 'standard',
    setting: 'home',
    diagnoses: ['J44.9'],
    items: [
      {
        system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
        code: 'E1390',
        start: '2026-12-01',
        end: '2027-02-28',
      },
    ],
    facts: [],
    documents: [],
  });
  if (isRefusal(sent) || sent.kind !== 'received') throw new Error('it was not received');
  return sent.caseId;
};

/** What the desk writes into a case, with words that must never leave it. */
const secret = 'FOR THE DESK ONLY';
const desk = async (caseId: string, ...acts: readonly Parameters<typeof commandOf>[0][]): Promise<void> => {
  const user = (await world.casework.identity.users(plan)).find(
    (u) => u.roles.includes('clinicalReviewer') && u.active,
  );
  const acting = {
    casework: world.casework,
    tenant: plan,
    actor: { ...user!, kind: 'person' as const },
    now: world.casework.environment.now(),
  };
  for (const act of acts) {
    const done = await execute(world.casework, plan, { caseId, command: (loaded) => commandOf(act, acting, loaded) });
    if (done.kind !== 'done') throw new Error(`${act.type} was not done`);
  }
};

describe('what a practice sees of its request', () => {
  test('holds nothing that the desk wrote for itself', async () => {
    const caseId = await send();
    await desk(
      caseId,
      { type: 'Claim' },
      { type: 'AddNote', text: secret },
      { type: 'SetUrgency', urgency: 'expedited', basis: secret, attested: true },
      {
        type: 'RequestInformation',
        items: [{ text: 'Which test?', itemSequence: 1, leafPath: secret }],
        dueAt: '2026-11-22T16:00:00Z',
      },
    );
    const [open] = (await readOwn(at(), caseId))!.informationRequests;
    await desk(
      caseId,
      { type: 'ReceiveInformation', requestId: open!.requestId, summary: secret, facts: [] },
      { type: 'Release', reason: secret },
      { type: 'Claim' },
      {
        type: 'CompleteReview',
        outcome: 'approve',
        summary: secret,
        items: [
          {
            itemSequence: 1,
            authorized: {
              service: { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'E1390' },
              period: { start: '2026-12-01', end: '2027-02-28' },
            },
          },
        ],
      },
    );
    const view = await readOwn(at(), caseId);
    expect(view).toMatchObject({ status: 'decided', items: [{ status: 'approved' }], informationRequests: [{}] });
    const seen = JSON.stringify([view, await listOwn(at(), {}, undefined, 9)]);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain('clinicalReviewer of');
    const whole = JSON.stringify(await world.store.cases.events(plan, caseId));
    expect(whole).toContain(secret);
  });

  test('holds what the practice answered by a link, and not what another provider did', async () => {
    const answeredBy = async (name: string, npi?: string) => {
      const caseId = await send(clinicNpi, name);
      const asked = {
        type: 'RequestInformation',
        items: [{ text: 'Which test?' }],
        dueAt: '2026-11-22T16:00:00Z',
      } as const;
      await desk(caseId, asked);
      const own = (await readOwn(at(), caseId))!;
      const [{ requestId } = { requestId: '' }] = own.informationRequests;
      const actor = {
        kind: 'guest',
        name: 'By link',
        npi: npi ?? own.requestingProvider.npi ?? '',
        requestId,
      } as const;
      const done = await execute(world.casework, plan, {
        caseId,
        command: () => ({
          type: 'ReceiveInformation',
          actor,
          now: world.casework.environment.now(),
          requestId,
          summary: 'Hematocrit 58.',
          documents: [],
          facts: [],
          evaluations: [],
        }),
      });
      expect(done.kind).toBe('done');
      return (await readOwn(at(), caseId))!.informationRequests[0];
    };
    expect(await answeredBy('own')).toMatchObject({ answer: 'Hematocrit 58.' });
    expect(await answeredBy('other', '1770000049')).not.toHaveProperty('answer');
  });

  test('is where it stands in the sender’s words, and each status of the plan has one', () => {
    const all = requestStatuses.flatMap((s) => caseStatusesOf(s));
    expect(all.toSorted()).toEqual(([...caseStatuses] as CaseStatus[]).toSorted());
  });
});

describe('whose a request is', () => {
  test('the grant alone decides: for any set of providers, exactly their requests can be listed, read and acted on', async () => {
    const ids = new Map([
      [clinicNpi, await send(clinicNpi)],
      [doctorNpi, await send(doctorNpi)],
    ]);
    const npis = fc.subarray([clinicNpi, doctorNpi, '1999999984', '']);
    await fc.assert(
      fc.asyncProperty(npis, async (granted) => {
        const here = at(granted);
        const theirs = [...ids].filter(([npi]) => granted.includes(npi)).map(([, id]) => id);
        const { rows } = await listOwn(here, {}, undefined, 9);
        expect(rows.map((r) => r.caseId).toSorted()).toEqual(theirs.toSorted());
        for (const id of ids.values()) {
          const mine = theirs.includes(id);
          expect((await loadOwn(here, id)) !== undefined).toBe(mine);
          expect((await readOwn(here, id)) !== undefined).toBe(mine);
          if (mine) continue;
          const before = (await world.store.cases.events(plan, id)).length;
          const refused = [
            await actOnOwn(here, id, uuidOf(`w${id}`), { type: 'Withdraw', reason: 'x' }),
            await actOnOwn(here, id, uuidOf(`a${id}`), { type: 'ReceiveInformation', requestId: 'r', summary: 'x' }),
            await attachToOwn(here, id, { title: 'x', contentType: 'text/plain', bytes: new Uint8Array([1]) }),
          ];
          for (const r of refused) expect(r).toMatchObject({ kind: 'refused', refusal: { code: 'caseNotFound' } });
          expect((await world.store.cases.events(plan, id)).length).toBe(before);
        }
      }),
      { numRuns: 16 },
    );
  });

  test('a request without an NPI is nobody’s, even for a grant that holds an empty one', async () => {
    const { state } = (await loadOwn(at(), await send()))!;
    const { npi: _, ...nameless } = state.request.requestingProvider;
    const without = { ...state, request: { ...state.request, requestingProvider: nameless } };
    expect(isTheirs(without, at([clinicNpi, '', 'undefined']))).toBe(false);
  });

  test('files of machines that can be read are taken, and programs are not', async () => {
    const caseId = await send();
    const give = (contentType: string) =>
      attachToOwn(at(), caseId, { title: 'x', contentType, bytes: new TextEncoder().encode(contentType) });
    for (const type of ['text/xml', 'application/xml', 'application/json', 'application/fhir+json; charset=utf-8'])
      expect((await give(type)).kind).toBe('done');
    expect(await give('application/x-msdownload')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'fieldInvalid', facts: { field: 'document' } },
    });
  });

  test('letters and documents open only as theirs, and every opening is in the plan’s log with its purpose', async () => {
    const caseId = await send();
    await attachToOwn(at(), caseId, { title: 'Lab', contentType: 'text/plain', bytes: new Uint8Array([1]) });
    await desk(caseId, {
      type: 'CompleteReview',
      outcome: 'approve',
      summary: 'Fits.',
      items: [
        {
          itemSequence: 1,
          authorized: {
            service: { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'E1390' },
            period: { start: '2026-12-01', end: '2027-02-28' },
          },
        },
      ],
    });
    await issueNotices(world.casework, plan, caseId);
    const { state } = (await loadOwn(at(), caseId))!;
    const opened: string[] = [];
    for (const n of state.notices) if (await openOwnLetter(at(), caseId, n.noticeId)) opened.push(n.audience);
    expect(state.notices.map((n) => n.audience).toSorted()).toEqual(['member', 'provider']);
    expect(opened).toEqual(['provider']);
    for (const d of state.documents) {
      expect(await openOwnDocument(at([doctorNpi]), caseId, d.documentId)).toBeUndefined();
      expect((await openOwnDocument(at(), caseId, d.documentId))?.title).toBe(d.title === 'Lab' ? 'Lab' : undefined);
    }
    const reads = await world.store.readLog.ofCase(plan, caseId, 9);
    expect(reads.map((r) => [r.what, r.purpose, r.userId])).toEqual(
      expect.arrayContaining([
        ['document', 'inquiry', 'u'],
        ['notice', 'inquiry', 'u'],
      ]),
    );
    expect(reads).toHaveLength(2);
  });
});

test('for any number and birth date, a member is found by their own pair and by no other', async () => {
  const numbers = ['PHP1000001', 'PHP1000002', 'PHP100000', 'php1000001', 'Akerman', '%', ''];
  const days = ['1951-03-09', '1968-07-21', '1951-03-10', ''];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...numbers), fc.constantFrom(...days), async (number, day) => {
      const right = `${number} ${day}` === 'PHP1000001 1951-03-09' || `${number} ${day}` === 'PHP1000002 1968-07-21';
      expect((await findMember(at(), number, day))?.member.memberNumber).toBe(right ? number : undefined);
    }),
    { numRuns: 60 },
  );
});

test('only requester roles send', async () => {
  for (const role of roles) {
    const here = at();
    const sent = await submitOwn(
      { ...here, actor: { ...here.actor, roles: [role] } },
      {
        submissionId: uuidOf(role),
        memberId: 'nobody',
        requestingProviderNpi: clinicNpi,
        urgency: 'standard',
        setting: 'home',
        diagnoses: [],
        items: [],
        facts: [],
        documents: [],
      },
    );
    const may = ['utilizationReviewStaff', 'treatingClinician', 'frontDesk'].includes(role);
    expect(`${role} ${isRefusal(sent) && sent.code}`).toBe(`${role} ${may ? 'fieldInvalid' : 'roleMissing'}`);
  }
});
