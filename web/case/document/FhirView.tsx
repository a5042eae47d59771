import { SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import css from '../case.module.css';
import { fhirOutline, type OutlineNode, searchOutline } from './fhirOutline.ts';

const Node = ({ node, open }: { readonly node: OutlineNode; readonly open: boolean }) =>
  node.children.length === 0 ? (
    <li>
      <span className={css.quiet}>{node.label}</span> <span className={css.outlineValue}>{node.value}</span>
    </li>
  ) : (
    <li>
      <details open={open}>
        <summary>
          <b>{node.label}</b> {node.value}
        </summary>
        <ul className={css.outline}>
          {node.children.map((n) => (
            <Node key={n.id} node={n} open={open} />
          ))}
        </ul>
      </details>
    </li>
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A FHIR message as an outline that can be searched, or as it was sent. */
export const FhirView = ({ text, find = '' }: { readonly text: string; readonly find?: string | undefined }) => {
  const json = useMemo(() => parsed(text), [text]);
  const outline = useMemo(() => fhirOutline(json), [json]);
  const [view, setView] = useState('outline');
  const [query, setQuery] = useState(find);
  const raw = useMemo(() => (json === undefined ? text : JSON.stringify(json, null, 2)), [json, text]);
  const found = useMemo(() => searchOutline(outline ?? [], query), [outline, query]);
  if (!outline) return <pre className={css.prewrap}>{raw}</pre>;
  return (
    <div className={css.form}>
      <SegmentedControl
        size="xs"
        aria-label="Show the message as"
        value={view}
        onChange={setView}
        data={[
          { value: 'outline', label: 'Outline' },
          { value: 'raw', label: 'Raw JSON' },
        ]}
      />
      {view === 'raw' ? (
        <pre className={css.prewrap} style={{ margin: 0, fontSize: '0.75rem' }}>
          {raw}
        </pre>
      ) : (
        <>
          <TextInput
            label="Search in the message"
            type="search"
            value={query}
            onChange={(e) => setQuery(e.currentTarget.value)}
          />
          <div className={css.quiet} role="status">
            {query.trim() === '' ? `${outline.length} resources` : `${found.length} of ${outline.length} resources`}
          </div>
          <ul className={css.plain}>
            {found.map((n) => (
              <Node key={`${n.id} ${query}`} node={n} open={query.trim() !== '' || outline.length === 1} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
