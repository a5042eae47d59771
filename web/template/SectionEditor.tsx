import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { NoticeElement } from '@openum/domain/notice/document.ts';
import type { TemplateBlock, TemplateSection } from '@openum/domain/notice/template.ts';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { BlockEditor } from './BlockEditor.tsx';
import { moved } from './moved.ts';
import { blockWord } from './words.ts';

type Props = {
  readonly section: TemplateSection;
  readonly demanded: ReadonlySet<NoticeElement>;
  readonly disabled: boolean;
  readonly change: (section: TemplateSection) => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
};

const emptyBlock: Record<TemplateBlock['kind'], TemplateBlock> = {
  paragraph: { kind: 'paragraph', text: '' },
  quote: { kind: 'quote', label: '', text: '' },
  callout: { kind: 'callout', label: '', text: '' },
  list: { kind: 'list', each: 'items', text: '{{item.service}}' },
  table: { kind: 'table', caption: '', each: 'items', columns: [{ heading: 'Care', text: '{{item.service}}' }] },
  translations: { kind: 'translations', element: 'languageAssistance' },
};

const flag = (section: TemplateSection, key: 'perItem' | 'enclosure', on: boolean): TemplateSection => {
  const { perItem = false, enclosure = false, ...rest } = section;
  const flags = { perItem, enclosure, [key]: on };
  return { ...rest, ...(flags.perItem ? { perItem: true } : {}), ...(flags.enclosure ? { enclosure: true } : {}) };
};

export const SectionEditor = ({ section, demanded, disabled, change, move, remove }: Props) => {
  const [kind, setKind] = useState<TemplateBlock['kind']>('paragraph');
  const name = section.heading || 'section without a heading';
  const blocks = (next: readonly TemplateBlock[]) => change({ ...section, blocks: next });
  return (
    <fieldset className="um-template-box">
      <legend>{name}</legend>
      <div className="um-template-line">
        <TextInput
          className="um-grow"
          label="Heading"
          disabled={disabled}
          value={section.heading}
          onChange={(e) => change({ ...section, heading: e.currentTarget.value })}
        />
        {!disabled && (
          <>
            <ActionIcon variant="default" aria-label={`Move ${name} up`} onClick={() => move(-1)}>
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="default" aria-label={`Move ${name} down`} onClick={() => move(1)}>
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="default" aria-label={`Take ${name} out`} onClick={remove}>
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      <div className="um-template-line">
        <Checkbox
          label="Once for each line of the request"
          disabled={disabled}
          checked={section.perItem ?? false}
          onChange={(e) => change(flag(section, 'perItem', e.currentTarget.checked))}
        />
        <Checkbox
          label="After the closing"
          disabled={disabled}
          checked={section.enclosure ?? false}
          onChange={(e) => change(flag(section, 'enclosure', e.currentTarget.checked))}
        />
      </div>
      {section.blocks.map((block, n) => (
        <BlockEditor
          key={n}
          block={block}
          name={`part ${n + 1} of ${name}`}
          demanded={block.element !== undefined && demanded.has(block.element)}
          disabled={disabled}
          change={(b) => blocks(section.blocks.map((old, m) => (m === n ? b : old)))}
          move={(by) => blocks(moved(section.blocks, n, by))}
          remove={() => blocks(section.blocks.filter((_, m) => m !== n))}
        />
      ))}
      {!disabled && (
        <div className="um-template-line">
          <NativeSelect
            size="xs"
            aria-label={`Kind of a further part of ${name}`}
            value={kind}
            onChange={(e) => setKind(e.currentTarget.value as TemplateBlock['kind'])}
            data={Object.entries(blockWord).map(([value, label]) => ({ value, label }))}
          />
          <Button size="compact-sm" variant="default" onClick={() => blocks([...section.blocks, emptyBlock[kind]])}>
            Add to this section
          </Button>
        </div>
      )}
    </fieldset>
  );
};
