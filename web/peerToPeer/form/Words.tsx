import { Textarea } from '@mantine/core';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly rows: number;
  readonly most: number;
  readonly value: string;
  readonly change: (text: string) => void;
};

/** A field for some sentences, which grows with them. */
export const Words = ({ label, description, required = false, rows, most, value, change }: Props) => (
  <Textarea
    label={label}
    {...(description ? { description } : {})}
    required={required}
    autosize
    minRows={rows}
    maxLength={most}
    value={value}
    onChange={(e) => change(e.currentTarget.value)}
  />
);
