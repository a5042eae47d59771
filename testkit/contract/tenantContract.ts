import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ReadLog } from '@openum/casework/port/readLog.ts';
import type { Register } from '@openum/casework/port/register.ts';
import type { WorkList } from '@openum/casework/port/workList.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { member, provider } from './registerContract.ts';
import { appendOf, at, bytes, messageOf } from './samples.ts';

export type TenantPorts = {
  readonly cases: CaseStore;
  readonly workList: WorkList;
  readonly register: Register;
  readonly readLog: ReadLog;
};

/** Two organizations in one installation know nothing of each other. */
export const tenantContract = (name: string, store: () => TenantPorts, fresh: Fresh<string>): void => {
  const full = () =>
    appendOf('c1', 0, {
      commandId: 'k1',
      message: messageOf('m1'),
      documents: [{ documentId: 'd1', contentType: 'text/plain', bytes: bytes('x') }],
      notices: [{ noticeId: 'n1', pdf: bytes('pdf'), html: 'html' }],
    });

  describe(`${name}: another tenant`, () => {
    test('finds nothing of what the first one has', async () => {
      const { cases, workList, register, readLog } = store();
      const mine = { tenantId: fresh() };
      const theirs = { tenantId: fresh() };
      await cases.append(mine, full());
      await register.saveMembers(mine, [member('1', 'Núñez', 'Ana')]);
      await register.saveProviders(mine, [provider('1', 'Prairie Sleep Clinic', '1234567893')]);
      await readLog.record(mine, {
        readId: 'r1',
        caseId: 'c1',
        userId: 'u1',
        purpose: 'utilizationReview',
        what: 'document',
        resourceId: 'd1',
        at: at('2026-11-20T15:00:00.000Z'),
      });
      const now = at('2026-11-20T15:00:00.000Z');
      const query = {
        memberNumber: 'M100',
        npis: ['1234567893'],
        authorizationNumbers: [],
        caseNumbers: [],
        serviceCodes: [],
        limit: 9,
      };
      const seen = async (scope: { tenantId: string }) => ({
        events: (await cases.events(scope, 'c1')).length,
        command: await cases.commandDone(scope, 'k1'),
        rows: (await cases.rows(scope, 'c1')) !== undefined,
        answered: (await cases.answered(scope, 'client-1', { system: 'urn:sender', value: 'B-1' })) !== undefined,
        message: (await cases.message(scope, 'm1')) !== undefined,
        document: (await cases.document(scope, 'c1', 'd1')) !== undefined,
        notice: (await cases.notice(scope, 'c1', 'n1')) !== undefined,
        ids: (await cases.caseIds(scope, undefined, 9)).length,
        page: (await workList.page(scope, {}, undefined, 9)).rows.length,
        text: (await workList.page(scope, { text: 'nun' }, undefined, 9)).rows.length,
        buckets: (await workList.buckets(scope, {}, now, now)).later,
        ofMember: (await workList.ofMember(scope, 'M100', 9)).length,
        inquiry: (await workList.inquire(scope, query)).length,
        member: (await register.memberByNumber(scope, 'M1')) !== undefined,
        members: (await register.searchMembers(scope, 'nun', 9)).length,
        provider: (await register.providerByNpi(scope, '1234567893')) !== undefined,
        providers: (await register.searchProviders(scope, 'pra', 9)).length,
        opened: (await readLog.openedBy(scope, 'c1', 'u1')).length,
        reads: (await readLog.ofCase(scope, 'c1', 9)).length,
      });
      const everything = await seen(mine);
      expect(Object.entries(everything).filter(([, found]) => Number(found) !== 1)).toEqual([]);
      const nothing = await seen(theirs);
      expect(Object.entries(nothing).filter(([, found]) => Number(found) !== 0)).toEqual([]);
    });

    test('may use the same ids, numbers and identifiers', async () => {
      const { cases, register } = store();
      const [mine, theirs] = [{ tenantId: fresh() }, { tenantId: fresh() }];
      expect((await cases.append(mine, full())).kind).toBe('appended');
      expect((await cases.append(theirs, full())).kind).toBe('appended');
      await register.saveMembers(mine, [member('1', 'Núñez', 'Ana')]);
      await register.saveMembers(theirs, [member('1', 'Other', 'Olga')]);
      expect((await register.memberByNumber(mine, 'M1'))?.member.family).toBe('Núñez');
    });
  });
};
