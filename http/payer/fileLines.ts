import type { FileLines, MadeFile } from '@openum/casework/port/fileLines.ts';
import { partnerKey } from '@openum/domain/payerFile/file.ts';
import { acknowledgmentText, type Partners, questionText, requestText } from './x12/write.ts';

/** One line of one practice that carries X12 files. */
export type X12Line = Partners & {
  readonly tenantId: string;
  readonly name: string;
  /** Folder of the installation under which the files of this line lie; absent: a person carries them. */
  readonly folder?: string;
  /** The payer wants to hear whether its files could be read. */
  readonly acknowledges: boolean;
};

/** Where files are put and found. */
export type FileFolders = {
  /** False when it could not be written whole. */
  put(folder: string, file: MadeFile): Promise<boolean>;
  /** Files that nobody writes to any more. */
  whole(folder: string): Promise<readonly MadeFile[]>;
  takeAway(folder: string, fileName: string): Promise<void>;
};

const encoder = new TextEncoder();

const made = (line: X12Line, kind: string, control: number, text: string): MadeFile => ({
  fileName: `${kind}-${line.name}-${String(control).padStart(9, '0')}.x12`,
  bytes: encoder.encode(text),
});

/** Lines of X12 files. `lines` is read at each use, so that a new one needs no restart. */
export const createFileLines = (lines: () => readonly X12Line[], folders: FileFolders): FileLines => {
  const lineOf = (tenantId: string, name: string): X12Line => {
    const found = lines().find((l) => l.tenantId === tenantId && l.name === name);
    if (!found) throw new Error('there is no such line for files');
    return found;
  };
  return {
    tenants: () => [...new Set(lines().map((l) => l.tenantId))],
    lines: ({ tenantId }) =>
      lines()
        .filter((l) => l.tenantId === tenantId)
        .map((l) => ({
          name: l.name,
          partner: partnerKey(l.receiver),
          folder: l.folder !== undefined,
          acknowledges: l.acknowledges,
        })),
    request: ({ tenantId }, name, request, envelope) => {
      const line = lineOf(tenantId, name);
      return made(line, '278', envelope.control, requestText(line, request, envelope));
    },
    question: ({ tenantId }, name, question, envelope) => {
      const line = lineOf(tenantId, name);
      return made(line, '270', envelope.control, questionText(line, question, envelope));
    },
    acknowledgment: ({ tenantId }, name, received, envelope) => {
      const line = lineOf(tenantId, name);
      const text = acknowledgmentText(line, new TextDecoder().decode(received), envelope);
      return text === undefined ? undefined : made(line, '999', envelope.control, text);
    },
    drop: async ({ tenantId }, name, file) => {
      const { folder } = lineOf(tenantId, name);
      return folder !== undefined && (await folders.put(folder, file));
    },
    waiting: async ({ tenantId }, name) => {
      const { folder } = lineOf(tenantId, name);
      return folder === undefined ? [] : folders.whole(folder);
    },
    taken: async ({ tenantId }, name, fileName) => {
      const { folder } = lineOf(tenantId, name);
      if (folder !== undefined) await folders.takeAway(folder, fileName);
    },
  };
};
