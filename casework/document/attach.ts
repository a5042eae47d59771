import type { GuestActor, PersonActor } from '@openum/domain/actor/actor.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { type Executed, execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { takeOut } from './embedded.ts';

/** Keeps a file unaltered and names it in the case, and the files that are inside it. The same bytes again are the same document. */
export const attachDocument = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  file: {
    readonly title: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
    /** Day of the record itself, where it is known. */
    readonly recordedOn?: CalendarDate;
    readonly actor: PersonActor | GuestActor;
    readonly onBehalfOf?: string;
  },
): Promise<Executed & { readonly documentId?: string }> => {
  if (file.bytes.byteLength === 0) {
    return { kind: 'refused', refusal: refuse('fieldInvalid', { field: 'document', problem: 'the file is empty' }) };
  }
  const { environment } = casework;
  const documentId = environment.newId();
  const sha256 = environment.sha256Hex(file.bytes);
  const out = takeOut(
    { documentId, ...(file.recordedOn ? { recordedOn: file.recordedOn } : {}) },
    file.bytes,
    environment,
  );
  const before = out.files.length > 0 ? await loadCase(casework.cases, scope, caseId) : undefined;
  const known = new Set(before?.state.documents.map((d) => d.sha256));
  const inside = out.files.filter((f) => !known.has(f.attached.sha256));
  const executed = await execute(casework, scope, {
    caseId,
    documents: [
      { documentId, contentType: file.contentType, bytes: file.bytes },
      ...inside.map(({ attached, bytes }) => ({
        documentId: attached.documentId,
        contentType: attached.contentType,
        bytes,
      })),
    ],
    command: ({ state }) =>
      state.documents.some((d) => d.sha256 === sha256)
        ? refuse('fieldInvalid', { field: 'document', problem: 'this file is already in the case' })
        : {
            type: 'AttachDocument',
            actor: file.actor,
            ...(file.onBehalfOf ? { onBehalfOf: file.onBehalfOf } : {}),
            now: environment.now(),
            document: {
              documentId,
              title: file.title,
              contentType: file.contentType,
              sizeBytes: file.bytes.byteLength,
              sha256,
              origin: 'uploaded',
              ...(file.recordedOn ? { recordedOn: file.recordedOn } : {}),
              ...out.said,
            },
            ...(inside.length > 0 ? { inside: inside.map((f) => f.attached) } : {}),
          },
  });
  return executed.kind === 'done' ? { ...executed, documentId } : executed;
};
