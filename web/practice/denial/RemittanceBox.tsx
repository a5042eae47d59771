import { Alert, Button, Checkbox, FileButton } from '@mantine/core';
import type { AppliedClaim, PlannedClaim, RemittanceAnswer } from '@openum/http/contract/practice/denial.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { count, date } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { money } from '../words.ts';
import { applyRemittance, previewRemittance } from './queries.ts';
import { claimStandingWord } from './words.ts';

type Row = PlannedClaim & Partial<Pick<AppliedClaim, 'done' | 'refusal'>>;
type Claim = RemittanceAnswer<Row>['payments'][number]['claims'][number];

const shownProblems = 20;

const what = (c: Claim): string => {
  if (c.done) return 'Recorded';
  return c.refusal ? `Not recorded: ${c.refusal.code}` : claimStandingWord[c.standing];
};

/** An 835 file: first what it would change, then the change. */
export const RemittanceBox = () => {
  const client = useQueryClient();
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>();
  const [despite, setDespite] = useState<readonly number[]>([]);
  const preview = useMutation({ mutationFn: previewRemittance });
  const apply = useMutation({
    mutationFn: (text: string) => applyRemittance(text, despite),
    onSuccess: () => client.invalidateQueries({ queryKey: ['practice'] }),
  });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const text = await chosen.text();
    setFile({ name: chosen.name, text });
    setDespite([]);
    apply.reset();
    preview.mutate(text);
  };
  const answer: RemittanceAnswer<Row> | undefined = apply.data ?? preview.data;
  const claims = answer?.payments.flatMap((p) => p.claims) ?? [];
  const taken = claims.filter(
    (c) => c.standing === 'ready' && (c.problems.length === 0 || despite.includes(c.position)),
  );
  const error = apply.error ?? preview.error;
  return (
    <Panel title="Read a remittance in (835)">
      <div className="um-practice-actions">
        <FileButton onChange={(f) => void choose(f)} accept=".835,.edi,.x12,.txt,text/plain">
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={preview.isPending}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <span className="um-practice-quiet">{file?.name ?? 'You see first what it would change.'}</span>
      </div>
      {error && (
        <Alert color="red" role="alert" variant="light">
          {error instanceof ApiProblem ? error.message : 'The file could not be sent. Try again.'}
        </Alert>
      )}
      {answer && answer.problems.length > 0 && (
        <Alert color="orange" variant="light" title={count(answer.problems.length, 'problem')}>
          <ul className="um-denial-grounds">
            {answer.problems.slice(0, shownProblems).map((p) => (
              <li key={`${p.position} ${p.text}`}>{p.text}</li>
            ))}
          </ul>
        </Alert>
      )}
      {answer?.payments.map((p) => (
        <div key={p.traceNumber} className="um-practice-scroll">
          <p>{`${p.payerName}, ${money(p.amount)} on ${date(p.paidOn as never)}, trace ${p.traceNumber}`}</p>
          <table className="um-practice-table" data-plain>
            <thead>
              <tr>
                {['Claim', 'Charged', 'Paid', 'Denied', ''].map((h) => (
                  <th key={h} scope="col">
                    {h === '' ? 'What becomes of it' : h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {p.claims.map((c) => (
                <tr key={c.position}>
                  <td>
                    {c.claimId}
                    <div className="um-practice-quiet">{c.patientName}</div>
                  </td>
                  <td>{money(c.charge)}</td>
                  <td>{money(c.paid)}</td>
                  <td className={c.denied > 0 ? 'um-practice-bad' : undefined}>{money(c.denied)}</td>
                  <td>
                    {what(c)}
                    {c.problems.map((t) => (
                      <div key={t} className="um-practice-quiet">
                        {t}
                      </div>
                    ))}
                    {c.standing === 'ready' && c.problems.length > 0 && !apply.data && (
                      <Checkbox
                        size="xs"
                        label="Take it all the same"
                        checked={despite.includes(c.position)}
                        onChange={(e) =>
                          setDespite(
                            e.currentTarget.checked
                              ? [...despite, c.position]
                              : despite.filter((n) => n !== c.position),
                          )
                        }
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      {file && answer && !apply.data && (
        <div className="um-practice-actions um-denial-after">
          <Button
            size="xs"
            loading={apply.isPending}
            disabled={taken.length === 0}
            title={taken.length === 0 ? 'Nothing in this file is still to be recorded' : undefined}
            onClick={() => apply.mutate(file.text)}
          >
            {`Record ${count(taken.length, 'claim')}`}
          </Button>
        </div>
      )}
    </Panel>
  );
};
