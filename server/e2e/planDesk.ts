import type { CaseView } from '@openum/http/contract/case.ts';
import type { SessionView } from '@openum/http/contract/session.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 20_000, interval: 150 };

const nurses = ['nurse@plan.example', 'nurse2@plan.example', 'concurrent@plan.example'];
const physicians = ['physician@plan.example', 'physician2@plan.example', 'physician3@plan.example'];

const act = (page: Page, name: string) => page.getByLabel('Actions on this case').getByRole('button', { name });

/** People of a plan at work on one case, each in a browser of their own. `viewer` only looks. */
export const planDesk = (viewer: Page, caseId: string, signIn: (email: string) => Promise<Page>) => {
  const read = async <T>(page: Page, path: string): Promise<T> => (await page.request.get(path)).json() as Promise<T>;
  const view = (): Promise<CaseView> => read(viewer, `/api/cases/${caseId}`);
  const appeals = async (): Promise<readonly { readonly status: string }[]> =>
    (await read<{ appeals: readonly { readonly status: string }[] }>(viewer, `/api/cases/${caseId}/appeals`)).appeals;
  const outcomeOf = async (sequence: number) =>
    (await view()).state.items.find((i) => i.sequence === sequence)?.determination?.outcome;

  const withPage = async (email: string, does: (page: Page) => Promise<void>): Promise<void> => {
    const page = await signIn(email);
    await does(page);
    await page.context().close();
  };
  /** Whoever of these has the case; routing chose. */
  const asWhoHasIt = async (emails: readonly string[], does: (page: Page) => Promise<void>): Promise<void> => {
    for (const email of emails) {
      const page = await signIn(email);
      const { user } = await read<SessionView>(page, '/api/session');
      const isTheirs = user.userId === (await view()).state.assignee?.userId;
      if (isTheirs) await does(page);
      await page.context().close();
      if (isTheirs) return;
    }
    throw new Error('none of them has the case');
  };
  const onCase =
    (does: (page: Page) => Promise<void>) =>
    async (page: Page): Promise<void> => {
      await page.goto(`/cases/${caseId}`);
      await does(page);
    };
  /** The evidence that a decision against a request rests on, document by document. */
  const openDocuments = async (page: Page): Promise<void> => {
    const toOpen = page.getByText('Evidence still to open').locator('..').locator('li button');
    for (let left = await toOpen.count(); left > 0; left = await toOpen.count()) {
      await toOpen.first().click();
      await expect.poll(() => toOpen.count(), patience).toBe(left - 1);
    }
  };

  return {
    view,
    approve: async (itemSequence: number, summary: string): Promise<void> => {
      await expect.poll(async () => (await view()).state.assignee?.name, patience).toBeDefined();
      await asWhoHasIt(
        nurses,
        onCase(async (page) => {
          await act(page, 'Approve').click();
          await page.getByRole('textbox', { name: 'Summary of your review' }).fill(summary);
          await page.getByRole('button', { name: 'Approve 1 item' }).click();
          await expect.poll(() => outcomeOf(itemSequence), patience).toBe('approved');
        }),
      );
    },
    refer: async (why: string): Promise<void> => {
      await expect.poll(async () => (await view()).state.assignee?.name, patience).toBeDefined();
      await asWhoHasIt(
        nurses,
        onCase(async (page) => {
          await act(page, 'Refer to physician').click();
          await page.getByRole('textbox', { name: 'Why it goes to a physician' }).fill(why);
          await page.getByRole('button', { name: 'Refer', exact: true }).click();
          await expect.poll(async () => (await view()).state.referred.length, patience).toBe(1);
        }),
      );
      await expect.poll(async () => (await view()).state.assignee?.name, patience).toMatch(/^Dr\./);
    },
    /** The physician writes down the intent to deny, and offers to talk about it first. */
    offerTalk: (intent: string, clinician: string): Promise<void> =>
      asWhoHasIt(
        physicians,
        onCase(async (page) => {
          await act(page, 'Intent to deny').click();
          await page.getByRole('textbox', { name: 'Why' }).fill(intent);
          await page.getByRole('button', { name: 'Record the intent' }).click();
          await expect.poll(async () => (await view()).state.intentsToDeny.length, patience).toBe(1);
          await act(page, 'Offer peer-to-peer').click();
          const form = page.getByRole('region', { name: 'Offer a peer-to-peer' });
          await form.getByRole('textbox', { name: 'Clinician', exact: true }).fill(clinician);
          await form.getByRole('button', { name: 'Record the offer' }).click();
          await expect.poll(async () => (await view()).state.peerToPeer.length, patience).toBe(1);
        }),
      ),
    writeDownTalk: (said: string, effect: string): Promise<void> =>
      asWhoHasIt(
        physicians,
        onCase(async (page) => {
          await page
            .getByRole('region', { name: /^Peer-to-peer/ })
            .getByRole('button', { name: 'Held' })
            .click();
          const form = page.getByRole('region', { name: 'Record the peer-to-peer' });
          await form.getByLabel('Credentials').fill('Psychiatrist, NY 214477');
          await form.getByLabel('What was said').fill(said);
          await form.getByLabel('What came of it').selectOption('upheldIntent');
          await form.getByLabel('What it means for the decision').fill(effect);
          await form.getByRole('button', { name: 'Record that it was held' }).click();
          await expect
            .poll(async () => (await view()).state.peerToPeer[0]?.held?.outcome, patience)
            .toBe('upheldIntent');
        }),
      ),
    deny: (
      itemSequence: number,
      words: { readonly clinical: string; readonly plain: string; readonly alternatives: string },
    ): Promise<void> =>
      asWhoHasIt(
        physicians,
        onCase(async (page) => {
          await act(page, 'Physician decision').click();
          await page.getByRole('radio', { name: 'Deny' }).check();
          await page.getByRole('radio', { name: /^The benefit or the rules/ }).check();
          await page.getByLabel('Decision reasons').and(page.locator('input')).click();
          await page.getByRole('option', { name: /^14 / }).click();
          await page.keyboard.press('Escape');
          await openDocuments(page);
          await page.getByRole('textbox', { name: 'Rationale, clinical' }).fill(words.clinical);
          await page.getByRole('textbox', { name: 'Rationale for the member' }).fill(words.plain);
          await page.getByRole('textbox', { name: 'Alternatives' }).fill(words.alternatives);
          await page.getByRole('checkbox', { name: 'I have no conflict of interest in this case.' }).check();
          await page.getByRole('checkbox', { name: 'I reviewed the record.' }).check();
          await page.getByRole('button', { name: 'Decide 1 item' }).click();
          await expect.poll(() => outcomeOf(itemSequence), patience).toBe('denied');
        }),
      ),
    /** The letter is out; the coordinator registers the appeal and names a physician who took no part. Gives who that is. */
    registerAppeal: async (statement: string, by: string): Promise<string> => {
      await expect.poll(async () => (await view()).state.notices.length, patience).toBeGreaterThan(0);
      let reviewer = '';
      await withPage('appeals@plan.example', async (page) => {
        await page.goto(`/cases/${caseId}/appeals`);
        await page.getByRole('button', { name: 'File: Reconsideration', exact: true }).click();
        await page.getByLabel('Filed by').first().selectOption('physician');
        await page.getByRole('textbox', { name: 'Name' }).fill(by);
        await page.getByLabel('What they say').fill(statement);
        await page.getByRole('button', { name: 'File the appeal', exact: true }).click();
        await page.getByText(/: recorded\.$/).waitFor();
        expect(await appeals()).toMatchObject([{ status: 'toAssign' }]);
        await page.getByRole('button', { name: 'Name the reviewer', exact: true }).click();
        const people = page.locator('form select').first();
        const may = people.locator('option:not([disabled])', { hasText: /^Dr\./ }).first();
        reviewer = (await may.textContent()) ?? '';
        await people.selectOption(await may.getAttribute('value'));
        await page.getByRole('button', { name: 'Name', exact: true }).click();
        await expect.poll(appeals, patience).toMatchObject([{ status: 'withReviewer' }]);
      });
      return reviewer;
    },
    overturn: async (reviewer: string, clinical: string, plain: string): Promise<void> => {
      const byName: Readonly<Record<string, string>> = {
        'Dr. Leila Haddad': 'physician@plan.example',
        'Dr. Samuel Ortega': 'physician2@plan.example',
        'Dr. Ruth Lindqvist': 'physician3@plan.example',
      };
      const email = Object.entries(byName).find(([name]) => reviewer.startsWith(name))?.[1];
      if (!email) throw new Error(`nobody knows ${reviewer}`);
      await withPage(email, async (page) => {
        await page.goto(`/cases/${caseId}/appeals`);
        await page.getByRole('button', { name: 'Decide', exact: true }).first().click();
        const form = page.locator('form');
        await form.locator('select').first().selectOption('overturned');
        await form.getByLabel('clinical reason', { exact: false }).fill(clinical);
        await form.getByLabel('in plain words', { exact: false }).fill(plain);
        await form.getByRole('button', { name: 'Decide' }).click();
        await expect.poll(appeals, patience).toMatchObject([{ status: 'toEffectuate' }]);
      });
      await withPage('appeals@plan.example', async (page) => {
        await page.goto(`/cases/${caseId}/appeals`);
        await page.getByRole('button', { name: 'Put into effect', exact: true }).click();
        await page.getByLabel('What was done').fill('The authorization went to the practice and to claims.');
        await page.getByRole('button', { name: 'Record', exact: true }).click();
        await expect.poll(appeals, patience).toMatchObject([{ status: 'overturned' }]);
      });
    },
  };
};

export type PlanDesk = ReturnType<typeof planDesk>;
