import { addDays, type CalendarDate, dateInZone, zoneId } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 15_000, interval: 100 };

const rationale =
  'Saturation at rest on room air was 89 percent. The clinic note shows no leg swelling, no pulmonary hypertension and no hematocrit over 56 percent.';
const memberRationale =
  'Your doctor asked for oxygen at home. Your oxygen level at rest was 89 percent. The rule pays at 88 percent or less. At 89 percent it also asks for swelling in the legs or other signs. Your record does not show them.';

/** 42 CFR 422.582(b): 65 calendar days from the date of the notice. */
const inWords = (date: CalendarDate): string =>
  new Date(date).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });

const plainText = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.skipIf(chromium === undefined)(
  `a denial in a browser (${chromium ?? noChromium})`,
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
    const act = (page: Page, name: string) => page.getByLabel('Actions on this case').getByRole('button', { name });
    const focusedCase = (page: Page): Promise<string | null> =>
      page.evaluate(`document.activeElement?.closest('[data-case]')?.getAttribute('data-case') ?? null`);
    const press = async (key: string, most: number, until: () => Promise<boolean>): Promise<void> => {
      for (let i = 0; i < most && !(await until()); i++) await nurse.keyboard.press(key);
    };

    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('a request arrives in the open work list of a nurse, who signed in by keyboard, without a reload', async () => {
      nurse = watched(await (await um.nobody({})).newPage());
      await nurse.goto('/work?tab=clinical&text=Akerman');
      await nurse.getByRole('heading', { name: 'Sign in' }).waitFor();
      await nurse.keyboard.type('nurse@plan.example');
      await nurse.keyboard.press('Tab');
      await nurse.keyboard.type(um.passwordOf('nurse@plan.example'));
      await nurse.keyboard.press('Enter');
      await nurse.getByRole('heading', { name: 'Work list' }).waitFor();
      const cases = nurse.locator('[data-case]');
      const before = await cases.count();
      await nurse.evaluate(() => Object.assign(globalThis, { notReloaded: true }));

      const answer = await um.submit(homeOxygenBundle({ name: 'e2e-oxygen', spo2: 89 }));
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('"A4"');

      await expect.poll(() => cases.count(), patience).toBe(before + 1);
      expect(await nurse.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
      const { rows } = await (await nurse.request.get('/api/cases?text=Akerman&queue=clinical')).json();
      caseId = rows.find((r: { senderReference: string }) => r.senderReference === 'e2e-oxygen-1').caseId;
    });

    test('the nurse opens, claims and refers it with the keyboard alone', async () => {
      await press('Tab', 60, async () => (await focusedCase(nurse)) !== null);
      await press('ArrowDown', 10, async () => (await focusedCase(nurse)) === caseId);
      await press('ArrowUp', 10, async () => (await focusedCase(nurse)) === caseId);
      await nurse.keyboard.press('Enter');
      await nurse.waitForURL(`**/cases/${caseId}`);
      await act(nurse, 'Claim').waitFor();
      // Routing may have given it to her before she asks; the page answers either way once its keys work.
      const answered = nurse.getByText(/The case is yours|already has this case/);
      await press('c', 10, async () => (await answered.count()) > 0);
      await expect.poll(async () => (await caseView()).state.assignee?.name, patience).toBe('Grace Okafor, RN');

      const why = nurse.getByRole('textbox', { name: 'Why it goes to a physician' });
      const opened = async () => {
        if ((await why.count()) === 0) await nurse.keyboard.press('r');
        return why.count();
      };
      await expect.poll(opened, { ...patience, interval: 1_000 }).toBe(1);
      await press('Tab', 20, async () => (await why.and(nurse.locator(':focus')).count()) > 0);
      await nurse.keyboard.type('Saturation of 89 percent at rest; the further findings are not documented.');
      await nurse.keyboard.press('Control+Enter');
      await expect
        .poll(async () => (await caseView()).timeline.map((e) => e.type), patience)
        .toContain('ReferredToPhysician');
    });

    test('a physician who may decide it was given it, finds it in the queue with its brief, and opens every document', async () => {
      await expect.poll(async () => (await caseView()).state.assignee?.name, patience).toBe('Dr. Leila Haddad');
      physician = watched(await (await um.as('physician@plan.example')).newPage());
      await physician.goto('/');
      await physician.getByRole('heading', { name: 'Physician queue' }).waitFor();
      const { caseNumber, documents } = (await caseView()).state;
      await physician.locator(`[data-case="${caseId}"]`).click();
      const brief = physician.getByRole('region', { name: `Brief of case ${caseNumber}` });
      await brief.getByText('Would change the answer').waitFor();
      await brief.getByRole('link', { name: 'Open and decide' }).click();
      await physician.waitForURL(`**/cases/${caseId}`);
      const panel = physician.getByRole('region', { name: /^Documents \(/ });
      expect(documents.map((d) => d.title)).toEqual(['Original request (FHIR Bundle)', 'Progress note']);
      await panel.waitFor();
      for (const { title } of documents) {
        await physician.keyboard.press('o');
        await physician.getByRole('region', { name: `Document ${title}` }).waitFor();
        await physician.getByLabel('Opening the document').waitFor({ state: 'hidden' });
      }
      await expect
        .poll(
          async () => (await (await physician.request.get(`/api/cases/${caseId}`)).json()).openedByMe.length,
          patience,
        )
        .toBe(documents.length);
      await physician.keyboard.press('Escape');
      await panel.getByText('You opened all').waitFor();
    });

    test('a second physician, whose page hears of nothing, is told what changed and keeps the typed text', async () => {
      const context = await um.as('physician2@plan.example');
      await context.route('**/api/events', (route) => route.abort());
      const second = await context.newPage();
      await second.goto(`/cases/${caseId}`);
      await act(second, 'Request information').click();
      const message = second.getByRole('textbox', { name: 'Message to the provider' });
      await message.fill('Please send the echocardiogram of last month.');

      await act(physician, 'Add note').click();
      await physician.getByRole('textbox', { name: 'Note' }).fill('The echocardiogram is in the progress note.');
      await physician.getByRole('button', { name: 'Add to the record' }).click();
      await expect.poll(async () => (await caseView()).state.notes.length, patience).toBe(1);

      await second.getByRole('button', { name: 'Send the request' }).click();
      await second.getByText('While you were writing, the case changed.').waitFor();
      expect(await message.inputValue()).toBe('Please send the echocardiogram of last month.');
      expect((await caseView()).timeline.map((e) => e.type)).not.toContain('InformationRequested');
      await context.close();
    });

    test('the physician denies it: reason, attestation, a look at the letters, and sends', async () => {
      await act(physician, 'Physician decision').click();
      await physician.getByRole('radio', { name: 'Deny' }).check();
      await physician.getByLabel('Decision reasons').and(physician.locator('input')).click();
      await physician.getByRole('option', { name: /^0F / }).click();
      await physician.getByRole('textbox', { name: 'Rationale, clinical' }).fill(rationale);
      await physician.getByRole('textbox', { name: 'Rationale for the member' }).fill(memberRationale);
      await physician.getByRole('checkbox', { name: 'I have no conflict of interest in this case.' }).check();
      await physician.getByRole('checkbox', { name: 'I reviewed the record.' }).check();
      await physician.getByRole('button', { name: 'Preview the letters' }).click();
      const letter = physician.getByTitle('Adverse determination letter to the member');
      await letter.waitFor();
      expect(await letter.getAttribute('srcdoc')).toContain('The rule pays at 88 percent or less');
      await physician.getByRole('button', { name: 'Decide 1 item' }).click();
      await expect.poll(async () => (await caseView()).state.items[0]?.determination?.outcome, patience).toBe('denied');
    });

    test('the letters follow by themselves: criteria, reason in the right words, and how long there is to appeal', async () => {
      await expect.poll(async () => (await caseView()).state.notices.length, patience).toBe(2);
      await physician.getByRole('region', { name: /^Letters \(2\)/ }).waitFor();
      for (const { noticeId, audience, issuedAt } of (await caseView()).state.notices) {
        const lastDay = inWords(addDays(dateInZone(issuedAt, zoneId('America/Chicago')), 65));
        const at = `/api/cases/${caseId}/notices/${noticeId}`;
        const text = plainText(await (await nurse.request.get(`${at}/html`)).text());
        expect(text).toContain('Home oxygen, version 2021-09-27. Source: NCD 240.2.');
        expect(text).toContain(audience === 'member' ? memberRationale : rationale);
        expect(text).toContain(`${audience === 'member' ? 'Your last day is' : 'that is, by'} ${lastDay}.`);
        const pdf = await nurse.request.get(`${at}/pdf`);
        expect(pdf.headers()['content-type']).toBe('application/pdf');
        expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
      }
    });

    test('no page complained in its console on the way', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
