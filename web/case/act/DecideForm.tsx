import { Button, Checkbox } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { demandedOfferProblem } from '@openum/domain/peerToPeer/guard.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { ReasonHit } from '@openum/http/contract/request.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { Held } from '../../peerToPeer/PeerToPeerPanel.tsx';
import { useDesk } from '../desk.ts';
import { Warning } from '../Warning.tsx';
import { ActForm } from './ActForm.tsx';
import { DecisionItem } from './DecisionItem.tsx';
import { type DecisionDraft, decisionBody, decisionDraft, rowsNow } from './decisionDraft.ts';
import { decisionProblems } from './decisionProblems.ts';
import { EvidenceToOpen } from './EvidenceToOpen.tsx';
import { LetterPreview } from './LetterPreview.tsx';
import { useActDraft } from './useActDraft.ts';

type Typed = {
  readonly decisions: readonly DecisionDraft[];
  readonly noConflictOfInterest: boolean;
  readonly reviewedRecord: boolean;
};

const named = (itemSequence: number | undefined, message: string): string =>
  itemSequence === undefined || message.startsWith('Item ') ? message : `Item ${itemSequence}: ${message}`;

export const DecideForm = () => {
  const { view, actor, send } = useDesk();
  const draft = useActDraft<Typed>('decide', {
    decisions: [],
    noConflictOfInterest: false,
    reviewedRecord: false,
  });
  const [tried, setTried] = useState(false);
  const reasons = useQuery({
    queryKey: ['decision-reasons'],
    queryFn: ({ signal }) => get<ReasonHit[]>('/api/decision-reasons', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { noConflictOfInterest, reviewedRecord } = draft.value;
  const open = openItems(view.state);
  const here = rowsNow(draft.value.decisions, view.proposed, decisionDraft);
  const attestation = { noConflictOfInterest, reviewedRecord };
  const problems = decisionProblems(view, actor, view.now as Instant, here, attestation);
  const bodies = here.flatMap((d) => decisionBody(d) ?? []);
  const adverse = bodies.some((b) => b.outcome !== 'approved');
  const unqualified = problems.find((p) => p.field === 'qualification');
  const talksAwaited = open.flatMap((i) => {
    const no = demandedOfferProblem(view.state, i.sequence, view.peerToPeer.demand, view.now as Instant);
    return no ? [refusalSentence(no)] : [];
  });
  const change = (n: number, part: Partial<DecisionDraft>) =>
    draft.change({ decisions: here.map((d) => (d.itemSequence === n ? { ...d, ...part } : d)) });
  return (
    <ActForm
      title="Physician decision"
      submitLabel={bodies.length === 1 ? 'Decide 1 item' : `Decide ${bodies.length} items`}
      danger={adverse}
      draft={draft}
      problems={[...new Set(problems.map((p) => named(p.itemSequence, p.message)))]}
      onTried={() => setTried(true)}
      submit={() => send({ type: 'DetermineItems', decisions: bodies, attestation })}
    >
      {unqualified && (
        <Warning title="You may approve, but not decide against the request">
          {unqualified.message} {view.reviewerRequirement.citation}
        </Warning>
      )}
      {talksAwaited.length > 0 && (
        <Warning title="You may approve, but not yet decide against the request">{talksAwaited.join(' ')}</Warning>
      )}
      {view.state.peerToPeer.flatMap((p) => (p.held ? [<Held key={p.offerId} held={p.held} />] : []))}
      <EvidenceToOpen />
      {here.map((d) => (
        <DecisionItem
          key={d.itemSequence}
          value={d}
          item={open.find((i) => i.sequence === d.itemSequence)}
          change={(part) => change(d.itemSequence, part)}
          reasons={reasons.data ?? []}
          problems={problems.filter((p) => p.itemSequence === d.itemSequence)}
          tried={tried}
        />
      ))}
      <Checkbox
        label="I have no conflict of interest in this case."
        checked={noConflictOfInterest}
        onChange={(e) => draft.change({ noConflictOfInterest: e.currentTarget.checked })}
      />
      <Checkbox
        label="I reviewed the record."
        checked={reviewedRecord}
        onChange={(e) => draft.change({ reviewedRecord: e.currentTarget.checked })}
      />
      {bodies.length > 0 ? (
        <LetterPreview decisions={bodies} />
      ) : (
        <Button variant="default" data-disabled aria-disabled style={{ justifySelf: 'start' }}>
          Preview the letters (choose an outcome first)
        </Button>
      )}
    </ActForm>
  );
};
