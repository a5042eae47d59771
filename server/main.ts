import { runOnce } from './command.ts';
import { type Config, readConfig } from './config.ts';
import { serve } from './serve.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const usage = `openum <command>

  serve     database, first data, API and browser application (what \`npm start\` does)
  work      only the work that events leave to be done; any number of these may run beside \`serve\`
  migrate   brings the database to the newest schema
  import    <file> [organization]: members, providers, users, sending systems and letterhead from a JSON file
  seed      fills an empty database with the demonstration
  proof     <case number> <file.zip>: everything about one case in one sealed archive
  verify-proof  <file.zip>: checks such an archive, byte for byte; exit 1 when anything was changed
  criteria  check [file]: lints a criteria set, or all of them, runs its examples and tries small errors; exit 1 when something is wrong
  model-check  asks the configured language model one question that holds nothing of anybody
  verify    recomputes hash chains, files and read models of every case; exit 1 and the place on any difference
  ledger    matches every service of every practice again from what is stored; exit 1 when a day is stored otherwise
`;

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

const knownError = (error: unknown, config: Config): string | undefined => {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return `Port ${config.port} is in use. Set PORT to a free one.`;
  if (code === 'EACCES') return `Port ${config.port} may not be opened by this user. Set PORT to one above 1023.`;
  return undefined;
};

/** Runs one command of the command line and sets the exit code. */
export const main = async (args: readonly string[]): Promise<void> => {
  const config = readConfig(process.env);
  if ('problems' in config) {
    process.stderr.write(`OpenUM cannot start:\n${config.problems.map((p) => `  ${p}`).join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const [command = 'serve', ...rest] = args;
  try {
    if (command === 'serve') {
      const stopped = untilSignal();
      const running = await serve(config, say);
      await stopped;
      await running.stop();
    } else if (command in runOnce) {
      process.exitCode = await runOnce[command as keyof typeof runOnce](config, say, untilSignal, rest);
    } else {
      process.stderr.write(usage);
      process.exitCode = 2;
    }
  } catch (error) {
    const message = knownError(error, config) ?? (error instanceof Error ? error.message : 'unknown error');
    process.stderr.write(`OpenUM stopped: ${message}\n`);
    process.exitCode = 1;
  }
};
