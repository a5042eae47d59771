import { readFileSync } from 'node:fs';
import { verifyPractice } from '@openum/casework/practice/episode/verify.ts';
import { rematchLedger } from '@openum/casework/practice/ledger/rematch.ts';
import { verifyTenant } from '@openum/casework/verify/verify.ts';
import { pasBase } from '@openum/http/pas/routes.ts';
import type { OpenDatabase } from '@openum/store/open.ts';
import type { Config } from './config.ts';
import { criteriaCommand } from './criteria.ts';
import { openInstallation } from './database.ts';
import { fileLinesOf } from './fileLines.ts';
import { firstStart } from './firstStart.ts';
import { readImport } from './import/file.ts';
import { importInto } from './import/import.ts';
import { writeSignIns } from './installation.ts';
import { createLogger } from './log.ts';
import { modelCheck } from './modelCheck.ts';
import { readPayerLines } from './payerLines.ts';
import { verifyProofFile, writeProof } from './proof.ts';
import { type Wired, wire } from './wiring.ts';
import { startWork } from './work.ts';

type Say = (line: string) => void;
type Command = (
  config: Config,
  say: Say,
  untilSignal: () => Promise<void>,
  args?: readonly string[],
) => Promise<number>;

const withDatabase = async <T>(config: Config, run: (database: OpenDatabase) => Promise<T>): Promise<T> => {
  const database = await openInstallation(config, true);
  try {
    return await run(database);
  } finally {
    await database.stop();
  }
};

const withStore = <T>(config: Config, name: string, run: (wired: Wired) => Promise<T>): Promise<T> =>
  withDatabase(config, async (database) => {
    const ownDesk = () => `http://127.0.0.1:${config.port}${pasBase}`;
    const wired = wire(
      database.url,
      name,
      config.mail,
      () => readPayerLines(config.dataDir, ownDesk),
      config.documents,
      config.model,
      fileLinesOf(config.dataDir),
    );
    try {
      return await run(wired);
    } finally {
      await wired.store.close();
    }
  });

const work: Command = (config, say, untilSignal) =>
  withStore(config, 'openum-work', async (wired) => {
    const stopped = untilSignal();
    const worker = startWork(wired, createLogger(config.logLevel));
    say('Working. Ctrl-C ends it.');
    await stopped;
    await worker.stop();
    return 0;
  });

const migrate: Command = (config, say) =>
  withDatabase(config, async () => {
    say('The database has the newest schema.');
    return 0;
  });

const seed: Command = (config, say) =>
  withStore(config, 'openum-seed', async (wired) => {
    const access = await firstStart(wired, { ...config, demo: true }, (a) =>
      writeSignIns(config.dataDir, { url: '', fhir: '', ...a }),
    );
    say(
      access
        ? `Filled. Sign in with ${access.users[0]?.email} ${access.users[0]?.password}`
        : 'There is data already; nothing was changed.',
    );
    return 0;
  });

const verify: Command = (config, say) =>
  withStore(config, 'openum-verify', async ({ casework }) => {
    let checked = 0;
    let episodes = 0;
    let differences = 0;
    for (const tenant of await casework.identity.tenants()) {
      differences += await verifyTenant(casework, { tenantId: tenant.tenantId }, (cases, found) => {
        checked += cases;
        for (const d of found) say(`case ${d.caseId}, ${d.place}: ${d.problem}`);
      });
      differences += await verifyPractice(casework, { tenantId: tenant.tenantId }, (checkedNow, found) => {
        episodes += checkedNow;
        for (const d of found) say(`episode ${d.caseId}, ${d.place}: ${d.problem}`);
      });
    }
    say(`${checked} cases checked, ${episodes} episodes checked, ${differences} differences.`);
    return differences === 0 ? 0 : 1;
  });

/** Quicker than `verify`: it reads no log, only the days as they are stored. */
const ledger: Command = (config, say) =>
  withStore(config, 'openum-ledger', async ({ casework }) => {
    let differing = 0;
    for (const practice of await casework.identity.tenants()) {
      if (practice.kind !== 'practice') continue;
      const found = await rematchLedger(casework.episodes, { tenantId: practice.tenantId });
      for (const id of found.differing)
        say(`episode ${id}: a day is stored otherwise than its authorizations cover it`);
      differing += found.differing.length;
      say(
        `${practice.name}: ${found.services} services matched again, ${found.byState.covered} covered, ${found.differing.length} episodes differ.`,
      );
    }
    return differing === 0 ? 0 : 1;
  });

/** `import <file> [organization]`: the organization may be left out while there is only one plan. */
const importFile: Command = async (config, say, _untilSignal, [path, organization] = []) => {
  const file =
    path === undefined
      ? { problems: ['name the file: import <file> [organization]'] }
      : readImport(readFileSync(path, 'utf8'));
  if ('problems' in file) {
    for (const problem of file.problems) say(problem);
    return 1;
  }
  return withStore(config, 'openum-import', async ({ casework }) => {
    const tenants = await casework.identity.tenants();
    const fitting = tenants.filter((t) => (organization === undefined ? t.kind === 'plan' : t.name === organization));
    const [tenant] = fitting;
    if (tenant === undefined || fitting.length > 1) {
      say(`Name one of these organizations: ${tenants.map((t) => t.name).join(', ')}`);
      return 1;
    }
    const done = await importInto(casework, tenant, file);
    say(
      `${done.members} members and ${done.providers} providers are in the register of ${file.organization?.name ?? tenant.name}.`,
    );
    for (const u of done.users) say(`New user ${u.email}, first password ${u.password}`);
    for (const email of done.known) say(`User ${email} was there already and was left as it is.`);
    for (const c of done.clients) say(`New client ${c.name}, bearer token ${c.token}`);
    return 0;
  });
};

/** `proof <case number> <file.zip>` */
const proof: Command = async (config, say, _untilSignal, [caseNumber, file] = []) => {
  if (caseNumber === undefined || file === undefined) {
    say('Name the case and the file: proof <case number> <file.zip>');
    return 2;
  }
  return withStore(config, 'openum-proof', ({ casework }) => writeProof(casework, caseNumber, file, say));
};

/** `verify-proof <file.zip>`: needs no database. */
const verifyProof: Command = async (_config, say, _untilSignal, [file] = []) => {
  if (file === undefined) {
    say('Name the file: verify-proof <file.zip>');
    return 2;
  }
  return verifyProofFile(file, say);
};

/** `criteria check [file]`: needs no database. */
const criteria: Command = async (_config, say, _untilSignal, args = []) => criteriaCommand(args, say);

export const runOnce = {
  work,
  migrate,
  seed,
  verify,
  ledger,
  import: importFile,
  proof,
  'verify-proof': verifyProof,
  criteria,
  'model-check': modelCheck,
} as const;
