import { Pagination } from '@mantine/core';

type Props = {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** What is paged, for those who hear it. */
  readonly of: string;
  readonly go: (page: number) => void;
};

const controlWord: Readonly<Record<string, string>> = { previous: 'Previous page', next: 'Next page' };

/** Leads from page to page of a list; nothing where one page holds it. */
export const Pages = ({ page, size, total, of, go }: Props) => {
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  return (
    <nav aria-label={`Pages of ${of}`} className="um-pages">
      <Pagination
        size="sm"
        total={pages}
        value={Math.min(page, pages)}
        onChange={go}
        getItemProps={(n) => ({ 'aria-label': `Page ${n}` })}
        getControlProps={(control) => ({ 'aria-label': controlWord[control] ?? control })}
      />
      <span className="um-practice-quiet">
        {(page - 1) * size + 1} to {Math.min(page * size, total)} of {total}
      </span>
    </nav>
  );
};
