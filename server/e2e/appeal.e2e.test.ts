import { dateInZone, zoneId } from '@openum/domain/time/instant.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 15_000, interval: 100 };

type View = {
  readonly appeals: readonly {
    readonly status: string;
    readonly appeal: { readonly levelId: string; readonly clocks: readonly { readonly ruleId: string }[] };
  }[];
  readonly state: { readonly items: readonly { readonly determination?: { readonly outcome: string } }[] };
};

describe.skipIf(chromium === undefined)(
  `an appeal in a browser (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    let desk: Page;
    let physician: Page;
    let caseId = '';
    const complaints: (readonly string[])[] = [];

    const watched = (page: Page): Page => {
      complaints.push(complaintsOf(page));
      return page;
    };
    const view = async (): Promise<View> => (await desk.request.get(`/api/cases/${caseId}/appeals`)).json();
    const statuses = async (): Promise<readonly string[]> => (await view()).appeals.map((a) => a.status);
    const open = async (page: Page): Promise<void> => {
      await page.goto(`/cases/${caseId}/appeals`);
      await page.getByRole('heading', { name: /^Appeals of UM-/ }).waitFor();
    };
    const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    const told = (page: Page) => page.getByText(/: recorded\.$/);

    beforeAll(async () => {
      um = await installation(chromium ?? '');
      desk = watched(await (await um.as('appeals@plan.example')).newPage());
      physician = watched(await (await um.as('physician3@plan.example')).newPage());
      const { rows } = await (await desk.request.get('/api/cases?limit=100&text=Kealoha')).json();
      caseId = rows.find((r: { senderReference: string }) => r.senderReference === 'demo-bariatric-low-1').caseId;
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('a representative appeals a denial; without the appointment the appeal is kept and no clock runs', async () => {
      await open(desk);
      await act(desk, 'File: Reconsideration').click();
      await desk.getByLabel('Filed by', { exact: false }).first().selectOption('representative');
      await desk.getByRole('textbox', { name: 'Name' }).fill('Keoni Kealoha');
      await desk.getByLabel('What they say').fill('His weight in the spring was higher, and his sugar cannot be held.');
      await act(desk, 'File the appeal').click();
      await told(desk).waitFor();
      expect(await statuses()).toEqual(['awaitingStanding']);
      expect((await view()).appeals[0]?.appeal.clocks).toEqual([]);
      await desk.getByText('No clock runs yet').waitFor();
    });

    test('the appointment comes, the clock starts, and the desk names a reviewer who took no part', async () => {
      await act(desk, 'Record what was missing').click();
      await desk.getByLabel('Signed by').fill('Leilani Kealoha and Keoni Kealoha');
      await act(desk, 'Record and start the clock').click();
      await expect
        .poll(async () => (await view()).appeals[0]?.appeal.clocks[0]?.ruleId, patience)
        .toBe('MA-APPEAL-STD');
      await desk.getByText(/May not: Dr\. Leila Haddad took part before/).waitFor();
      await act(desk, 'Name the reviewer').click();
      const people = desk.locator('form select').first();
      const excluded = people.locator('option', { hasText: 'Dr. Leila Haddad' });
      expect(await excluded.getAttribute('disabled')).not.toBeNull();
      const own = await people.locator('option', { hasText: 'Dr. Ruth Lindqvist' }).getAttribute('value');
      await people.selectOption(own);
      await act(desk, 'Name').click();
      await expect.poll(statuses, patience).toEqual(['withReviewer']);
    });

    test('the reviewer reads the record and upholds; the level outside opens by itself', async () => {
      const { state } = await (await physician.request.get(`/api/cases/${caseId}`)).json();
      for (const { documentId } of state.documents)
        await physician.request.get(`/api/cases/${caseId}/documents/${documentId}`);
      await open(physician);
      await act(physician, 'Decide').first().click();
      const form = physician.locator('form');
      await form.locator('select').first().selectOption('upheld');
      await form
        .getByLabel('clinical reason', { exact: false })
        .fill(
          'The spring weight of 101 kg that was sent with the appeal gives an index of 34.7; no measurement at or above 35 is on record.',
        );
      await form
        .getByLabel('in plain words', { exact: false })
        .fill(
          'The weight from spring that you sent gives 34.7. The rule begins at 35. A measured weight above that would change our answer.',
        );
      await form.getByLabel('I have no conflict', { exact: false }).check();
      await form.getByLabel('I have read the whole record', { exact: false }).check();
      await form.getByRole('button', { name: 'Decide' }).click();
      await expect.poll(statuses, patience).toEqual(['upheld', 'toForward']);
    });

    test('the file goes out as one PDF that is kept, and the letters follow', async () => {
      await open(desk);
      await act(desk, 'Send the file').click();
      await desk.locator('form select').first().selectOption('portal');
      await act(desk, 'Make the file and record that it went').click();
      await expect.poll(statuses, patience).toEqual(['upheld', 'withExternalBody']);
      const { state } = await (await desk.request.get(`/api/cases/${caseId}`)).json();
      const packet = state.documents.find((d: { title: string }) => d.title.startsWith('Appeal file'));
      const file = await desk.request.get(`/api/cases/${caseId}/documents/${packet.documentId}`);
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
      const kinds = async () => {
        const read = await (await desk.request.get(`/api/cases/${caseId}`)).json();
        return read.state.notices.map((n: { kind: string }) => n.kind);
      };
      await expect
        .poll(kinds, { timeout: 30_000, interval: 300 })
        .toEqual(expect.arrayContaining(['appealAcknowledgement', 'appealResolution', 'appealForwarded']));
    });

    test('the entity outside reverses; the care is authorized and put into effect', async () => {
      await open(desk);
      await act(desk, 'Record their decision').click();
      const { now } = await (await desk.request.get(`/api/cases/${caseId}/appeals`)).json();
      await desk.getByLabel('Date of the decision').fill(dateInZone(now, zoneId('America/Chicago')));
      await desk.locator('form select').first().selectOption('overturned');
      await desk.getByLabel('what the decision says', { exact: false }).fill('Two weights of last year meet the rule.');
      await act(desk, 'Record').click();
      await expect.poll(statuses, patience).toEqual(['upheld', 'toEffectuate']);
      expect((await view()).state.items[0]?.determination?.outcome).toBe('approved');
      await act(desk, 'Put into effect').click();
      await desk.getByLabel('What was done').fill('Authorization sent to the surgeon and to claims.');
      await act(desk, 'Record').click();
      await expect.poll(statuses, patience).toEqual(['upheld', 'overturned']);
    });

    test('the list shows both levels, and nothing went wrong in a browser on the way', async () => {
      await desk.goto('/appeals?list=over&text=Kealoha');
      await expect.poll(() => desk.locator('tbody tr').count(), patience).toBe(2);
      expect(complaints.flat()).toEqual([]);
    });
  },
);
