import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dateInZone, instant, zoneId } from '@openum/domain/time/instant.ts';
import { openChromium } from '@openum/testkit/browser/chromium.ts';
import { testDatabase } from '@openum/testkit/postgres/testDatabase.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Config } from '../config.ts';
import { asOf } from '../demo/bundles.ts';
import type { SignIns } from '../installation.ts';
import { serve } from '../serve.ts';
import { webOfThisRun } from './web.ts';

/** The whole product on a database of its own, with the browser application built from the present source. */
export const installation = async (chromium: string, more: Pick<Config, 'model'> = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'openum-e2e-'));
  const db = await testDatabase();
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: path.join(folder, 'data'),
    databaseUrl: db.url,
    demo: true,
    logLevel: 'error',
    ...more,
  } as const;
  const server = await serve(config, () => undefined, webOfThisRun);
  const browser: Browser = await openChromium(chromium);
  const signIns = JSON.parse(readFileSync(path.join(config.dataDir, 'demo.json'), 'utf8')) as SignIns;
  const today = dateInZone(instant(new Date().toISOString()), zoneId('America/Chicago'));

  const contextOf = async (more: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, ...more });
    context.setDefaultTimeout(20_000);
    return context;
  };

  const passwordOf = (email: string): string => {
    const user = signIns.users.find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return user.password;
  };

  return {
    url: server.url,
    passwordOf,
    /** Sends a Bundle, its days moved to now, and returns the status and the text of the answer. */
    submit: async (bundle: unknown): Promise<{ readonly status: number; readonly text: string }> => {
      const response = await fetch(`${signIns.fhir}/Claim/$submit`, {
        method: 'POST',
        headers: { authorization: `Bearer ${signIns.token}`, 'content-type': 'application/fhir+json' },
        body: JSON.stringify(asOf(bundle, today)),
      });
      return { status: response.status, text: await response.text() };
    },
    /** Sends an HL7 v2 message and returns the acknowledgement. */
    tell: async (message: string): Promise<string> => {
      const response = await fetch(`${server.url}/hl7/v2`, {
        method: 'POST',
        headers: { authorization: `Bearer ${signIns.token}`, 'content-type': 'x-application/hl7-v2+er7' },
        body: message,
      });
      return response.text();
    },
    /** A browser of its own (cookies, storage), signed in through the API. */
    as: async (email: string, more: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> => {
      const context = await contextOf(more);
      const response = await context.request.post('/api/session', {
        headers: { 'x-openum': '1' },
        data: { email, password: passwordOf(email) },
      });
      if (!response.ok()) throw new Error(`${email} could not sign in: ${response.status()}`);
      return context;
    },
    nobody: contextOf,
    stop: async (): Promise<void> => {
      await browser.close();
      await server.stop();
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type Installation = Awaited<ReturnType<typeof installation>>;

/** What a page said that nobody should have to see: errors of scripts and refused resources. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) complaints.push(m.text());
  });
  return complaints;
};
