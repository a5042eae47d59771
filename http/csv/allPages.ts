/** A file is not read page by page; this many rows are what a spreadsheet still opens with ease. */
const mostExported = 100_000;
const exportPage = 5_000;

/** All pages of a list, up to what one file may hold. */
export const allPages = async <T>(
  read: (after: string | undefined, limit: number) => Promise<{ readonly rows: readonly T[]; readonly next?: string }>,
): Promise<readonly T[]> => {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after, exportPage);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined && rows.length < mostExported);
  return rows;
};
