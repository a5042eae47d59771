import { OutsideBox } from './OutsideBox.tsx';
import { OutsideCard } from './OutsideCard.tsx';

type Props = {
  readonly episodeId: string;
  readonly denialId: string;
  /** Names of the documents of the episode. */
  readonly titleOf: (documentId: string) => string;
  /** Adds an argument to the letter that is being written. */
  readonly add: (argument: string) => void;
};

const placeOf = (documentId: string, titleOf: (documentId: string) => string): string => {
  if (documentId.startsWith('talk:')) return 'Notes of the peer-to-peer';
  return documentId.startsWith('submission:') ? 'What was sent to the payer' : titleOf(documentId);
};

/** Arguments for an appeal that a model finds in the practice’s own record. Header, days and amounts come from the record alone. */
export const AppealArguments = ({ episodeId, denialId, titleOf, add }: Props) => {
  const path = `/api/practice/episodes/${encodeURIComponent(episodeId)}/suggestions`;
  return (
    <OutsideBox
      path={path}
      agent="appeal"
      body={{ agent: 'appeal', denialId }}
      about={{ denialId }}
      label="Look for arguments with the model"
      fromRules="The points below, and the words of the record that speak to them, are put together from the record."
      belongs={(run) => run.input.denialId === denialId}
      card={(open, renew) => {
        const { suggestion: s } = open;
        return s.kind === 'appealDraft' ? (
          <OutsideCard
            key={`${open.run.runId} ${open.position}`}
            open={open}
            path={path}
            label={`argument ${open.position + 1}`}
            takeLabel="Add to the letter"
            titleOf={(id) => placeOf(id, titleOf)}
            renew={renew}
            take={async () => {
              add(s.text);
              return undefined;
            }}
          >
            <div>{s.text}</div>
          </OutsideCard>
        ) : null;
      }}
    />
  );
};
