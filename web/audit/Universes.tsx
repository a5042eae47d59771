import { Button, Group, TextInput } from '@mantine/core';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ReportPanel } from '../report/parts.tsx';
import { periodDays } from '../report/period.ts';
import { fileAddress } from '../report/search.ts';

const universes = [
  {
    name: 'organization-determinations',
    title: 'Pre-service organization determinations',
    holds: 'One row for each line of a Medicare Advantage request that came in on these days, with every time in it.',
  },
  {
    name: 'reconsiderations',
    title: 'Reconsiderations',
    holds: 'One row for each appeal that the plan received on these days, up to its forwarding to the IRE.',
  },
] as const;

/** What a CMS program audit asks for as tables (CMS-10717). */
export const Universes = () => {
  const { zone } = useSession();
  const today = dateInZone(new Date(serverNow()).toISOString() as Instant, zone);
  const [days, setDays] = useState<{ readonly from: string; readonly through: string }>(periodDays('90', today));
  const wrong = days.from === '' || days.through === '' || days.from > days.through;
  return (
    <div className="um-report">
      <Group gap="xs" align="flex-end" className="um-report-filters">
        <TextInput
          size="xs"
          type="date"
          label="Received from"
          required
          value={days.from}
          onChange={(e) => setDays({ ...days, from: e.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          label="Through"
          required
          value={days.through}
          error={wrong ? 'must be a day, not before the first' : undefined}
          onChange={(e) => setDays({ ...days, through: e.currentTarget.value })}
        />
      </Group>
      {universes.map(({ name, title, holds }) => (
        <ReportPanel key={name} title={title} span={6}>
          <p className="um-report-note">{holds}</p>
          <div className="um-audit-form">
            <Button
              component="a"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              {...(wrong
                ? { 'data-disabled': true, 'aria-disabled': true }
                : { href: fileAddress(`/api/reports/universe/${name}.csv`, days) })}
            >
              {title} (CSV)
            </Button>
          </div>
        </ReportPanel>
      ))}
    </div>
  );
};
