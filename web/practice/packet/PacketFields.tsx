import './packet.css';
import { Textarea, TextInput } from '@mantine/core';
import type { PacketDesk } from '@openum/http/contract/practice/packet.ts';
import { DocumentChooser } from './DocumentChooser.tsx';
import type { PacketDraft } from './draft.ts';

type Props = {
  readonly desk: PacketDesk | undefined;
  readonly draft: PacketDraft;
  readonly wishes: readonly string[];
  readonly change: (part: Partial<PacketDraft>) => void;
};

/** What a packet holds beside the request: the update by the payer's wishes, documents, and to whom it goes. */
export const PacketFields = ({ desk, draft, wishes, change }: Props) => (
  <>
    {wishes.length > 0 && (
      <fieldset className="um-packet-group">
        <legend>Clinical update, by what this payer wants to read</legend>
        {wishes.map((wanted) => (
          <Textarea
            key={wanted}
            label={wanted}
            autosize
            minRows={1}
            maxRows={10}
            maxLength={10_000}
            value={draft.updates[wanted] ?? ''}
            onChange={(e) => change({ updates: { ...draft.updates, [wanted]: e.currentTarget.value } })}
          />
        ))}
        <div className="um-practice-quiet" role="status">
          {`${wishes.filter((w) => draft.updates[w]?.trim()).length} of ${wishes.length} said something to. What is left empty stays out.`}
        </div>
      </fieldset>
    )}
    <fieldset className="um-packet-group">
      <legend>Documents that go along</legend>
      {desk ? (
        <DocumentChooser desk={desk} chosen={draft.documents} change={(documents) => change({ documents })} />
      ) : (
        <div className="um-practice-quiet">The documents are loading.</div>
      )}
    </fieldset>
    <div className="um-practice-fields">
      <TextInput
        label="To"
        maxLength={200}
        value={draft.addressee}
        onChange={(e) => change({ addressee: e.currentTarget.value })}
      />
      <TextInput
        label="Fax (empty: no cover sheet)"
        maxLength={60}
        value={draft.fax}
        onChange={(e) => change({ fax: e.currentTarget.value })}
      />
      {desk?.part2 && (
        <TextInput
          label="Consent to share (42 CFR Part 2)"
          placeholder="Signed at intake, 11/01/2026"
          maxLength={500}
          value={draft.consent}
          onChange={(e) => change({ consent: e.currentTarget.value })}
        />
      )}
    </div>
  </>
);
