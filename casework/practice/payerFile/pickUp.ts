import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { FileLine, FileLines } from '../../port/fileLines.ts';
import type { Scope } from '../../port/scope.ts';
import { type FileHand, handOver, makeFile } from './make.ts';
import { type ReadBytes, takeFile } from './take.ts';

type Told = (line: string, error: unknown) => void;

const batch = 50;

/** Files that could not be put into their folder are tried again. */
const handOverLeft = async (hand: FileHand, lines: FileLines, line: FileLine): Promise<void> => {
  const made = await hand.casework.payerFiles.list(
    hand.scope,
    { direction: 'out', standings: ['made'] },
    undefined,
    batch,
  );
  for (const file of made.filter((f) => f.line === line.name)) await handOver(hand, lines, file);
};

const pickUpLine = async (hand: FileHand, lines: FileLines, line: FileLine, read: ReadBytes): Promise<number> => {
  const { scope, casework } = hand;
  let came = 0;
  for (const file of await lines.waiting(scope, line.name)) {
    const { fileId, repeated } = await takeFile(hand, read, file);
    if (!repeated) came += 1;
    if (!repeated && line.acknowledges)
      await makeFile(hand, {
        lines,
        line,
        kind: '999',
        fileId: `${fileId}-ack`,
        write: (envelope) => lines.acknowledgment(scope, line.name, file.bytes, envelope),
      });
    // Only what is kept leaves the folder.
    await lines.taken(scope, line.name, file.fileName);
  }
  await handOverLeft({ ...hand, casework }, lines, line);
  return came;
};

const handOfLine = (casework: Casework, scope: Scope, zone: ZoneId, { name }: FileLine): FileHand => ({
  casework,
  scope,
  zone,
  now: casework.environment.now(),
  by: { name: `Line ${name}` },
});

/** One round over the folders of all lines. Gives the number of files that came. */
export const pickUpFiles = async (casework: Casework, read: ReadBytes, onFailure: Told): Promise<number> => {
  const lines = casework.fileLines;
  let came = 0;
  for (const tenantId of lines?.tenants() ?? []) {
    const scope = { tenantId };
    const practice = await casework.identity.tenant(scope);
    if (!lines || !practice) continue;
    for (const line of lines.lines(scope).filter((l) => l.folder))
      try {
        came += await pickUpLine(handOfLine(casework, scope, practice.zone, line), lines, line, read);
      } catch (error) {
        onFailure(line.name, error);
      }
  }
  return came;
};
