import type { FileKind } from '@openum/domain/payerFile/file.ts';
import { wholeFile } from '@openum/domain/payerFile/file.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { FileEnvelope, FileLine, FileLines, MadeFile } from '../../port/fileLines.ts';
import type { ListedFile } from '../../port/payerFiles.ts';
import type { Scope } from '../../port/scope.ts';

/** Who deals with files: a person, or a line by itself. */
export type FileHand = {
  readonly casework: Casework;
  readonly scope: Scope;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly by: { readonly userId?: string; readonly name: string };
};

type Outgoing = {
  readonly lines: FileLines;
  readonly line: FileLine;
  readonly kind: FileKind;
  /** Also the id of the file, so that one request makes one file. */
  readonly fileId: string;
  readonly reference?: string;
  readonly episodeId?: string;
  readonly write: (envelope: FileEnvelope) => MadeFile | undefined;
};

/** Puts a file into the folder of its line, where it has one. What could not be put there is tried again. */
export const handOver = async (hand: FileHand, lines: FileLines, file: ListedFile): Promise<ListedFile> => {
  const { casework, scope, now } = hand;
  const line = lines.lines(scope).find((l) => l.name === file.line);
  if (file.standing !== 'made' || !line?.folder) return file;
  const bytes = await casework.payerFiles.content(scope, file.fileId);
  if (!bytes || !(await lines.drop(scope, line.name, { fileName: file.fileName, bytes }))) return file;
  const text = `Put into the folder of the line ${line.name}.`;
  await casework.payerFiles.note(scope, file.fileId, {
    at: now,
    by: line.name,
    part: wholeFile,
    standing: 'handedOver',
    text,
  });
  return { ...file, standing: 'handedOver' };
};

/** A file that goes out: numbered, kept as it goes, then handed over. A second call finds the first one's file. */
export const makeFile = async (hand: FileHand, out: Outgoing): Promise<ListedFile | undefined> => {
  const { casework, scope, zone, now, by } = hand;
  const { payerFiles, environment } = casework;
  const { lines, line, fileId, reference, episodeId } = out;
  const before = await payerFiles.find(scope, fileId);
  if (before) return handOver(hand, lines, before);
  const control = await payerFiles.nextControl(scope, line.partner);
  const made = out.write({ control, at: now, zone });
  if (!made) return undefined;
  await payerFiles.keep(
    scope,
    {
      fileId,
      direction: 'out',
      fileName: made.fileName,
      sha256: environment.sha256Hex(made.bytes),
      size: made.bytes.byteLength,
      keptAt: now,
      keptBy: by,
      line: line.name,
      partner: line.partner,
      control,
      ...(reference ? { reference } : {}),
      ...(episodeId ? { episodeId } : {}),
    },
    made.bytes,
  );
  await payerFiles.note(scope, fileId, {
    at: now,
    by: by.name,
    part: wholeFile,
    standing: 'made',
    text: `Made as file ${control} for this payer.`,
    kinds: [out.kind],
    ...(episodeId ? { episodeId } : {}),
  });
  const kept = await payerFiles.find(scope, fileId);
  return kept && handOver(hand, lines, kept);
};
