import type { Casework } from '@openum/casework/casework.ts';
import type { Append } from '@openum/casework/port/caseStore.ts';
import { buildApp } from '@openum/http/app.ts';
import { newToken, tokenHash } from '@openum/http/auth/token.ts';
import { liveHub } from '@openum/http/live/hub.ts';
import { pasBase } from '@openum/http/pas/routes.ts';
import { submit } from '@openum/http/pas/submit.ts';
import { systemEnvironment } from '@openum/server/environment.ts';
import { proofMaker } from '@openum/server/proof.ts';
import { wire } from '@openum/server/wiring.ts';
import { providers } from '@openum/testkit/http/people.ts';
import { benchTenant, members, requestBytes } from './requests.ts';

/** The day on which the builders' requests were written, whenever this runs. */
const startMs = Date.UTC(2026, 10, 20, 16);

/** The server as an installation wires it, with one plan, its members and one sending system. */
export const serverOn = async (databaseUrl: string) => {
  const { store, casework: wired } = wire(databaseUrl, 'openum-bench');
  const casework: Casework = {
    ...wired,
    environment: systemEnvironment(() => startMs + Math.floor(performance.now())),
  };
  const client = { clientId: 'bench', tenantId: benchTenant.tenantId, name: 'Bench EHR', scopes: ['pas'] };
  const token = newToken();
  await casework.identity.createTenant(benchTenant);
  await casework.identity.createClient(client, tokenHash(token));
  await casework.register.saveMembers(benchTenant, members);
  await casework.register.saveProviders(benchTenant, providers);

  const hub = liveHub(store.live);
  const app = await buildApp({
    casework,
    notifications: store.notifications,
    hub,
    proofs: proofMaker(),
    baseUrl: () => 'http://127.0.0.1',
    logLevel: 'info',
    logTo: { write: () => {} },
    ready: () => store.ping(),
  });
  const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);

  /** What the use case would write for requests `from` up to `from + count`, without writing it. */
  const appendsOf = async (from: number, count: number): Promise<readonly Append[]> => {
    const kept: Append[] = [];
    const cases: Casework['cases'] = {
      ...casework.cases,
      append: async (_scope, append) => {
        kept.push(append);
        return { kind: 'appended', version: append.events.length };
      },
    };
    for (let i = from; i < from + count; i++) {
      const { status } = await submit({ ...casework, cases }, { client, tenant: benchTenant }, requestBytes(i));
      if (status !== 200) throw new Error(`request ${i} got ${status}`);
    }
    if (kept.length !== count) throw new Error(`${count} requests made ${kept.length} cases`);
    return kept;
  };

  return {
    store,
    casework,
    port,
    token,
    path: `${pasBase}/Claim/$submit`,
    appendsOf,
    stop: async () => {
      await app.close();
      hub.stop();
      await store.close();
    },
  };
};
export type BenchServer = Awaited<ReturnType<typeof serverOn>>;
