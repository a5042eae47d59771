import { NativeSelect, Text } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { LinkBox } from '../guestLink/LinkBox.tsx';
import { useGuestLinks } from '../guestLink/useGuestLinks.ts';

/** The way in for a provider without an account to one open request for information. */
export const AskedLink = ({ requestId }: { readonly requestId: string }) => {
  const { view, actor } = useDesk();
  const { links, providers, error } = useGuestLinks(view.caseId);
  const [chosen, setChosen] = useState('');
  const why = mayNot('MakeInformationLink', actor, view.state);
  if (why)
    return (
      <Text size="xs" className={css.quiet}>
        A link for the provider: {refusalSentence(why)}
      </Text>
    );
  if (error)
    return (
      <Text size="xs" role="alert" c="var(--mantine-color-error)">
        {problemText(error)}
      </Text>
    );
  if (!providers) return null;
  const able = providers.filter((p) => p.npi !== undefined);
  const live = links.find((l) => l.about === 'information' && l.subjectId === requestId && !l.revokedAt);
  const to = able.find((p) => p.npi === (chosen || live?.toNpi)) ?? able[0];
  if (!to?.npi)
    return (
      <Text size="xs">
        No link can be made: the request names no provider with an NPI, and the NPI is what opens a link.
      </Text>
    );
  return (
    <>
      {able.length > 1 && (
        <NativeSelect
          size="xs"
          mt="xs"
          label="Who is to answer"
          value={to.npi}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={able.map((p) => ({ value: p.npi ?? '', label: `${p.name}, NPI ${p.npi}` }))}
        />
      )}
      <LinkBox
        key={to.npi}
        wish={{ about: 'information', subjectId: requestId, npi: to.npi }}
        reader={to.name}
        email={to.email}
        liveFor={live && providers.find((p) => p.npi === live.toNpi)?.name}
      />
    </>
  );
};
