import { buildApp } from '@openum/http/app.ts';
import { liveHub } from '@openum/http/live/hub.ts';
import { pasBase } from '@openum/http/pas/routes.ts';
import { errorPlace } from '@openum/http/problem/errorPlace.ts';
import type { Config } from './config.ts';
import { openInstallation } from './database.ts';
import { fileLinesOf } from './fileLines.ts';
import { firstStart } from './firstStart.ts';
import { readSignIns, type SignIns, writeSignIns } from './installation.ts';
import { createLogger } from './log.ts';
import { startMllp } from './mllp.ts';
import { readPayerLines } from './payerLines.ts';
import { proofMaker } from './proof.ts';
import { builtWeb } from './web.ts';
import { wire } from './wiring.ts';
import { startWork } from './work.ts';

export type Running = { readonly url: string; readonly stop: () => Promise<void> };

const listenHost = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const welcome = (signIns: SignIns, dataDir: string): string => {
  const widest = Math.max(...signIns.users.map((u) => u.email.length));
  const byTenant = Map.groupBy(signIns.users, (u) => u.tenant);
  const people = [...byTenant].flatMap(([tenant, users]) => [
    '',
    `  ${tenant}`,
    ...users.map((u) => `    ${u.email.padEnd(widest)}  ${u.password}  ${u.roles.join(', ')}`),
  ]);
  return [
    '',
    `OpenUM is ready: ${signIns.url}`,
    ...people,
    '',
    `  FHIR (Da Vinci PAS 2.2): ${signIns.fhir}`,
    `  Bearer token:            ${signIns.token}`,
    '',
    `  The same is in ${dataDir}/demo.json. Ctrl-C ends it.`,
    '',
  ].join('\n');
};

/** Database, first data, outbox worker, API and browser application, in one process. `web` gives the folder of the last. */
export const serve = async (
  config: Config,
  say: (line: string) => void,
  web: (say: (line: string) => void) => Promise<string> = builtWeb,
): Promise<Running> => {
  const log = createLogger(config.logLevel);
  const webRoot = await web(say);
  const database = await openInstallation(config);
  let url = '';
  // A practice of this installation reaches its review desk where this server listens, whatever name it has outside.
  const ownDesk = () => `${url}${pasBase}`;
  const wired = wire(
    database.url,
    'openum-serve',
    config.mail,
    () => readPayerLines(config.dataDir, ownDesk),
    config.documents,
    config.model,
    fileLinesOf(config.dataDir),
  );
  const undo: (() => Promise<unknown>)[] = [() => database.stop(), () => wired.store.close()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const guess = config.baseUrl ?? `http://${listenHost(config.host)}:${config.port}`;
    const signInsAt = (address: string, { token, users }: Pick<SignIns, 'token' | 'users'>): SignIns => ({
      url: address,
      fhir: `${address}${pasBase}`,
      token,
      users,
    });
    const access = await firstStart(wired, config, (a) => writeSignIns(config.dataDir, signInsAt(guess, a)));
    const worker = startWork(wired, log);
    undo.push(() => worker.stop());
    const hub = liveHub(wired.store.live);
    undo.push(async () => hub.stop());
    const app = await buildApp({
      casework: wired.casework,
      notifications: wired.store.notifications,
      hub,
      proofs: proofMaker(),
      baseUrl: () => config.baseUrl ?? url,
      webRoot,
      logLevel: config.logLevel,
      ready: () => wired.store.ping(),
    });
    undo.push(() => app.close());
    url = (await app.listen({ port: config.port, host: config.host })).replace(config.host, listenHost(config.host));
    if (config.mllp) {
      const listeners = await startMllp(wired.casework, config.mllp, (error) =>
        log.error(errorPlace(error), 'HL7 v2 by MLLP'),
      );
      undo.push(() => Promise.all(listeners.map((l) => l.stop())));
      for (const l of listeners) say(`HL7 v2 by MLLP: ${listenHost(config.mllp.host)}:${l.port}`);
    }
    const address = config.baseUrl ?? url;
    const known = readSignIns(config.dataDir);
    const signIns = access ?? known;
    if (signIns) {
      const current = signInsAt(address, signIns);
      writeSignIns(config.dataDir, current);
      say(welcome(current, config.dataDir));
    } else say(`OpenUM is ready: ${address}`);
    return { url: address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
