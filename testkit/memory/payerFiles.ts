import type { ListedFile, PayerFile, PayerFileNote, PayerFiles } from '@openum/casework/port/payerFiles.ts';
import { standingOf } from '@openum/domain/payerFile/file.ts';
import { compareText, perTenant } from './tenants.ts';

type Kept = { readonly file: PayerFile; readonly bytes: Uint8Array; readonly notes: PayerFileNote[] };

const listed = ({ file, notes }: Kept): ListedFile => ({
  ...structuredClone(file),
  standing: standingOf(file.direction, notes),
  kinds: notes.find((n) => n.kinds)?.kinds ?? [],
});

const later = (a: Kept, b: Kept): number =>
  compareText(b.file.keptAt, a.file.keptAt) || compareText(b.file.fileId, a.file.fileId);

export const memoryPayerFiles = (): PayerFiles => {
  const kept = perTenant((): Kept[] => []);
  const controls = perTenant((): Map<string, number> => new Map());
  const one = (scope: Parameters<typeof kept>[0], fileId: string) => kept(scope).find((k) => k.file.fileId === fileId);
  return {
    keep: async (scope, file, bytes) => {
      const same = (k: Kept): boolean =>
        k.file.fileId === file.fileId ||
        (file.control !== undefined && k.file.partner === file.partner && k.file.control === file.control);
      if (kept(scope).some(same)) throw new Error('a file of this id or number is kept already');
      kept(scope).push({ file: structuredClone(file), bytes: bytes.slice(), notes: [] });
    },
    note: async (scope, fileId, note) => {
      const found = one(scope, fileId);
      if (!found) throw new Error('there is no such file');
      found.notes.push(structuredClone(note));
    },
    find: async (scope, fileId) => {
      const found = one(scope, fileId);
      return found && listed(found);
    },
    content: async (scope, fileId) => one(scope, fileId)?.bytes.slice(),
    notes: async (scope, fileId) => structuredClone(one(scope, fileId)?.notes ?? []),
    ofContent: async (scope, sha256) =>
      kept(scope)
        .filter((k) => k.file.sha256 === sha256 && k.file.direction === 'in')
        .toSorted(later)
        .at(-1)?.file,
    sentAs: async (scope, reference) => {
      const [found] = kept(scope)
        .filter((k) => k.file.direction === 'out' && k.file.reference === reference)
        .toSorted(later);
      return found && listed(found);
    },
    sentUnder: async (scope, partner, control) => {
      const found = kept(scope).find((k) => k.file.partner === partner && k.file.control === control);
      return found && listed(found);
    },
    list: async (scope, { standings, direction, kind }, after, limit) => {
      const all = kept(scope).toSorted(later);
      const from = after === undefined ? 0 : all.findIndex((k) => k.file.fileId === after) + 1;
      return all
        .slice(from)
        .map(listed)
        .filter(
          (f) =>
            (!standings || standings.includes(f.standing)) &&
            (!direction || f.direction === direction) &&
            (!kind || f.kinds.includes(kind)),
        )
        .slice(0, limit);
    },
    nextControl: async (scope, partner) => {
      const next = (controls(scope).get(partner) ?? 0) + 1;
      controls(scope).set(partner, next);
      return next;
    },
  };
};
