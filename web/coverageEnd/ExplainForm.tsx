import { Text, Textarea, TextInput } from '@mantine/core';
import { openReview, standingEnds } from '@openum/domain/coverageEnd/coverageEnd.ts';
import { rationaleProblems } from '@openum/domain/determination/rationale.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import { useDesk } from '../case/desk.ts';

/** The detailed explanation that a review asks of the plan: the reason of the planned end, the rule, and the facts of this member. */
export const ExplainForm = () => {
  const { view, send } = useDesk();
  const end = standingEnds(view.state).find((e) => openReview(e));
  const review = end && openReview(end);
  const written = review?.explained;
  const start = written?.rule ?? view.coverageEnd.coverageRule;
  const draft = useActDraft('explainEnd', {
    facts: written?.facts ?? '',
    name: start?.name ?? '',
    citation: start?.citation ?? '',
    text: start?.text ?? '',
  });
  const { facts, name, citation, text } = draft.value;
  const [thin] = facts.trim() ? rationaleProblems(facts, [name]) : [];
  return (
    <ActForm
      title="Explain the end of coverage"
      submitLabel={written ? 'Send it anew' : 'Send the explanation'}
      draft={draft}
      problems={[
        ...(review ? [] : ['No review waits for an answer.']),
        ...(facts.trim() ? [] : ['Write the facts about this member.']),
        ...(thin === undefined ? [] : [`The facts do not explain enough: ${thin}.`]),
        ...(name.trim() && citation.trim() && text.trim() ? [] : ['Name the rule, where it stands, and what it says.']),
      ]}
      submit={async () => {
        if (review)
          await send({
            type: 'ExplainCoverageEnd',
            reviewId: review.reviewId,
            facts: facts.trim(),
            rule: { name: name.trim(), citation: citation.trim(), text: text.trim() },
          });
      }}
    >
      <Text size="sm">
        A letter to the member goes out at once. It goes with the form of CMS (CMS-10124 for non-coverage, CMS-10066 for
        a discharge) and does not replace it: record that notice when it was handed over.
      </Text>
      {end && (
        <Text size="sm">
          <b>Reason given to the member:</b> {end.memberReason}
        </Text>
      )}
      <Textarea
        label="Facts about this member"
        description="In plain words: what is known of the illness and the care, so that the member can see why the rule fits"
        required
        autosize
        minRows={4}
        maxLength={8000}
        value={facts}
        onChange={(e) => draft.change({ facts: e.currentTarget.value })}
      />
      <TextInput
        label="Rule"
        required
        maxLength={300}
        value={name}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <TextInput
        label="Where it stands"
        required
        maxLength={300}
        value={citation}
        onChange={(e) => draft.change({ citation: e.currentTarget.value })}
      />
      <Textarea
        label="What it says, in plain words"
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={text}
        onChange={(e) => draft.change({ text: e.currentTarget.value })}
      />
    </ActForm>
  );
};
