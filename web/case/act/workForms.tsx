import { NativeSelect, Text, Textarea } from '@mantine/core';
import type { UserHit } from '@openum/http/contract/request.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { useDesk } from '../desk.ts';
import { problemText } from '../problemText.ts';
import { ActForm } from './ActForm.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useActDraft } from './useActDraft.ts';

export const ReleaseForm = () => {
  const { send } = useDesk();
  const draft = useActDraft('release', { reason: '' });
  const reason = draft.value.reason.trim();
  return (
    <ActForm
      title="Release the case"
      submitLabel="Put it back on the list"
      draft={draft}
      problems={[]}
      submit={() => send({ type: 'Release', ...(reason ? { reason } : {}) })}
    >
      <ReasonField
        value={draft.value.reason}
        change={(reason) => draft.change({ reason })}
        description="Optional; whoever takes it next reads this"
        optional
        maxLength={1000}
      />
    </ActForm>
  );
};

const reviewers = ['clinicalReviewer', 'medicalDirector'] as const;

export const AssignForm = () => {
  const { view, send } = useDesk();
  const draft = useActDraft('assign', { toUserId: '', reason: '' });
  const users = useQuery({
    queryKey: ['users', 'reviewers'],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(reviewers.map((role) => get<UserHit[]>('/api/users', { role }, signal)));
      const all = lists.flat();
      return all.filter((u, at) => all.findIndex((v) => v.userId === u.userId) === at);
    },
  });
  const others = (users.data ?? []).filter((u) => u.userId !== view.state.assignee?.userId);
  const reason = draft.value.reason.trim();
  return (
    <ActForm
      title="Assign the case"
      submitLabel="Assign"
      draft={draft}
      problems={draft.value.toUserId ? [] : ['Choose who gets the case.']}
      submit={() => send({ type: 'Assign', toUserId: draft.value.toUserId, ...(reason ? { reason } : {}) })}
    >
      <NativeSelect
        label="To"
        required
        value={draft.value.toUserId}
        onChange={(e) => draft.change({ toUserId: e.currentTarget.value })}
        data={[{ value: '', label: 'Choose' }, ...others.map((u) => ({ value: u.userId, label: u.name }))]}
        error={users.isError ? problemText(users.error) : undefined}
      />
      {view.state.assignee && (
        <Text size="xs" c="dimmed">
          Now with {view.state.assignee.name}.
        </Text>
      )}
      <ReasonField
        value={draft.value.reason}
        change={(reason) => draft.change({ reason })}
        description="Optional"
        optional
        maxLength={1000}
      />
    </ActForm>
  );
};

export const NoteForm = () => {
  const { send } = useDesk();
  const draft = useActDraft('note', { text: '' });
  return (
    <ActForm
      title="Add a note"
      submitLabel="Add to the record"
      draft={draft}
      problems={draft.value.text.trim() ? [] : ['Write the note.']}
      submit={() => send({ type: 'AddNote', text: draft.value.text.trim() })}
    >
      <Textarea
        label="Note"
        description="Stays in the record and cannot be changed or taken out"
        required
        autosize
        minRows={5}
        maxLength={10_000}
        value={draft.value.text}
        onChange={(e) => draft.change({ text: e.currentTarget.value })}
      />
    </ActForm>
  );
};
