import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How the server's programs are run. PostgreSQL refuses to run as root, so root needs a way round. */
export type Account = {
  readonly mode: 'plain' | 'userNamespace' | 'nobody';
  /** Goes before the program and its arguments. */
  readonly prefix: readonly string[];
  readonly binFolder: string;
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Gives a file or folder to the account that the server runs as. */
  readonly own: (file: string) => void;
};

const unshare = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
const nobody = 65534;

const plain = (native: string): Account => ({
  mode: 'plain',
  prefix: [],
  binFolder: path.join(native, 'bin'),
  ids: {},
  own: () => {},
});

/** Root maps itself to an ordinary user in a namespace of its own: files stay root's, also under /root. */
const userNamespace = (native: string): Account => ({
  ...plain(native),
  mode: 'userNamespace',
  prefix: unshare,
});

/** Where namespaces are blocked: the user `nobody`, with the programs in a place that it can read. */
const asNobody = (native: string, copiesFolder: string): Account => {
  const copy = path.join(copiesFolder, `${path.basename(path.dirname(native))}-18`);
  const complete = path.join(copy, '.complete');
  if (!existsSync(complete)) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(complete, '');
  }
  return {
    mode: 'nobody',
    prefix: [],
    binFolder: path.join(copy, 'bin'),
    ids: { uid: nobody, gid: nobody },
    own: (file) => chownSync(file, nobody, nobody),
  };
};

const namespacesWork = (): boolean => {
  const [program = '', ...args] = [...unshare, 'true'];
  return spawnSync(program, args).status === 0;
};

export const chooseAccount = (
  native: string,
  mode?: Account['mode'],
  copiesFolder = '/var/lib/openum-postgresql',
): Account => {
  const chosen =
    mode ??
    (process.platform !== 'linux' || process.getuid?.() !== 0
      ? 'plain'
      : namespacesWork()
        ? 'userNamespace'
        : 'nobody');
  switch (chosen) {
    case 'plain':
      return plain(native);
    case 'userNamespace':
      return userNamespace(native);
    case 'nobody':
      return asNobody(native, copiesFolder);
  }
};
