import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { CensusView } from '@openum/http/contract/stay.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 15_000, interval: 100 };

const rationale =
  'Walked the corridor on room air with 95 percent saturation, tolerates tablets and a normal diet; nothing in the notes of these days needs a hospital bed.';
const memberRationale =
  'You can walk, breathe without oxygen and take your medicine by mouth. The care you still need can be given at home.';

describe.skipIf(chromium === undefined)(
  `a stay under concurrent review in a browser (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    let nurse: Page;
    let physician: Page;
    let caseId = '';
    const complaints: (readonly string[])[] = [];

    const watched = (page: Page): Page => {
      complaints.push(complaintsOf(page));
      return page;
    };
    const caseView = async (): Promise<CaseView> => (await nurse.request.get(`/api/cases/${caseId}`)).json();
    const outcome = async (n: number) =>
      (await caseView()).state.items.find((i) => i.sequence === n)?.determination?.outcome;
    const census = async (query = ''): Promise<CensusView> => (await nurse.request.get(`/api/census${query}`)).json();
    const row = (page: Page) => page.getByRole('row').filter({ hasText: 'Svoboda' });
    const ofStay = (name: string) =>
      nurse.getByRole('region', { name: 'Stay', exact: true }).getByRole('button', { name, exact: true });
    const act = (page: Page, name: string) => page.getByLabel('Actions on this case').getByRole('button', { name });

    const approve = async (itemSequence: number, summary: string): Promise<void> => {
      await act(nurse, 'Approve').click();
      await nurse.getByRole('textbox', { name: 'Summary of your review' }).fill(summary);
      await nurse.getByRole('button', { name: 'Approve 1 item' }).click();
      await expect.poll(() => outcome(itemSequence), patience).toBe('approved');
    };
    const askMore = async (days: string, update: string, items: number): Promise<void> => {
      await ofStay('More days').click();
      await nurse.getByRole('textbox', { name: 'Days' }).fill(days);
      await nurse.getByRole('textbox', { name: 'Clinical update' }).fill(update);
      await nurse.getByRole('textbox', { name: 'Asked by' }).fill('UR of Prairie General');
      await nurse.getByRole('button', { name: 'Record the request' }).click();
      await expect.poll(async () => (await caseView()).state.items.length, patience).toBe(items);
    };

    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('an admission is approved for three days, and its next review stands in the census', async () => {
      const desk = await um.as('coordinator@plan.example');
      const [member] = await (await desk.request.get('/api/members?text=Svoboda')).json();
      const answer = await desk.request.post('/api/admissions', {
        headers: { 'x-openum': '1' },
        data: {
          submissionId: randomUUID(),
          memberId: member.memberId,
          facilityNpi: '1723456780',
          admittedAt: new Date(Date.now() - 60 * 60 * 1000).toISOString(),
          admissionSource: 'emergency',
          levelOfCare: 'medicalSurgical',
          requestedDays: 3,
          diagnoses: ['J18.9'],
          documents: [],
        },
      });
      expect(answer.status()).toBe(201);
      ({ caseId } = await answer.json());
      await desk.close();

      nurse = watched(await (await um.as('concurrent@plan.example')).newPage());
      await nurse.goto('/');
      await nurse.getByRole('heading', { name: 'Census' }).waitFor();
      await row(nurse).getByText('Decision pending').waitFor();
      await row(nurse).getByRole('link').click();
      await nurse.waitForURL(`**/cases/${caseId}`);
      if ((await caseView()).state.assignee === undefined) {
        await act(nurse, 'Claim').click();
        await expect.poll(async () => (await caseView()).state.assignee?.name, patience).toBeDefined();
      }
      await approve(1, 'Oxygen need with intravenous antibiotics.');

      const [line] = (await census('?text=Svoboda')).rows;
      expect(line).toMatchObject({ stay: { review: 'due', approvedDays: 3, updateAwaited: true } });
      await nurse.getByText('Next review', { exact: true }).waitFor();
      await nurse.goto('/census');
      await row(nurse).getByText('3 approved, 1 used').waitFor();
      await row(nurse).getByText('Update awaited').waitFor();
    });

    test('more days are asked for with clocks of their own, and the nurse extends the stay', async () => {
      await row(nurse).getByRole('link').click();
      await askMore('2', 'Still on two litres of oxygen; first walk today.', 2);
      const { state } = await caseView();
      expect(state.items[1]).toMatchObject({ reviewType: 'concurrent', quantity: { value: 2 } });
      expect(state.clocks.filter((k) => k.itemSequences?.includes(2)).length).toBeGreaterThan(0);
      await nurse.getByText('Review pending').waitFor();
      await approve(2, 'Oxygen is being weaned.');
      await expect.poll(async () => (await census('?text=Svoboda')).rows[0]?.stay.approvedDays, patience).toBe(5);
    });

    test('the page of the stay keeps nobody out', async () => {
      for (const [path, sign] of [
        [`/cases/${caseId}`, nurse.getByText('Next review', { exact: true })],
        ['/census', row(nurse)],
      ] as const) {
        await nurse.goto(path);
        await sign.waitFor();
        const { violations } = await new AxeBuilder({ page: nurse }).analyze();
        expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual(
          [],
        );
      }
    });

    test('the next days are referred, and a physician denies them with letters to both readers', async () => {
      await nurse.goto(`/cases/${caseId}`);
      await askMore('3', 'On room air, eats and walks; family would like a few more days.', 3);
      await act(nurse, 'Refer to physician').click();
      await nurse
        .getByRole('textbox', { name: 'Why it goes to a physician' })
        .fill('No need for a hospital bed is recorded.');
      await nurse.getByRole('button', { name: 'Refer', exact: true }).click();
      await expect.poll(async () => (await caseView()).state.referred.length, patience).toBe(1);

      physician = watched(await (await um.as('physician@plan.example')).newPage());
      const { documents } = (await caseView()).state;
      for (const d of documents)
        expect((await physician.request.get(`/api/cases/${caseId}/documents/${d.documentId}`)).ok()).toBe(true);
      await physician.goto(`/cases/${caseId}`);
      await act(physician, 'Physician decision').waitFor();
      if ((await caseView()).state.assignee === undefined) {
        await act(physician, 'Claim').click();
        await expect.poll(async () => (await caseView()).state.assignee?.name, patience).toBeDefined();
      }
      await act(physician, 'Physician decision').click();
      await physician.getByRole('radio', { name: 'Deny' }).check();
      await physician.getByLabel('Decision reasons').and(physician.locator('input')).click();
      await physician.getByRole('option', { name: /^0F / }).click();
      await physician.getByRole('textbox', { name: 'Rationale, clinical' }).fill(rationale);
      await physician.getByRole('textbox', { name: 'Rationale for the member' }).fill(memberRationale);
      await physician.getByRole('textbox', { name: 'Criteria applied' }).fill('Plan policy on acute inpatient days');
      await physician.getByRole('textbox', { name: 'Version or date' }).fill('2026');
      await physician.getByRole('textbox', { name: 'Where it stands' }).fill('Plan policy 12.4');
      await physician.getByRole('checkbox', { name: 'I have no conflict of interest in this case.' }).check();
      await physician.getByRole('checkbox', { name: 'I reviewed the record.' }).check();
      await physician.getByRole('button', { name: 'Decide 1 item' }).click();
      await expect.poll(() => outcome(3), patience).toBe('denied');

      const letters = async () =>
        (await caseView()).state.notices
          .filter((n) => n.itemSequences.includes(3))
          .map((n) => `${n.kind} ${n.audience}`);
      await expect
        .poll(async () => (await letters()).sort(), patience)
        .toEqual(['adverseDetermination member', 'adverseDetermination provider']);
      const view = await caseView();
      expect(view.stay?.lines.at(-1)).toMatchObject({ stage: 'concurrent', status: 'denied' });
      expect(view.stay?.count).toMatchObject({ approved: 5, denied: 3 });
      expect(view.stay?.review).toMatchObject({ kind: 'due', basis: { because: 'interval' } });
    });

    test('the discharge ends the reviews, and the stay leaves the census', async () => {
      await nurse.reload();
      await ofStay('Discharge').click();
      await nurse.getByRole('combobox', { name: 'Where to' }).selectOption('home');
      await nurse.getByRole('button', { name: 'Record the discharge', exact: true }).click();
      await nurse.getByText('No review is due.').waitFor();
      expect((await census('?text=Svoboda')).rows).toEqual([]);
      await nurse.goto('/census?presence=discharged');
      await row(nurse).getByText('Discharged').waitFor();
    });

    test('no page complained in its console on the way', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
