import type { AttachedDocument, IssuedNotice } from '@openum/domain/case/event.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { CaseStore } from '../port/caseStore.ts';
import type { Scope } from '../port/scope.ts';

/** A file that the store keeps for the case, as the record describes it. */
export type KeptFile = {
  readonly path: string;
  /** What the record says that its bytes hash to. */
  readonly sha256: string;
  readonly bytes: () => Promise<Uint8Array | undefined>;
};

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/fhir+json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/edi-x12': 'x12',
  'text/plain': 'txt',
  'text/html': 'html',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
};

const extensionOf = (contentType: string): string => extensions[contentType.split(';')[0]?.trim() ?? ''] ?? 'bin';

const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'file';

const messagePrefix = 'message:';

/** The message that a document is, as it came in. */
export const messageIdOf = ({ origin }: Pick<AttachedDocument, 'origin'>): string | undefined =>
  origin.startsWith(messagePrefix) ? origin.slice(messagePrefix.length) : undefined;

const numbered = (n: number): string => String(n).padStart(3, '0');

export const documentPath = (d: AttachedDocument, position: number): string =>
  `${messageIdOf(d) === undefined ? 'documents' : 'messages'}/${numbered(position + 1)}-${slug(d.title)}.${extensionOf(d.contentType)}`;

export const letterPath = (n: IssuedNotice, position: number, format: 'pdf' | 'html'): string =>
  `letters/${numbered(position + 1)}-${slug(`${n.kind} ${n.audience}`)}.${format}`;

/** Messages as they came in, documents and letters, in the order of the record. */
export const keptFiles = (cases: CaseStore, scope: Scope, caseId: string, c: Case): readonly KeptFile[] => [
  ...c.documents.map(
    (d, i): KeptFile => ({
      path: documentPath(d, i),
      sha256: d.sha256,
      bytes: async () => {
        const messageId = messageIdOf(d);
        const file =
          messageId === undefined
            ? await cases.document(scope, caseId, d.documentId)
            : await cases.message(scope, messageId);
        return file?.bytes;
      },
    }),
  ),
  ...c.notices.flatMap((n, i): KeptFile[] => [
    {
      path: letterPath(n, i, 'pdf'),
      sha256: n.pdfSha256,
      bytes: async () => (await cases.notice(scope, caseId, n.noticeId))?.pdf,
    },
    {
      path: letterPath(n, i, 'html'),
      sha256: n.htmlSha256,
      bytes: async () => {
        const kept = await cases.notice(scope, caseId, n.noticeId);
        return kept && new TextEncoder().encode(kept.html);
      },
    },
  ]),
];
