import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = ButtonProps & {
  /** Why it may not be done now; it then stays in sight, reachable and without effect. */
  readonly why: string | undefined;
  /** Shown on hover and focus when it may be done. */
  readonly hint?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

/** A button that says why when it cannot be pressed. */
export const ActButton = ({ why, hint, onClick, children, ...button }: Props) => (
  <Tooltip label={why ?? hint ?? ''} disabled={!why && !hint} multiline maw={320}>
    <Button
      {...button}
      {...(why ? { 'data-disabled': true, 'aria-disabled': true } : {})}
      onClick={() => {
        if (!why) onClick();
      }}
    >
      {children}
    </Button>
  </Tooltip>
);
