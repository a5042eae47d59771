import type { Register, RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { on } from './samples.ts';

export const member = (id: string, family: string, given: string, number = `M${id}`): RegisteredMember => ({
  memberId: id,
  member: { memberNumber: number, family, given, birthDate: on('1951-02-28'), sex: 'female' },
  coverage: { lineOfBusiness: 'medicareAdvantage', planName: 'Prairie Health Choice', stateOfIssue: 'OH' },
  coverageFrom: on('2026-01-01'),
  zone: 'America/New_York' as ZoneId,
});

export const provider = (id: string, name: string, npi: string): RegisteredProvider => ({
  providerId: id,
  name,
  npi,
  kind: 'organization',
});

export const registerContract = (name: string, store: () => Register, fresh: Fresh<string>): void => {
  const own = () => ({ register: store(), scope: { tenantId: fresh() } });
  const people = [
    member('1', 'Núñez', 'Ana'),
    member('2', 'Nunez', 'Bo'),
    member('3', "O'Neil", 'Cy'),
    member('4', 'Smith', 'Ana', 'NUN-77'),
  ];

  describe(`${name}: the register of members`, () => {
    test('gives back what was saved, optional fields included', async () => {
      const { register, scope } = own();
      const full: RegisteredMember = {
        ...member('9', 'Full', 'Fay'),
        coverageThrough: on('2026-12-31'),
        ratingPeriodStart: on('2026-07-01'),
      };
      await register.saveMembers(scope, [full, member('1', 'Núñez', 'Ana')]);
      expect(await register.memberByNumber(scope, 'M9')).toEqual(full);
      expect(await register.memberByNumber(scope, 'M1')).toEqual(member('1', 'Núñez', 'Ana'));
      expect(await register.memberByNumber(scope, 'm1')).toBeUndefined();
      expect(await register.memberById(scope, '9')).toEqual(full);
      expect(await register.memberById(scope, 'M9')).toBeUndefined();
    });

    test.each([
      ['nun', ['1', '2']],
      ['NÚÑ', ['1', '2']],
      ['nunez,b', ['2']],
      ['nunez ,  an', ['1']],
      ["o'n", ['3']],
      ['NUN-', ['4']],
      ['%', []],
      ['_', []],
      ['', []],
      ['  ', []],
      ['ana', []],
    ])('finds by the start of family name, full name or number: %j', async (text, ids) => {
      const { register, scope } = own();
      await register.saveMembers(scope, people);
      const found = (await register.searchMembers(scope, text, 9)).map((m) => m.memberId).sort();
      expect(found).toEqual(ids);
    });

    test('answers in the order of names, at most as many as asked for', async () => {
      const { register, scope } = own();
      await register.saveMembers(scope, people);
      expect((await register.searchMembers(scope, 'n', 1)).map((m) => m.memberId)).toEqual(['1']);
    });

    test('replaces a member who is saved again, and refuses a number that another one has', async () => {
      const { register, scope } = own();
      await register.saveMembers(scope, people);
      await register.saveMembers(scope, [member('1', 'Garcia', 'Ana')]);
      expect((await register.searchMembers(scope, 'núñez', 9)).map((m) => m.memberId)).toEqual(['2']);
      await expect(register.saveMembers(scope, [member('5', 'Thief', 'Tom', 'M1')])).rejects.toThrow();
      expect((await register.memberByNumber(scope, 'M1'))?.member.family).toBe('Garcia');
    });

    test('takes a list that is longer than one batch', async () => {
      const { register, scope } = own();
      await register.saveMembers(
        scope,
        Array.from({ length: 1_001 }, (_, i) => member(`b${i}`, 'Bulk', String(i))),
      );
      expect(await register.memberByNumber(scope, 'Mb1000')).toBeDefined();
      await register.saveMembers(scope, []);
    });
  });

  describe(`${name}: the register of providers`, () => {
    const clinic: RegisteredProvider = {
      ...provider('p1', 'Prairie Sleep Clinic', '1234567893'),
      specialty: 'sleepMedicine',
      phone: '+1 555 0100',
      fax: '+1 555 0101',
      address: { lines: ['1 Main St'], city: 'Columbus', state: 'OH', postalCode: '43004' },
    };

    test('finds by NPI and by the start of name or NPI', async () => {
      const { register, scope } = own();
      await register.saveProviders(scope, [clinic, provider('p2', 'Prairie Imaging', '1999999992')]);
      expect(await register.providerByNpi(scope, '1234567893')).toEqual(clinic);
      expect(await register.providerByNpi(scope, '1')).toBeUndefined();
      expect((await register.searchProviders(scope, 'PRAIRIE', 9)).map((p) => p.providerId)).toEqual(['p2', 'p1']);
      expect((await register.searchProviders(scope, '123', 9)).map((p) => p.providerId)).toEqual(['p1']);
    });
  });
};
