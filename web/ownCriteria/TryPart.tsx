import { Anchor, Button, TextInput } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { TriedView } from '@openum/http/contract/replay.ts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { TruthBadge } from '../app/StatusBadge.tsx';
import { itemStatusWord } from '../app/words.ts';
import { fulfilled } from '../case/criteria/leafTree.ts';
import { Failure } from '../letters/Failure.tsx';
import { asBody } from './queries.ts';

type Line = TriedView['lines'][number];

const LineTried = ({ line }: { readonly line: Line }) => {
  const { zone } = useSession();
  return (
    <section className="um-template-part" aria-label={`Line ${line.itemSequence}`}>
      <div>
        <b>
          Line {line.itemSequence}: {line.service}
        </b>
      </div>
      <div className="um-criteria-quiet">
        {line.decided
          ? `${itemStatusWord[line.decided]} on ${moment(line.asOf, zone)}; read on the facts that were known then.`
          : 'Not decided yet; read on the facts that are known now.'}
      </div>
      {line.before && (
        <div>
          Then: <TruthBadge truth={line.before.truth} /> by {line.before.name}, version {line.before.version}
        </div>
      )}
      {line.after ? (
        <>
          <div role="status">
            Now: <TruthBadge truth={line.after.truth} /> by this text
            {line.after.automatic ? '; it would approve by itself.' : '; a person decides.'}
          </div>
          <ul className="um-criteria-findings um-own-findings">
            {line.after.leaves.map((leaf) => (
              <li key={leaf.path}>
                <TruthBadge truth={fulfilled(leaf)} />
                <span>
                  <b>{leaf.label}</b> {leaf.explanation}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div role="status">
          This text is not for this line: another line of business, service, diagnosis, age, setting or state, or a rule
          that comes before it.
        </div>
      )}
    </section>
  );
};

/** The text on the screen, kept or not, read over one case of the plan. */
export const TryPart = ({ set }: { readonly set: CriteriaSet }) => {
  const [caseNumber, setCaseNumber] = useState('');
  const tried = useMutation({
    mutationFn: () => post<TriedView>('/api/own-criteria/try', { set: asBody(set), caseNumber: caseNumber.trim() }),
  });
  return (
    <section className="um-template-box um-own-part" aria-labelledby="try">
      <h2 id="try">Try it on a case</h2>
      <p>
        Reads what is on the screen over a case of the plan and shows each point. Nothing about the case changes; that
        you read it is written down.
      </p>
      <form
        className="um-template-line"
        onSubmit={(e) => {
          e.preventDefault();
          if (caseNumber.trim()) tried.mutate();
        }}
      >
        <TextInput
          label="Case number"
          placeholder="UM-…"
          value={caseNumber}
          onChange={(e) => setCaseNumber(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={tried.isPending} disabled={caseNumber.trim() === ''}>
          Read it
        </Button>
      </form>
      <Failure error={tried.error} />
      {tried.data && (
        <>
          <div>
            <Anchor
              renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: tried.data.caseId }} />}
            >
              Open case {tried.data.caseNumber}
            </Anchor>
          </div>
          {tried.data.lines.map((line) => (
            <LineTried key={line.itemSequence} line={line} />
          ))}
        </>
      )}
    </section>
  );
};
