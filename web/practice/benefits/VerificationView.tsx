import '../payerFile/payerFile.css';
import type { BenefitVerification } from '@openum/domain/benefits/verification.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { date, moment } from '../../app/format.ts';
import { levelWord, money } from '../words.ts';
import { answerWord, limitWords, yearWords } from './words.ts';

const Part = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Who said it, when, and how long it is good for. */
export const SaidBy = ({ verification: v }: { readonly verification: BenefitVerification }) => {
  const { zone } = useSession();
  return (
    <div className="um-practice-quiet">
      {moment(v.verifiedAt, zone)},{' '}
      {v.fileId ? (
        <Link to="/practice/files/$fileId" params={{ fileId: v.fileId }}>
          answer of the payer’s system
        </Link>
      ) : (
        (v.spokeWith ?? 'by hand')
      )}
      {v.reference && !v.fileId ? `, reference ${v.reference}` : ''}; good through {date(v.validThrough)}
    </div>
  );
};

/** Everything that one verification says. */
export const VerificationView = ({ verification: v }: { readonly verification: BenefitVerification }) => (
  <>
    <dl className="um-practice-head">
      <Part label="Active">{answerWord[v.active]}</Part>
      {v.planName && <Part label="Plan">{v.planName}</Part>}
      {(v.coverageFrom || v.coverageTo) && (
        <Part label="Coverage">
          {v.coverageFrom ? `from ${date(v.coverageFrom)}` : ''} {v.coverageTo ? `through ${date(v.coverageTo)}` : ''}
        </Part>
      )}
      <Part label="Deductible">{yearWords(v.deductible)}</Part>
      <Part label="Most that the member pays">{yearWords(v.outOfPocket)}</Part>
      {v.carveOut && (
        <Part label="Behavioural care is managed by">
          {v.carveOut.name}
          {v.carveOut.phone ? `, ${v.carveOut.phone}` : ''}
        </Part>
      )}
    </dl>
    {v.levels.length > 0 && (
      <div className="um-practice-scroll">
        <table className="um-practice-table" data-plain data-stack>
          <thead>
            <tr>
              {['Level of care', 'Covered', 'Authorization', 'Limit', 'Member pays', 'Note'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {v.levels.map((l) => (
              <tr key={l.levelOfCare}>
                <th scope="row">{levelWord(l.levelOfCare)}</th>
                <td data-label="Covered" className={l.covered === 'no' ? 'um-practice-bad' : undefined}>
                  {answerWord[l.covered]}
                </td>
                <td data-label="Authorization">
                  {l.authorizationRequired === 'yes'
                    ? 'Needed'
                    : l.authorizationRequired === 'no'
                      ? 'Not needed'
                      : 'Not said'}
                </td>
                <td data-label="Limit">{l.limit ? limitWords(l.limit) : 'None said'}</td>
                <td data-label="Member pays">
                  {[
                    ...(l.copay === undefined ? [] : [money(l.copay)]),
                    ...(l.coinsurancePercent === undefined ? [] : [`${l.coinsurancePercent} %`]),
                  ].join(' and ') || 'Not said'}
                </td>
                <td>{l.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {v.statements && v.statements.length > 0 && (
      <details>
        <summary>What else was said</summary>
        <ul className="um-benefit-said">
          {v.statements.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ul>
      </details>
    )}
  </>
);
