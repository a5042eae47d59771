import { ActionIcon, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type NoticeElement, noticeElements } from '@openum/domain/notice/document.ts';
import { groupNames, placeholderNames } from '@openum/domain/notice/placeholders.ts';
import type { TemplateBlock } from '@openum/domain/notice/template.ts';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { blockWord, elementWord } from './words.ts';

type Props = {
  readonly block: TemplateBlock;
  readonly name: string;
  readonly demanded: boolean;
  readonly disabled: boolean;
  readonly change: (block: TemplateBlock) => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
};

type Texted = { readonly value: string; readonly change: (text: string) => void };

/** A text with the values that a letter can fill in, to be put where the cursor stands. */
const TextWithValues = ({
  label,
  value,
  change,
  disabled,
}: Texted & { readonly label: string; readonly disabled: boolean }) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const insert = (name: string) => {
    const at = field.current?.selectionStart ?? value.length;
    const end = field.current?.selectionEnd ?? at;
    change(`${value.slice(0, at)}{{${name}}}${value.slice(end)}`);
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <div>
      <Textarea
        ref={field}
        id={id}
        label={label}
        autosize
        minRows={1}
        maxLength={4000}
        disabled={disabled}
        value={value}
        onChange={(e) => change(e.currentTarget.value)}
      />
      {!disabled && (
        <NativeSelect
          size="xs"
          mt={4}
          aria-label={`Put a value into: ${label}`}
          value=""
          onChange={(e) => e.currentTarget.value && insert(e.currentTarget.value)}
          data={[
            { value: '', label: 'Put in a value …' },
            ...[...placeholderNames].map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
    </div>
  );
};

const Fields = ({ block, change, disabled }: Pick<Props, 'block' | 'change' | 'disabled'>) => {
  const each = 'each' in block && (
    <NativeSelect
      label="For each of"
      disabled={disabled}
      value={block.each}
      onChange={(e) => change({ ...block, each: e.currentTarget.value })}
      data={[...groupNames]}
    />
  );
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return (
        <>
          <TextInput
            label="Lead, in bold"
            disabled={disabled}
            value={block.lead ?? ''}
            onChange={(e) => {
              const { lead: _, ...rest } = block;
              const lead = e.currentTarget.value;
              change(lead ? { ...rest, lead } : rest);
            }}
          />
          {each}
          <TextWithValues
            label="Text"
            disabled={disabled}
            value={block.text}
            change={(text) => change({ ...block, text })}
          />
        </>
      );
    case 'quote':
    case 'callout':
      return (
        <>
          <TextInput
            label="Label"
            disabled={disabled}
            value={block.label}
            onChange={(e) => change({ ...block, label: e.currentTarget.value })}
          />
          <TextWithValues
            label="Text"
            disabled={disabled}
            value={block.text}
            change={(text) => change({ ...block, text })}
          />
        </>
      );
    case 'table':
      return (
        <>
          <TextInput
            label="Caption"
            disabled={disabled}
            value={block.caption}
            onChange={(e) => change({ ...block, caption: e.currentTarget.value })}
          />
          {each}
          {block.columns.map((column, n) => {
            const set = (part: Partial<typeof column>) =>
              change({ ...block, columns: block.columns.map((c, m) => (m === n ? { ...c, ...part } : c)) });
            return (
              <div key={n} className="um-template-line">
                <TextInput
                  label={`Column ${n + 1}`}
                  disabled={disabled}
                  value={column.heading}
                  onChange={(e) => set({ heading: e.currentTarget.value })}
                />
                <TextInput
                  className="um-grow"
                  label={`Text of column ${n + 1}`}
                  disabled={disabled}
                  value={column.text}
                  onChange={(e) => set({ text: e.currentTarget.value })}
                />
              </div>
            );
          })}
        </>
      );
    case 'translations':
      return <div>One line in each language, from the data of the product; nothing is written here.</div>;
  }
};

export const BlockEditor = ({ block, name, demanded, disabled, change, move, remove }: Props) => (
  <div className="um-template-part" {...(demanded ? { 'data-demanded': true } : {})}>
    <div className="um-template-line">
      <b>{blockWord[block.kind]}</b>
      <NativeSelect
        size="xs"
        className="um-grow"
        aria-label={`What ${name} answers`}
        disabled={disabled}
        value={block.element ?? ''}
        onChange={(e) => {
          const { element: _, ...rest } = block;
          const element = e.currentTarget.value as NoticeElement | '';
          change((element ? { ...rest, element } : rest) as TemplateBlock);
        }}
        data={[
          { value: '', label: 'Answers no demand of a rule' },
          ...noticeElements.map((value) => ({ value, label: elementWord(value) })),
        ]}
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
    <Fields block={block} change={change} disabled={disabled} />
  </div>
);
