import { argon2Sync, createHash } from 'node:crypto';
import type { Casework } from '@openum/casework/casework.ts';
import { loadKnowledge } from '@openum/casework/knowledge/load.ts';
import type { NoticeRenderer } from '@openum/casework/port/environment.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { addElapsed, instant } from '@openum/domain/time/instant.ts';
import { plainBundles, plainOwnerReport } from '../document/bundles.ts';
import { plainReader } from '../document/reader.ts';
import { uuidOf } from '../fhir/id.ts';
import { memoryStore } from '../memory/store.ts';
import { testEnvironment } from './environment.ts';
import { members, otherPlan, plan, providers, users } from './people.ts';
import { plainProofs } from './proofs.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The same everywhere; derived with the least memory that argon2 takes, so that signing in is quick. */
export const password = 'correct horse battery staple';

export const passwordHash = (): string => {
  const nonce = Buffer.from('salt of the tests');
  const tag = argon2Sync('argon2id', { message: password, nonce, memory: 8, passes: 1, parallelism: 1, tagLength: 32 });
  const b64 = (b: Buffer): string => b.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=8,t=1,p=1$${b64(nonce)}$${b64(tag)}`;
};

/** Letters as their content in JSON: what is in them shows, how they look does not matter here. */
const html = (document: NoticeDocument): string => `<pre>${JSON.stringify(document)}</pre>`;
const renderer: NoticeRenderer = {
  html,
  bind: async ({ letters }) => new TextEncoder().encode(letters.map((l) => `${l.caseNumber} ${l.to}`).join('\n')),
  render: async (document) => {
    const text = html(document);
    const pdf = new TextEncoder().encode(text);
    return { pdf, html: text, pdfSha256: sha256(pdf), htmlSha256: sha256(text) };
  },
};

export const tokens = { plan: 'token-of-the-plan-client', otherPlan: 'token-of-the-other-client' } as const;

/** Two plans with their people, members and sending systems, in memory, with the real knowledge, on 20 November 2026. */
export const httpWorld = async () => {
  const store = memoryStore();
  const { environment, pass } = testEnvironment(instant('2026-11-20T16:00:00Z'));
  const casework: Casework = {
    ...store,
    documentReader: plainReader,
    bundlePrinter: plainBundles,
    ownerReportPrinter: plainOwnerReport,
    environment,
    renderer,
    knowledge: loadKnowledge(),
  };
  const { identity, register } = store;
  const hash = passwordHash();
  for (const tenant of [plan, otherPlan]) {
    await identity.createTenant(tenant);
    await register.saveMembers(tenant, members);
    await register.saveProviders(tenant, providers);
  }
  for (const user of users) await identity.createUser(user, hash);
  const client = (tenantId: string, name: string) => ({ clientId: uuidOf(`client/${name}`), tenantId, name });
  await identity.createClient(
    { ...client(plan.tenantId, 'Lakeside EHR'), scopes: ['pas', 'hl7'] },
    sha256(tokens.plan),
  );
  await identity.createClient(
    { ...client(otherPlan.tenantId, 'Ridge EHR'), scopes: ['pas'] },
    sha256(tokens.otherPlan),
  );

  const logLines: string[] = [];
  return {
    store,
    casework,
    pass,
    logLines,
    /** For `buildApp`, but for the hub. */
    options: {
      casework,
      notifications: store.notifications,
      proofs: plainProofs,
      baseUrl: () => 'https://um.example.org',
      logLevel: 'debug',
      logTo: { write: (line: string) => void logLines.push(line) },
      ready: async () => undefined,
    } as const,
    /** A session without the form, so that the limit on sign-ins does not count it. Returns the Cookie header. */
    sessionOf: async (email: string): Promise<string> => {
      const found = await identity.userForSignIn(email);
      if (!found) throw new Error('there is no such user in the test world');
      const { userId, tenantId } = found.user;
      const token = `session-${environment.newId()}`;
      const expiresAt = addElapsed(environment.now(), { hours: 12 });
      await identity.openSession({ sessionHash: sha256(token), userId, tenantId, expiresAt });
      return `openum_session=${token}`;
    },
  };
};
export type HttpWorld = Awaited<ReturnType<typeof httpWorld>>;
