import { Textarea } from '@mantine/core';

type Props = {
  readonly value: string;
  readonly change: (reason: string) => void;
  readonly description?: string;
  readonly optional?: boolean;
  readonly maxLength?: number;
};

/** Why something is done, in the words of whoever does it; it stays in the record. */
export const ReasonField = ({ value, change, description, optional = false, maxLength = 2000 }: Props) => (
  <Textarea
    label="Reason"
    {...(description ? { description } : {})}
    required={!optional}
    autosize
    minRows={3}
    maxLength={maxLength}
    value={value}
    onChange={(e) => change(e.currentTarget.value)}
  />
);
