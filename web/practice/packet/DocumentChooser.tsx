import { ActionIcon, Anchor, Checkbox, TextInput } from '@mantine/core';
import type { PacketDesk } from '@openum/http/contract/practice/packet.ts';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { count, date } from '../../app/format.ts';
import { practiceDocumentKindWord } from '../document/words.ts';
import type { ChosenDocument } from './draft.ts';

type Props = {
  readonly desk: Pick<PacketDesk, 'episodeId' | 'documents' | 'pages'>;
  readonly chosen: readonly ChosenDocument[];
  readonly change: (chosen: readonly ChosenDocument[]) => void;
  /** What the n-th is called, from 0. */
  readonly nameOf?: (at: number) => string;
  /** What speaks against a document, said beside it. */
  readonly warningOf?: (documentId: string) => string | undefined;
};

const moved = (list: readonly ChosenDocument[], at: number, by: number): readonly ChosenDocument[] => {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
};

/** Which documents go along, which of their pages, and in what order. */
export const DocumentChooser = ({ desk, chosen, change, nameOf, warningOf }: Props) => {
  const at = (id: string) => chosen.findIndex((c) => c.documentId === id);
  const ordered = [
    ...chosen.flatMap((c) => desk.documents.filter((d) => d.documentId === c.documentId)),
    ...desk.documents.filter((d) => at(d.documentId) < 0),
  ];
  if (ordered.length === 0)
    return (
      <div className="um-practice-quiet">
        The episode has no documents yet.{' '}
        <Anchor
          renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId: desk.episodeId }} />}
        >
          Add them on the episode
        </Anchor>
      </div>
    );
  return (
    <ul className="um-packet-documents">
      {ordered.map((d) => {
        const place = at(d.documentId);
        const one = chosen[place];
        const set = (part: Partial<ChosenDocument>) =>
          change(chosen.map((c) => (c.documentId === d.documentId ? { ...c, ...part } : c)));
        const warning = warningOf?.(d.documentId);
        return (
          <li key={d.documentId}>
            <Checkbox
              checked={one !== undefined}
              onChange={() =>
                change(
                  one
                    ? chosen.filter((c) => c.documentId !== d.documentId)
                    : [...chosen, { documentId: d.documentId, from: '', to: '' }],
                )
              }
              label={
                <>
                  {one && nameOf && <b>{nameOf(place)}: </b>}
                  {d.title}
                </>
              }
              description={
                <>
                  {[
                    d.kind ? practiceDocumentKindWord[d.kind] : undefined,
                    d.recordedOn ? date(d.recordedOn) : 'day not known',
                    desk.pages[d.documentId] ? count(desk.pages[d.documentId] ?? 0, 'page') : undefined,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                  {warning && <span className="um-practice-bad"> {warning}</span>}
                </>
              }
            />
            {one && (
              <span className="um-packet-pages">
                <TextInput
                  size="xs"
                  aria-label={`First page of ${d.title}`}
                  placeholder="from"
                  inputMode="numeric"
                  value={one.from}
                  onChange={(e) => set({ from: e.currentTarget.value.trim() })}
                />
                <TextInput
                  size="xs"
                  aria-label={`Last page of ${d.title}`}
                  placeholder="to"
                  inputMode="numeric"
                  value={one.to}
                  onChange={(e) => set({ to: e.currentTarget.value.trim() })}
                />
                <ActionIcon
                  variant="default"
                  aria-label={`Move ${d.title} up`}
                  disabled={place === 0}
                  onClick={() => change(moved(chosen, place, -1))}
                >
                  <IconArrowUp size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={`Move ${d.title} down`}
                  disabled={place === chosen.length - 1}
                  onClick={() => change(moved(chosen, place, 1))}
                >
                  <IconArrowDown size={15} aria-hidden />
                </ActionIcon>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
