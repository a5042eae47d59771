import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import type { CriteriaSetView } from '@openum/http/contract/criteria.ts';
import { count, date } from '../app/format.ts';
import { lineOfBusinessWord } from '../app/words.ts';
import { comparisonsOf } from './sources.ts';
import { TreeView } from './TreeView.tsx';
import { levelWord, sourceWord } from './words.ts';

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section className="um-template-box">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );

const ageWords = ({ ageFrom, ageTo }: CriteriaSet['appliesTo']): string =>
  ageFrom === undefined && ageTo === undefined
    ? 'Any age'
    : ageTo === undefined
      ? `From ${ageFrom} years`
      : ageFrom === undefined
        ? `Up to ${ageTo} years`
        : `${ageFrom} to ${ageTo} years`;

const AppliesTo = ({ set, services }: CriteriaSetView) => {
  const to = set.appliesTo;
  const rows: readonly (readonly [string, string])[] = [
    ['Source', `${set.citation} (${sourceWord[set.sourceKind]})`],
    ['Version', set.version],
    ['In effect', `from ${date(set.effectiveFrom)}${set.effectiveTo ? ` to ${date(set.effectiveTo)}` : ''}`],
    ['Lines of business', to.linesOfBusiness.map((l) => lineOfBusinessWord[l]).join(', ')],
    ['Services', to.services.map((s) => [s.code, services[s.code]].filter(Boolean).join(' ')).join(', ')],
    ['Diagnoses', to.diagnoses?.join(', ') ?? 'Any'],
    ['Age', ageWords(to)],
    ['Settings', to.settings?.join(', ').replace(/([A-Z])/g, (c) => ` ${c.toLowerCase()}`) ?? 'Any'],
    ['States', set.jurisdictions?.join(', ') ?? 'Everywhere'],
  ];
  return (
    <section className="um-template-box">
      <h2>Applies to</h2>
      <dl className="um-criteria-facts">
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Approves = ({ set, facts }: CriteriaSetView) => (
  <section className="um-template-box">
    <h2>What a met tree approves</h2>
    {set.approveFor.map((a) => (
      <div key={`${a.tree} ${a.label} ${a.services?.join()}`} className="um-criteria-approval">
        <b>{a.label}</b>
        <div>
          {a.tree === 'initial' ? 'Initial' : 'Continued'}; {a.quantities.map(quantityWords).join(' or ')}, {a.days}{' '}
          days
        </div>
        {a.services && <div className="um-criteria-quiet">{a.services.join(', ')}</div>}
        {a.requires && (
          <details>
            <summary>Asked in addition</summary>
            <TreeView node={a.requires} facts={facts} />
          </details>
        )}
      </div>
    ))}
  </section>
);

const Sources = ({ set }: CriteriaSetView) => (
  <section className="um-template-box">
    <h2>Compared with the source</h2>
    <ul>
      {comparisonsOf(set).map((c) => (
        <li key={`${c.citation} ${c.verification.level} ${c.verification.note}`}>
          <b>{c.citation}</b>, {count(c.points, 'point')}: {levelWord[c.verification.level].toLowerCase()}
          {c.verification.against && ` (${c.verification.against})`}
          {c.verification.on && `, on ${date(c.verification.on)}`}.
          {c.verification.note && <div className="um-criteria-quiet">{c.verification.note}</div>}
        </li>
      ))}
    </ul>
  </section>
);

/** What a set is for, what it approves, and where people go wrong with it. */
export const AboutPart = (view: CriteriaSetView) => (
  <div className="um-criteria-side">
    <AppliesTo {...view} />
    <Sources {...view} />
    <Lines title="Where people go wrong" lines={view.set.pitfalls} />
    <Lines title="Reminders to the reviewer" lines={view.set.prompts.map((p) => `${p.text} (${p.citation})`)} />
    <Approves {...view} />
    <Lines
      title="Limits"
      lines={view.set.limits.map((l) => `${l.label}: ${quantityWords({ value: l.max, unit: l.unit })} (${l.citation})`)}
    />
    <Lines title="Documents to ask for" lines={view.set.requiredDocuments} />
  </div>
);
