import { AxeBuilder } from '@axe-core/playwright';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { NewLinkBody } from '@openum/http/contract/guestLink.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installation, installation } from './installation.ts';

const chromium = chromiumPath();

/** Serious and critical findings, each with the rule and the first places where it is broken. */
const findings = async (page: Page, rules: readonly string[] = []): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.help}; ${v.nodes
          .slice(0, 3)
          .map((n) => n.target.join(' '))
          .join(' | ')}`,
    );
};

type Screen = {
  readonly name: string;
  readonly email: string | undefined;
  /** An address, or how to learn it from the API as this person. */
  readonly path: string | ((context: BrowserContext) => Promise<string>);
  readonly sign: string | RegExp;
  /** What is done on the page before it is checked. */
  readonly before?: (page: Page) => Promise<void>;
};

const json = async (context: BrowserContext, path: string) => (await context.request.get(path)).json();
const caseOf =
  (text: string, more = '', list = '/api/cases') =>
  async (context: BrowserContext): Promise<string> => {
    const { rows } = await json(context, `${list}?text=${text}`);
    return `/cases/${rows[0].caseId ?? rows[0].case.caseId}${more}`;
  };
/** The episode of a patient who is in at the practice. */
const ofPatient = async (context: BrowserContext, text: string) => {
  const { lines } = await json(context, `/api/practice/board?text=${text}`);
  return json(context, `/api/practice/episodes/${lines[0].episodeId}`);
};
/** The page that a list leads to by its first link of that kind. */
const firstLink =
  (list: string, href: string) =>
  async (context: BrowserContext): Promise<string> => {
    const page = await context.newPage();
    await page.goto(list);
    const link = page.locator(`main a[href^="${href}"]`).first();
    await link.waitFor();
    const found = await link.getAttribute('href');
    await page.close();
    return found ?? '';
  };

/** A set of past lines that all its raters have rated. */
const ratedSet = async (context: BrowserContext): Promise<string> => {
  const { all } = await json(context, '/api/consistency/sets');
  return `/consistency/${all.find((row: { readonly closed: boolean }) => row.closed).set.setId}`;
};

const linkFor = async (context: BrowserContext, caseId: string, wish: NewLinkBody): Promise<string> => {
  const made = await context.request.post(`/api/cases/${caseId}/guest-links`, {
    headers: { 'x-openum': '1' },
    data: wish,
  });
  return (await made.json()).path;
};

/** A link for the clinician to whom the first open talk was offered. */
const guestLink = async (context: BrowserContext): Promise<string> => {
  const [{ caseId, offer }] = (await json(context, '/api/peer-to-peer')).rows;
  return linkFor(context, caseId, { about: 'peerToPeer', subjectId: offer.offerId });
};

const waiting = async (context: BrowserContext): Promise<CaseView> => {
  const { rows } = await json(context, '/api/cases?status=awaitingInformation');
  return json(context, `/api/cases/${rows[0].caseId}`);
};
/** A link by which the sender of the request can answer what is asked. */
const linkToAnswer = async (context: BrowserContext): Promise<string> => {
  const { caseId, state } = await waiting(context);
  return linkFor(context, caseId, {
    about: 'information',
    subjectId: state.informationRequests.find((r) => r.answeredAt === undefined)?.requestId ?? '',
    npi: state.request.requestingProvider.npi ?? '',
  });
};

const pages: readonly Screen[] = [
  { name: 'sign-in', email: undefined, path: '/sign-in', sign: 'Sign in' },
  { name: 'the work list', email: 'nurse@plan.example', path: '/work?tab=all', sign: 'Work list' },
  { name: 'the physician queue', email: 'physician@plan.example', path: '/physician', sign: 'Physician queue' },
  { name: 'admissions', email: 'coordinator@plan.example', path: '/admission?list=all', sign: 'Admissions' },
  {
    name: 'an admission notice',
    email: 'coordinator@plan.example',
    path: '/admission?enter=1',
    sign: 'Admission notice',
  },
  { name: 'intake', email: 'coordinator@plan.example', path: '/intake?state=all', sign: 'Intake' },
  { name: 'teams', email: 'director@plan.example', path: '/teams', sign: 'Teams and routing' },
  { name: 'a new request', email: 'coordinator@plan.example', path: '/new-request', sign: 'New request' },
  { name: 'the model', email: 'admin@plan.example', path: '/model', sign: 'Model and suggestions' },
  { name: 'the criteria library', email: 'nurse@plan.example', path: '/criteria', sign: 'Criteria' },
  {
    name: 'a criteria set',
    email: 'nurse@plan.example',
    path: '/criteria/medicare-lung-volume-reduction',
    sign: 'Lung volume reduction surgery',
  },
  {
    name: 'the editor of criteria',
    email: 'admin@plan.example',
    path: '/criteria/own/plan-home-oxygen',
    sign: 'Home oxygen, our reading',
  },
  {
    name: 'the examples of criteria',
    email: 'admin@plan.example',
    path: '/criteria/own/plan-home-oxygen?part=examples',
    sign: 'Home oxygen, our reading',
  },
  { name: 'the census', email: 'concurrent@plan.example', path: '/census', sign: 'Census' },
  { name: 'the appeals', email: 'appeals@plan.example', path: '/appeals?list=all', sign: 'Appeals' },
  { name: 'the overturn rates', email: 'appeals@plan.example', path: '/appeals/rates', sign: 'Overturn rates' },
  {
    name: 'who works under whom',
    email: 'director@plan.example',
    path: '/appeals/reporting-lines',
    sign: 'Who works under whom',
  },
  { name: 'a case', email: 'nurse@plan.example', path: caseOf('Lindgren'), sign: /^Case UM-/ },
  {
    name: 'a case with a form open',
    email: 'nurse@plan.example',
    path: caseOf('Lindgren'),
    sign: /^Case UM-/,
    before: async (page) => {
      await page.keyboard.press('i');
      await page.getByRole('heading', { name: 'Request information' }).waitFor();
      await page.getByText(/^For other roles/).click();
    },
  },
  {
    name: 'the reading of a case',
    email: 'nurse@plan.example',
    path: caseOf('Lindgren', '/read'),
    sign: /^Reading case UM-/,
  },
  {
    name: 'a stay',
    email: 'concurrent@plan.example',
    path: caseOf('Hollister', '', '/api/census'),
    sign: /^Case UM-/,
  },
  {
    name: 'the wish for more days',
    email: 'concurrent@plan.example',
    path: caseOf('Oyelaran', '', '/api/census'),
    sign: /^Case UM-/,
    before: async (page) => {
      await page.getByRole('button', { name: 'More days' }).click();
      await page.getByRole('textbox', { name: 'Clinical update' }).waitFor();
    },
  },
  {
    name: 'the appeals of a case',
    email: 'appeals@plan.example',
    path: firstLink('/appeals?list=all', '/cases/'),
    sign: /^Appeals of UM-/,
  },
  {
    name: 'the brief of a case',
    email: 'physician@plan.example',
    path: async (context) => {
      const { rows } = await json(context, '/api/cases?queue=physician');
      return `/cases/${rows[0].caseId}/brief`;
    },
    sign: /^Brief of case /,
  },
  { name: 'physicians', email: 'director@plan.example', path: '/physician/people', sign: 'Physicians' },
  {
    name: 'the file of a physician',
    email: 'director@plan.example',
    path: firstLink('/physician/people', '/physician/file/'),
    sign: /./,
  },
  {
    name: 'the page of a clinician with a link',
    email: 'physician@plan.example',
    path: guestLink,
    sign: 'Peer-to-peer',
    before: async (page) => {
      await page.getByLabel('Date of birth of the patient').waitFor();
    },
  },
  { name: 'the peer-to-peer board', email: 'physician@plan.example', path: '/peer-to-peer', sign: 'Peer-to-peer' },
  {
    name: 'an arrival',
    email: 'coordinator@plan.example',
    path: firstLink('/intake?state=all', '/intake/'),
    sign: /message$/,
  },
  { name: 'transitions', email: 'casemanager@plan.example', path: '/transitions', sign: 'Transitions' },
  { name: 'letters', email: 'coordinator@plan.example', path: '/letters', sign: 'Letters' },
  { name: 'templates', email: 'admin@plan.example', path: '/templates', sign: 'Templates' },
  {
    name: 'a template',
    email: 'admin@plan.example',
    path: firstLink('/templates', '/templates/'),
    sign: /./,
  },
  {
    name: 'a sample',
    email: 'quality@plan.example',
    path: firstLink('/audit', '/audit/'),
    sign: /^Sample of/,
  },
  {
    name: 'a file of a sample',
    email: 'quality@plan.example',
    path: async (context) => `${await firstLink('/audit', '/audit/')(context)}/1`,
    sign: /^File 1/,
  },
  { name: 'the dashboard', email: 'director@plan.example', path: '/dashboard', sign: 'Dashboard' },
  {
    name: 'the cases behind a number',
    email: 'director@plan.example',
    path: '/dashboard/cases?open=true',
    sign: 'Cases',
  },
  { name: 'the clocks behind a number', email: 'director@plan.example', path: '/dashboard/clocks', sign: 'Clocks' },
  { name: 'file review', email: 'quality@plan.example', path: '/audit', sign: 'Audit' },
  { name: 'the public metrics', email: 'quality@plan.example', path: '/audit?tab=public', sign: 'Audit' },
  {
    name: 'the link to a request for information',
    email: 'nurse@plan.example',
    path: linkToAnswer,
    sign: 'Request for information',
  },
  {
    name: 'the answer by a link',
    email: 'nurse@plan.example',
    path: linkToAnswer,
    sign: 'Request for information',
    before: async (page) => {
      const { request } = (await waiting(page.context())).state;
      await page.getByLabel('Your NPI').fill(request.requestingProvider.npi ?? '');
      await page.getByLabel('Date of birth of the patient').fill(request.member.birthDate);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Send the answer' }).waitFor();
    },
  },
  { name: 'the notifications', email: 'nurse@plan.example', path: '/notifications', sign: 'Notifications' },
  { name: 'the files of payers', email: 'ur@practice.example', path: '/practice/files', sign: 'Files' },
  { name: 'arrivals at a practice', email: 'ur@practice.example', path: '/practice/arrivals', sign: 'Arrivals' },
  {
    name: 'whom a practice lets in',
    email: 'admin@practice.example',
    path: '/practice/access',
    sign: 'Access of others',
  },
  {
    name: 'all practices of a service',
    email: 'vendor@clearwater.example',
    path: '/practice/many',
    sign: 'All practices',
  },
  { name: 'consistency', email: 'quality@plan.example', path: '/consistency', sign: 'Consistency' },
  {
    name: 'a set that was rated',
    email: 'quality@plan.example',
    path: ratedSet,
    sign: 'Decisions of the last weeks',
  },
  {
    name: 'what one reviewer said',
    email: 'quality@plan.example',
    path: async (context) => {
      const address = await ratedSet(context);
      const { progress } = await json(context, `/api${address.replace('/consistency', '/consistency/sets')}`);
      return `${address}?reviewer=${progress[0].userId}`;
    },
    sign: 'Decisions of the last weeks',
  },
  {
    name: 'a set to rate',
    email: 'nurse@plan.example',
    path: async (context) => {
      const { own } = await json(context, '/api/consistency/sets');
      return `/consistency/${own[0].set.setId}/rate`;
    },
    sign: 'The same criteria, read again',
  },
  { name: 'automatic approval', email: 'director@plan.example', path: '/dial', sign: 'Automatic approval' },
  { name: 'the lines behind a number', email: 'director@plan.example', path: '/dashboard/lines', sign: 'Lines' },
  { name: 'the talks behind a number', email: 'director@plan.example', path: '/dashboard/talks', sign: 'Peer-to-peer' },
  { name: 'the board of a practice', email: 'ur@practice.example', path: '/practice/board', sign: 'UR board' },
  { name: 'the tasks of a practice', email: 'ur@practice.example', path: '/practice/tasks', sign: 'Tasks' },
  { name: 'the talks of a practice', email: 'ur@practice.example', path: '/practice/talks', sign: 'Peer-to-peer' },
  { name: 'the denials of a practice', email: 'ur@practice.example', path: '/practice/denials', sign: 'Denials' },
  { name: 'the payers of a practice', email: 'ur@practice.example', path: '/practice/payers', sign: 'Payers' },
  { name: 'the requests of a practice', email: 'ur@practice.example', path: '/requests', sign: 'My requests' },
  {
    name: 'the four questions',
    email: 'owner@practice.example',
    path: '/practice/four-questions',
    sign: 'Four questions',
  },
  { name: 'the register', email: 'owner@practice.example', path: '/practice/register', sign: 'Register' },
  { name: 'the import', email: 'owner@practice.example', path: '/practice/import', sign: 'Import' },
  { name: 'who else may look in', email: 'owner@practice.example', path: '/practice/access', sign: 'Access of others' },
  { name: 'the files of a payer', email: 'biller@practice.example', path: '/practice/files', sign: 'Files' },
  {
    name: 'an episode',
    email: 'ur@practice.example',
    path: firstLink('/practice/board', '/practice/episodes/'),
    sign: /./,
  },
  { name: 'the census check', email: 'ur@practice.example', path: '/practice/census-check', sign: 'Census check' },
  { name: 'the attendance', email: 'ur@practice.example', path: '/practice/attendance', sign: 'Attendance' },
  {
    name: 'an admission to a practice',
    email: 'ur@practice.example',
    path: '/practice/admit',
    sign: 'Admit a patient',
  },
  { name: 'the benefits', email: 'frontdesk@practice.example', path: '/practice/benefits', sign: 'Benefits' },
  {
    name: 'the benefits of a patient',
    email: 'frontdesk@practice.example',
    path: firstLink('/practice/benefits', '/practice/episodes/'),
    sign: /^Benefits of/,
  },
  {
    name: 'a file of a payer',
    email: 'biller@practice.example',
    path: firstLink('/practice/files?show=all', '/practice/files/'),
    sign: /./,
  },
  {
    name: 'the rule card of a payer',
    email: 'ur@practice.example',
    path: '/practice/payers/juniper-mutual',
    sign: 'Juniper Mutual',
  },
  {
    name: 'the form of a rule card',
    email: 'ur@practice.example',
    path: '/practice/payers/juniper-mutual',
    sign: 'Juniper Mutual',
    before: async (page) => {
      await page.getByRole('button', { name: 'Change the card' }).click();
      await page.getByRole('form', { name: 'Rule card' }).waitFor();
    },
  },
  {
    name: 'the requests for a patient',
    email: 'ur@practice.example',
    path: async (context) => `${await firstLink('/practice/board', '/practice/episodes/')(context)}/requests`,
    sign: /^Requests for/,
  },
  {
    name: 'a document of an episode',
    email: 'ur@practice.example',
    path: async (context) => {
      const { documents, episodeId } = await ofPatient(context, 'Bouchard');
      return `/practice/episodes/${episodeId}/documents/${documents[0].documentId}`;
    },
    sign: /./,
  },
  {
    name: 'a denial letter',
    email: 'biller@practice.example',
    path: async (context) => {
      const { documents, episodeId } = await ofPatient(context, 'Bouchard');
      const letter = documents.find((d: { readonly kind: string }) => d.kind === 'denialLetter');
      return `/practice/episodes/${episodeId}/documents/${letter.documentId}/denial`;
    },
    sign: /^Denial letter/,
  },
  {
    name: 'an appeal of a practice',
    email: 'biller@practice.example',
    path: async (context) => {
      const { denials } = await json(context, '/api/practice/denials?appeal=open');
      return `/practice/episodes/${denials[0].episodeId}/denials/${denials[0].denialId}/appeal`;
    },
    sign: /^Appeal for/,
  },
  ...(['tasks', 'talks', 'denials', 'figures'] as const).map((view) => ({
    name: `all practices of a service: ${view}`,
    email: 'vendor@clearwater.example',
    path: `/practice/many?view=${view}`,
    sign: 'All practices',
  })),
  {
    name: 'the check of a note',
    email: 'ur@practice.example',
    path: '/practice/note-check',
    sign: 'Note check',
    before: async (page) => {
      await page
        .getByRole('textbox', { name: 'Note', exact: true })
        .fill('Denies SI. Tremor of both hands. Patient is stable.');
      await page.getByText('required indicators present').waitFor();
    },
  },
];

describe.skipIf(chromium === undefined)(
  `no page keeps anybody out (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    const pageOf = new Map<string, Promise<Page>>();
    /** One sign-in and one page for each person, for all the screens that they look at. */
    const pageFor = async (email: string | undefined): Promise<Page> => {
      const kept = pageOf.get(email ?? '');
      if (kept) return kept;
      const look = { reducedMotion: 'reduce' } as const;
      const opened = (email === undefined ? um.nobody(look) : um.as(email, look)).then((c) => c.newPage());
      pageOf.set(email ?? '', opened);
      return opened;
    };
    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('the check sees what it looks for', async () => {
      const page = await (await um.nobody({})).newPage();
      await page.goto('/sign-in');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.evaluate(`document.querySelector('main').append(document.createElement('img'))`);
      expect(await findings(page)).toEqual([expect.stringMatching(/^image-alt: /)]);
    });

    test.each(pages)(
      '$name has no serious or critical finding, light or dark',
      async ({ email, path, sign, before }) => {
        const page = await pageFor(email);
        await page.emulateMedia({ colorScheme: 'light' });
        const address = typeof path === 'string' ? path : await path(page.context());
        await page.goto(address);
        await page.getByRole('heading', { level: 1, name: sign }).waitFor();
        await page.waitForLoadState('load');
        if (address.startsWith('/work') || address === '/physician')
          await page.locator('[data-case]').first().waitFor();
        await before?.(page);
        expect(await findings(page)).toEqual([]);
        // The other scheme changes colours and nothing else.
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.locator('[data-mantine-color-scheme="dark"]').first().waitFor();
        expect(await findings(page, ['color-contrast'])).toEqual([]);
      },
    );
  },
);
