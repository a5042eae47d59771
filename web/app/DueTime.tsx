import { Tooltip } from '@mantine/core';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import { dueLevel, moment, timeLeft } from './format.ts';
import { useNow } from './now.ts';

type Props = {
  readonly dueAt: Instant;
  readonly zone: ZoneId;
  /** Rule that sets this due moment. */
  readonly ruleId?: string;
  /** For places where the due time is not inside something that takes the focus itself. */
  readonly focusable?: boolean;
};

/** Time left, coloured by how near the end is; hovering or focusing shows the exact moment and the rule. */
export const DueTime = ({ dueAt, zone, ruleId, focusable = false }: Props) => {
  const now = useNow();
  const receipt = ruleId ? `Due ${moment(dueAt, zone)} by rule ${ruleId}` : `Due ${moment(dueAt, zone)}`;
  return (
    <Tooltip label={receipt} multiline maw={320}>
      <span className="um-due" data-level={dueLevel(dueAt, now)} {...(focusable ? { tabIndex: 0 } : {})}>
        {timeLeft(dueAt, now)}
      </span>
    </Tooltip>
  );
};
