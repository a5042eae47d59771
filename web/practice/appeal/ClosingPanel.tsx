import { Button, Textarea } from '@mantine/core';
import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import { Panel } from '../../case/Panel.tsx';

type Props = {
  readonly desk: AppealDesk;
  readonly closing: string;
  readonly isLocked: boolean;
  readonly change: (closing: string) => void;
};

/** What the appeal asks for, with arguments from the law that may be added. */
export const ClosingPanel = ({ desk, closing, isLocked, change }: Props) => (
  <Panel title="What we ask for" flush>
    <div className="um-appeal-text">
      <Textarea
        aria-label="What we ask for"
        autosize
        minRows={2}
        maxRows={14}
        maxLength={20_000}
        readOnly={isLocked}
        value={closing}
        onChange={(e) => change(e.currentTarget.value)}
      />
      {!isLocked && desk.arguments.some((a) => !closing.includes(a.text)) && (
        <details>
          <summary>Arguments from the law that may apply</summary>
          <ul className="um-appeal-quotes">
            {desk.arguments
              .filter((a) => !closing.includes(a.text))
              .map((a) => (
                <li key={a.id}>
                  <b>{a.name}</b> <span className="um-practice-quiet">({a.citation})</span>{' '}
                  <Button
                    size="compact-xs"
                    variant="light"
                    aria-label={`Add: ${a.name}`}
                    onClick={() => change(`${closing.trim()}\n\n${a.text}`)}
                  >
                    Add
                  </Button>
                  <div className="um-practice-quiet">{a.text}</div>
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  </Panel>
);
