import './work.css';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import {
  Cell,
  Checkbox,
  Collection,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components';
import {
  AssigneeCell,
  CriteriaCell,
  DueCell,
  MemberCell,
  PlanCell,
  rowSentence,
  ServiceCell,
  StateCell,
} from './CaseCells.tsx';
import { takePlace } from './place.ts';
import type { Cases } from './useCases.ts';

const rowHeight = 46;
const headingHeight = 32;
const loaderHeight = 40;
const layoutOptions = { rowHeight, headingHeight, loaderHeight };

type Props = {
  readonly label: string;
  /** Names the list, so that coming back to it finds the same row. */
  readonly listName: string;
  readonly cases: Cases;
  readonly zone: ZoneId;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (caseId: string) => void;
  /** The case that the keyboard is on, for shortcuts. */
  readonly onFocusCase: (caseId: string | undefined) => void;
};

/** The case whose row holds an element of the page. */
const caseAt = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[role="row"][data-case]')?.dataset.case;

const Tick = () => (
  <Checkbox slot="selection" className="um-tick">
    {({ isIndeterminate, isSelected }) => (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {isIndeterminate ? <path d="M4 8h8" /> : isSelected ? <path d="m3.5 8.5 3 3 6-7" /> : null}
      </svg>
    )}
  </Checkbox>
);

/** Keeps the same case under the eye when others come or go: the one that has the focus, or else the first in sight. */
const useHeldPlace = (rows: readonly CaseRow[], body: { readonly current: HTMLElement | null }) => {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const earlier = before.current;
    before.current = rows;
    const table = body.current;
    if (!table || earlier === rows || table.scrollTop < rowHeight / 2) return;
    const top = Math.floor(table.scrollTop / rowHeight);
    const bottom = Math.ceil((table.scrollTop + table.clientHeight - headingHeight) / rowHeight);
    const inSight = earlier.slice(top, bottom);
    const focused = inSight.find((r) => r.caseId === caseAt(document.activeElement));
    for (const held of focused ? [focused, ...inSight] : inSight) {
      const now = rows.findIndex((r) => r.caseId === held.caseId);
      if (now < 0) continue;
      table.scrollTop += (now - earlier.indexOf(held)) * rowHeight;
      return;
    }
  }, [rows, body]);
};

/** Comes back to the row that was opened from this list. */
const useReturn = (listName: string, body: { readonly current: HTMLElement | null }) => {
  useEffect(() => {
    const place = takePlace(listName);
    if (!place) return;
    if (body.current) body.current.scrollTop = place.scrollTop;
    const settle = setTimeout(
      () => body.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(place.caseId)}"]`)?.focus(),
      50,
    );
    return () => clearTimeout(settle);
  }, [listName, body]);
};

export const CaseTable = ({ label, listName, cases, zone, selected, onSelect, onOpen, onFocusCase }: Props) => {
  const table = useRef<HTMLDivElement>(null);
  const { rows, arrivals } = cases;
  useHeldPlace(rows, table);
  useReturn(listName, table);

  const select = (selection: Selection) =>
    onSelect(selection === 'all' ? new Set(rows.map((r) => r.caseId)) : new Set([...selection].map(String)));

  // While rows are selected the table would take Enter for one more selection; here Enter always opens, Space selects.
  const openOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || selected.size === 0) return;
    const id = caseAt(event.target as Element);
    if (!id) return;
    event.stopPropagation();
    event.preventDefault();
    onOpen(id);
  };

  const dependencies = useMemo(() => [arrivals, zone], [arrivals, zone]);
  return (
    <div
      className="um-list-frame"
      style={{ maxBlockSize: headingHeight + rows.length * rowHeight + (cases.hasMore ? loaderHeight : 0) + 4 }}
      onKeyDownCapture={openOnEnter}
      onFocusCapture={(e) => onFocusCase(caseAt(e.target))}
      data-busy={cases.isRefiltering || undefined}
    >
      <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
        <Table
          ref={table}
          aria-label={label}
          className="um-list"
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={selected}
          onSelectionChange={select}
          onRowAction={(key) => onOpen(String(key))}
        >
          <TableHeader>
            <Column width={34} minWidth={34}>
              <Tick />
            </Column>
            <Column width={124}>Due</Column>
            <Column width={138}>Case</Column>
            <Column width="2fr" minWidth={120} isRowHeader>
              Member
            </Column>
            <Column width="3fr" minWidth={160}>
              Service, requested by
            </Column>
            <Column width={118}>Line of business</Column>
            <Column width={152}>Status, criteria</Column>
            <Column width={108}>Assignee</Column>
          </TableHeader>
          <TableBody>
            <Collection items={rows as CaseRow[]} dependencies={dependencies}>
              {(row) => (
                <Row
                  id={row.caseId}
                  className="um-list-row"
                  textValue={rowSentence(row, zone)}
                  data-case={row.caseId}
                  data-new={arrivals.ids.has(row.caseId) || undefined}
                >
                  <Cell>
                    <Tick />
                  </Cell>
                  <Cell>
                    <DueCell row={row} zone={zone} focusable />
                  </Cell>
                  <Cell>
                    <span className="um-first">{row.caseNumber}</span>
                  </Cell>
                  <Cell>
                    <MemberCell row={row} />
                  </Cell>
                  <Cell>
                    <ServiceCell row={row} />
                  </Cell>
                  <Cell>
                    <PlanCell row={row} />
                  </Cell>
                  <Cell>
                    <StateCell row={row} />
                    <span className="um-second um-under-status">
                      <span className="um-hidden">criteria </span>
                      <CriteriaCell row={row} />
                    </span>
                  </Cell>
                  <Cell>
                    <AssigneeCell row={row} />
                  </Cell>
                </Row>
              )}
            </Collection>
            <TableLoadMoreItem onLoadMore={cases.loadMore} isLoading={cases.isLoadingMore} className="um-list-more">
              Loading more cases…
            </TableLoadMoreItem>
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
};
