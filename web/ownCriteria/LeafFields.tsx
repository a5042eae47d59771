import { Select, Textarea, TextInput } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { Leaf, SourceRef } from '@openum/domain/logic/condition.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { blankLeaf, ownSource } from './blank.ts';
import { CircumstanceFields } from './CircumstanceFields.tsx';
import { ComparisonFields } from './ComparisonFields.tsx';
import type { CriteriaWords } from './queries.ts';
import { SourceFields } from './SourceFields.tsx';
import { autoLabel } from './words.ts';

type Props = {
  readonly leaf: Leaf;
  readonly set: CriteriaSet;
  readonly words: CriteriaWords;
  readonly known: readonly SourceRef[];
  readonly disabled: boolean;
  readonly today: CalendarDate;
  readonly change: (leaf: Leaf, key?: string) => void;
};

/** One point: what it asks of which fact, when, where it is written. */
export const LeafFields = ({ leaf, set, words, known, disabled, today, change }: Props) => {
  const facts = words.byKey;
  const definition = facts.get(leaf.fact);
  // A name that nobody has written follows the settings; one that somebody wrote stays.
  const settings = (next: Leaf, key?: string) => {
    const own = leaf.label !== autoLabel(leaf, facts) && leaf.label !== 'New point' && leaf.label.trim() !== '';
    change(own ? next : { ...next, label: autoLabel(next, facts) }, key);
  };
  const about = (key: string | null) => {
    if (!key) return;
    const { document, part, source } = leaf;
    const fresh = blankLeaf(facts.get(key), source ?? ownSource(set, today), facts);
    settings({
      ...fresh,
      id: leaf.id,
      label: leaf.label,
      ...(document ? { document } : {}),
      ...(part ? { part } : {}),
    });
  };
  const shared = { leaf, definition, disabled, change: settings };
  return (
    <>
      <Select
        label="This is about"
        description="A fact of the catalogue; type to search"
        searchable
        disabled={disabled}
        limit={60}
        nothingFoundMessage="No fact is called like that"
        value={leaf.fact || null}
        onChange={about}
        data={words.options}
      />
      <ComparisonFields {...shared} />
      <CircumstanceFields {...shared} facts={facts} />
      <TextInput
        label="Name of the point"
        description="As reviewers and letters read it"
        disabled={disabled}
        maxLength={300}
        value={leaf.label}
        onChange={(e) => change({ ...leaf, label: e.currentTarget.value }, 'label')}
      />
      <Textarea
        label="What to ask for when it is missing"
        autosize
        disabled={disabled}
        value={leaf.document ?? ''}
        onChange={(e) => {
          const { document: _, ...rest } = leaf;
          const document = e.currentTarget.value;
          change(document ? { ...rest, document } : rest, 'document');
        }}
      />
      <details open={(leaf.source?.verification.level ?? 'unverified') === 'unverified'}>
        <summary>Where it is written: {leaf.source?.citation || 'nowhere yet'}</summary>
        <div className="um-own-fields">
          <SourceFields
            source={leaf.source ?? ownSource(set, today)}
            known={known}
            disabled={disabled}
            today={today}
            change={(source, key) => change({ ...leaf, source }, key && `source.${key}`)}
          />
        </div>
      </details>
    </>
  );
};
