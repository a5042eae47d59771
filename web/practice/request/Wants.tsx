import { levelRule } from '@openum/domain/payer/question.ts';
import type { RequestDesk } from '@openum/http/contract/practice/request.ts';
import { Link } from '@tanstack/react-router';
import { date } from '../../app/format.ts';
import { questionWord } from '../task/words.ts';
import { channelWord, levelWord } from '../words.ts';

type Props = { readonly desk: RequestDesk; readonly coverageId: string; readonly levelOfCare: string };

/** What the rule card of the payer says of this level, beside the request as it is written. */
export const Wants = ({ desk, coverageId, levelOfCare }: Props) => {
  const payer = desk.payers.find((p) => p.coverage.coverageId === coverageId);
  if (!payer) return null;
  const rule = levelRule(payer.card?.card, levelOfCare);
  return (
    <section className="um-practice-form" aria-label="What this payer wants">
      <h3 style={{ margin: 0 }}>
        What {payer.coverage.payerName} wants for {levelWord(levelOfCare).toLowerCase()}
      </h3>
      {rule?.wants ? (
        <>
          <ul style={{ margin: 0 }}>
            {rule.wants.value.map((w) => (
              <li key={w}>{w}</li>
            ))}
          </ul>
          <div className="um-practice-quiet">
            {rule.wants.where ?? 'Payer'}, {date(rule.wants.on)}
          </div>
        </>
      ) : (
        <div>Nobody has asked what they want to read for this level.</div>
      )}
      {rule?.criteria && (
        <div>
          Criteria: {rule.criteria.value} <span className="um-practice-quiet">({date(rule.criteria.on)})</span>
        </div>
      )}
      {payer.card?.card.channels && (
        <div>
          {payer.card.card.channels.value
            .filter((c) => c.channel !== 'pas')
            .map((c) => `${channelWord[c.channel]} ${c.address}${c.hours ? ` (${c.hours})` : ''}`)
            .join('; ')}
        </div>
      )}
      {payer.unknown.length > 0 && (
        <div className="um-practice-quiet">
          Unknown: {payer.unknown.map((q) => questionWord[q]).join('; ')}.{' '}
          <Link to="/practice/payers/$payerId" params={{ payerId: payer.coverage.payerId }}>
            Open the rule card
          </Link>
        </div>
      )}
    </section>
  );
};
