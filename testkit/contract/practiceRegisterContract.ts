import {
  defaultSettings,
  type PracticeRegister,
  type RegisteredPatient,
} from '@openum/casework/port/practiceRegister.ts';
import { describe, expect, test } from 'vitest';
import { coverage, dayProgramme, residential } from '../practice/episode.ts';
import type { Fresh } from './caseStoreContract.ts';
import { on } from './samples.ts';

export type PracticeRegisterPorts = { readonly practiceRegister: PracticeRegister };

const patient = (patientId: string, family: string, change: Partial<RegisteredPatient> = {}): RegisteredPatient => ({
  patientId,
  family,
  given: 'Ana',
  birthDate: on('1990-04-02'),
  chartNumber: `C-${patientId}`,
  coverages: [coverage({ from: on('2026-01-01') })],
  ...change,
});

export const practiceRegisterContract = (
  name: string,
  store: () => PracticeRegisterPorts,
  fresh: Fresh<string>,
): void => {
  const own = () => ({ register: store().practiceRegister, scope: { tenantId: fresh() } });

  describe(`${name}: register of a practice`, () => {
    test('finds patients by the start of a name or a chart number, and by id', async () => {
      const { register, scope } = own();
      await register.savePatients(scope, [
        patient('1', 'Núñez'),
        patient('2', 'Nunn', { part2: true }),
        patient('3', 'Other'),
      ]);
      const ids = async (text: string, limit = 9) =>
        (await register.searchPatients(scope, text, limit)).map((p) => p.patientId);
      expect(await ids('nun')).toEqual(['1', '2']);
      expect(await ids('nunez, a')).toEqual(['1']);
      expect(await ids('C-3')).toEqual(['3']);
      expect(await ids('n', 1)).toHaveLength(1);
      expect(await ids(' ')).toEqual([]);
      expect(await register.patient(scope, '2')).toEqual(patient('2', 'Nunn', { part2: true }));
      expect(await register.patientByChart(scope, 'C-1')).toEqual(patient('1', 'Núñez'));
      expect(await register.patient({ tenantId: fresh() }, '2')).toBeUndefined();
    });

    test('saving replaces, and a chart number stays with one patient', async () => {
      const { register, scope } = own();
      await register.savePatients(scope, [patient('1', 'Nunn')]);
      await register.savePatients(scope, [patient('1', 'Nunn-Grey', { coverages: [] })]);
      expect(await register.patient(scope, '1')).toEqual(patient('1', 'Nunn-Grey', { coverages: [] }));
      await expect(register.savePatients(scope, [patient('2', 'Other', { chartNumber: 'C-1' })])).rejects.toThrow(
        'practice_patient_chart',
      );
      expect(await register.patient(scope, '2')).toBeUndefined();
    });

    test('keeps programmes, payers and clinicians by name', async () => {
      const { register, scope } = own();
      const evenings = { ...dayProgramme, weekdays: [1, 3, 5], active: false };
      await register.saveProgrammes(scope, [{ ...residential, active: true }, evenings]);
      expect(await register.programmes(scope)).toEqual([evenings, { ...residential, active: true }]);
      await expect(
        register.saveProgrammes(scope, [{ ...residential, programmeId: 'p-2', name: 'HARBOR  house', active: true }]),
      ).rejects.toThrow('practice_programme_name');
      const payer = { payerId: 'payer-1', name: 'Prairie Harbor Health Plan', active: true };
      await register.savePayers(scope, [payer]);
      expect(await register.payers(scope)).toEqual([payer]);
      const clinician = { clinicianId: 'c-1', name: 'Noor Vance, MD', npi: '1234567893', active: true };
      await register.saveClinicians(scope, [clinician]);
      expect(await register.clinicians(scope)).toEqual([clinician]);
      expect(await register.programmes({ tenantId: fresh() })).toEqual([]);
    });

    test('has settings of its own, strict about bills until somebody says otherwise', async () => {
      const { register, scope } = own();
      expect(await register.settings(scope)).toEqual(defaultSettings);
      await register.saveSettings(scope, { recordUncovered: 'block', billUncovered: 'warn' });
      await register.saveSettings(scope, { recordUncovered: 'block', billUncovered: 'block' });
      expect(await register.settings(scope)).toEqual({ recordUncovered: 'block', billUncovered: 'block' });
      expect(await register.settings({ tenantId: fresh() })).toEqual(defaultSettings);
    });
  });
};
