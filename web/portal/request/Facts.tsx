import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { date } from '../../app/format.ts';
import { UrgencyBadge } from '../../app/StatusBadge.tsx';
import { settingWord } from '../../app/words.ts';
import { Panel } from '../../case/Panel.tsx';
import css from '../portal.module.css';

/** Who, with which plan, for which diagnoses. */
export const Facts = ({ request: r }: { readonly request: OwnRequest }) => (
  <Panel title="The request">
    <dl className={css.facts}>
      <dt>Member</dt>
      <dd>
        <b>{r.member.name}</b>
        {`\n${date(r.member.birthDate)}\n${r.member.memberNumber}`}
      </dd>
      <dt>Plan</dt>
      <dd>
        {`${r.plan.name}\n${r.planName}`}
        {r.plan.phone && `\n${r.plan.phone}`}
        {r.plan.hours && <span className={css.quiet}>{`\n${r.plan.hours}`}</span>}
      </dd>
      <dt>Requested by</dt>
      <dd>
        {r.requestingProvider.name}
        {r.requestingProvider.npi && `\nNPI ${r.requestingProvider.npi}`}
      </dd>
      <dt>Diagnoses</dt>
      <dd>{r.diagnoses.map((d) => `${d.code}${d.label ? ` ${d.label}` : ''}`).join('\n')}</dd>
      <dt>Urgency</dt>
      <dd>
        <UrgencyBadge urgency={r.urgency} />
      </dd>
      <dt>Setting</dt>
      <dd>{settingWord[r.setting]}</dd>
      {r.rationale && (
        <>
          <dt>Rationale</dt>
          <dd>{r.rationale}</dd>
        </>
      )}
    </dl>
  </Panel>
);
