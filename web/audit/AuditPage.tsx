import '../report/report.css';
import './audit.css';
import '../workList/work.css';
import { Link, useSearch } from '@tanstack/react-router';
import { Page } from '../app/Page.tsx';
import { PublicMetrics } from './PublicMetrics.tsx';
import { Samples } from './Samples.tsx';
import { type AuditTab, auditTabs } from './search.ts';
import { Universes } from './Universes.tsx';

const tabWord: Record<AuditTab, string> = {
  samples: 'File review',
  public: 'Public metrics',
  universes: 'Universes',
};

/** What quality answers for: files read by sample, numbers published, universes handed over. */
export const AuditPage = () => {
  const search = useSearch({ from: '/shell/desk/audit' });
  const tab = search.tab ?? 'samples';
  return (
    <Page title="Audit" tabTitle={`Audit, ${tabWord[tab]}`}>
      <nav aria-label="Parts of the audit" className="um-tabs" style={{ marginBlockEnd: '0.75rem' }}>
        {auditTabs.map((t) => (
          <Link
            key={t}
            to="/audit"
            search={t === 'samples' ? {} : { tab: t }}
            className="um-tab"
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={t === tab ? 'page' : undefined}
          >
            {tabWord[t]}
          </Link>
        ))}
      </nav>
      {tab === 'samples' && <Samples />}
      {tab === 'public' && <PublicMetrics year={search.year} />}
      {tab === 'universes' && <Universes />}
    </Page>
  );
};
