import { Anchor } from '@mantine/core';
import type { PayerAppealState } from '@openum/domain/denial/appeal/word.ts';
import type { DenialLine } from '@openum/http/contract/practice/denial.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { date, moment } from '../../app/format.ts';
import { money } from '../words.ts';
import { appealOutcomeWord } from './words.ts';

type Appeal = DenialLine['appeals'][number];

const stateWord: Record<PayerAppealState, string> = {
  open: 'not decided yet',
  upheld: 'upheld',
  overturned: 'overturned',
  partiallyOverturned: 'overturned in part',
  dismissed: 'dismissed',
  withdrawn: 'taken back',
};

/** The practice won it and nobody has said what that brings. */
export const moneyUnknown = ({ answered }: Appeal): boolean =>
  (answered?.outcome === 'overturned' || answered?.outcome === 'partlyOverturned') && answered.recovered === undefined;

const Answer = ({ appeal }: { readonly appeal: Appeal }) => {
  const { answered } = appeal;
  if (!answered) return null;
  return (
    <>
      {`: ${appealOutcomeWord[answered.outcome].toLowerCase()} ${date(answered.answeredOn)}`}
      {answered.saidByPayer && `, said by the payer${answered.reference ? ` (${answered.reference})` : ''}`}
      {answered.recovered ? `, ${money(answered.recovered)} recovered` : ''}
      {moneyUnknown(appeal) && '; what the payer pays after all is not known yet'}
    </>
  );
};

/** One appeal of a denial: how it went, how the payer says it stands, and how it ended. */
export const AppealLine = ({ line, appeal: a }: { readonly line: DenialLine; readonly appeal: Appeal }) => {
  const { zone } = useSession();
  return (
    <div className="um-practice-quiet">
      {a.sentOn && (
        <Anchor
          size="sm"
          underline="always"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/practice/episodes/$episodeId/denials/$denialId/appeal"
              params={{ episodeId: line.episodeId, denialId: line.denialId }}
            />
          )}
        >
          Open
        </Anchor>
      )}{' '}
      {`Appeal of level ${a.level}${a.sentOn ? `, sent ${date(a.sentOn)}` : ', a draft'}`}
      <Answer appeal={a} />
      {a.said.map((w) => (
        <div key={`${w.number}${w.level}`}>
          {`The payer says: ${w.levelName ?? `level ${w.level}`} ${w.number}`}
          {w.receivedOn ? `, received ${date(w.receivedOn)}` : ''}
          {`, ${stateWord[w.state]}`}
          {w.decidedOn ? ` ${date(w.decidedOn)}` : ''}
          {` (${moment(w.saidAt, zone)}, by its system)`}
        </div>
      ))}
    </div>
  );
};
