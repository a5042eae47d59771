import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FromDocument } from '../document/FromDocument.tsx';
import { textOfFile } from './file.ts';

type Props = {
  /** Whose documents can be read. */
  readonly episodeId?: string | undefined;
  readonly previous: string;
  readonly onPrevious: (text: string) => void;
  readonly onNote: (text: string) => void;
  readonly empty: boolean;
};

/** Where the note comes from, and the one before it. */
export const NoteSource = ({ episodeId, previous, onPrevious, onNote, empty }: Props) => {
  const [problem, setProblem] = useState<string>();
  const [reading, setReading] = useState(false);
  const open = async (file: File | null, take: (text: string) => void) => {
    if (!file) return;
    setReading(true);
    setProblem(undefined);
    try {
      take(await textOfFile(file));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file cannot be read.');
    } finally {
      setReading(false);
    }
  };
  const accept = 'application/pdf,text/plain,.txt,.pdf';
  return (
    <div className="um-note-source">
      <div className="um-note-actions">
        <FileButton accept={accept} onChange={(f) => void open(f, onNote)}>
          {(props) => (
            <Button {...props} variant="default" loading={reading}>
              Open a PDF or text file
            </Button>
          )}
        </FileButton>
        {episodeId && <FromDocument episodeId={episodeId} onNote={onNote} />}
        <Button variant="subtle" disabled={empty} onClick={() => onNote('')}>
          Clear the note
        </Button>
      </div>
      {problem && (
        <p role="alert" className="um-note-problem">
          {problem}
        </p>
      )}
      <details open={previous !== '' || undefined}>
        <summary>Compare with the previous note</summary>
        <Textarea
          label="Previous note"
          description="Passages that stand word for word in both are underlined in the note."
          autosize
          minRows={4}
          maxRows={14}
          value={previous}
          onChange={(e) => onPrevious(e.currentTarget.value)}
        />
        <FileButton accept={accept} onChange={(f) => void open(f, onPrevious)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" mt={6} loading={reading}>
              Open the previous note
            </Button>
          )}
        </FileButton>
      </details>
    </div>
  );
};
