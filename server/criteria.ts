import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WrittenSet } from '@openum/content/criteria/expand.ts';
import { criteriaFiles } from '@openum/content/criteria/load.ts';
import { reportOf, type SetReport } from '@openum/content/criteria/report.ts';

type Say = (line: string) => void;

const reportOfFile = (file: string): SetReport | string => {
  try {
    return reportOf(JSON.parse(readFileSync(file, 'utf8')) as WrittenSet);
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
};

const listed = (title: string, lines: readonly string[], say: Say): void => {
  if (lines.length === 0) return;
  say(`  ${title}`);
  for (const line of lines) say(`    ${line}`);
};

/** Says how one set stands; true when nothing is wrong with it. */
const sayReport = (file: string, say: Say): boolean => {
  const report = reportOfFile(file);
  if (typeof report === 'string') {
    say(`WRONG  ${path.basename(file)}: ${report}`);
    return false;
  }
  const { set, problems, failures, survivors } = report;
  const sound = problems.length + failures.length + survivors.length === 0;
  const draft = report.uncompared > 0 ? `, ${report.uncompared} not compared with the source` : '';
  say(
    `${sound ? 'ok    ' : 'WRONG '} ${set.id} ${set.version} (${set.status}): ${report.leaves} points${draft}, ` +
      `${set.vectors.length} examples, ${report.mutants} small errors tried`,
  );
  listed('Problems', problems, say);
  listed('Examples that come out otherwise', failures, say);
  listed('Errors that no example notices', survivors, say);
  return sound;
};

/** `criteria check [file]`: one file, or every set of the library; needs no database. */
export const criteriaCommand = (args: readonly string[], say: Say): number => {
  const [what, file] = args;
  if (what !== 'check') {
    say('Say what to do: criteria check [file]');
    return 2;
  }
  const files = file === undefined ? criteriaFiles() : [file];
  const wrong = files.filter((f) => !sayReport(f, say)).length;
  say(`${files.length} ${files.length === 1 ? 'set' : 'sets'} checked, ${wrong} with something to mend.`);
  return wrong === 0 ? 0 : 1;
};
