import { Button, CopyButton, Text, TextInput } from '@mantine/core';
import type { MadeLink, NewLinkBody } from '@openum/http/contract/guestLink.ts';
import { useMutation } from '@tanstack/react-query';
import { post } from '../api/client.ts';
import { moment } from '../app/format.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { Warning } from '../case/Warning.tsx';
import './guest.css';
import { linksPath, useGuestLinks } from './useGuestLinks.ts';
import { linkMailWords } from './words.ts';

const mailSentence = (mailed: MadeLink['mailed'], address: string | undefined): string => {
  if (mailed === undefined) return 'Nobody has sent it.';
  if (mailed === 'mailed') return `It was sent to ${address}.`;
  if (mailed === 'unavailable') return 'The mail server cannot be reached: hand it over yourself.';
  return `It went ${linkMailWords[mailed]}: hand it over yourself.`;
};

type Props = {
  readonly wish: NewLinkBody;
  /** Who gets it, as "the clinician". */
  readonly reader: string;
  readonly email: string | undefined;
  /** Whom the link that is there now is for, where that may be another. */
  readonly liveFor?: string | undefined;
};

/** The way in for a clinician without an account: handed over by whoever makes it, or sent to an address on file. */
export const LinkBox = ({ wish, reader, email, liveFor }: Props) => {
  const { view, zone } = useDesk();
  const { links, renew } = useGuestLinks(view.caseId);
  const path = linksPath(view.caseId);
  const { about, subjectId } = wish;
  const make = useMutation({
    mutationFn: (mail: boolean) => post<MadeLink>(path, { ...wish, mail } satisfies NewLinkBody),
    onSuccess: renew,
  });
  const revoke = useMutation({
    mutationFn: () => post(`${path}/revoke`, { about, subjectId }),
    onSuccess: () => {
      make.reset();
      return renew();
    },
  });
  const link = links.find((l) => l.about === about && l.subjectId === subjectId);
  const live = link && !link.revokedAt;
  const address = make.data && `${window.location.origin}${make.data.path}`;
  const failure = make.error ?? revoke.error;
  return (
    <div className={css.form}>
      {link?.lockedAt && !link.revokedAt && (
        <Warning title="The link is locked">
          Somebody entered a wrong NPI or date of birth too often, {moment(link.lockedAt, zone)}. Call {reader}, then
          make another link.
        </Warning>
      )}
      {address && (
        <div className="um-link-line um-link-made">
          <TextInput
            style={{ flex: 1, minInlineSize: '12rem' }}
            label={`Give this link to ${reader}`}
            description={`It is shown once. ${mailSentence(make.data?.mailed, email)} It opens with the NPI and the member's date of birth.`}
            readOnly
            value={address}
            onFocus={(e) => e.currentTarget.select()}
          />
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
      <div className="um-link-line">
        <Button size="compact-xs" variant="default" loading={make.isPending} onClick={() => make.mutate(false)}>
          {live ? 'Make another link' : `Make a link for ${reader}`}
        </Button>
        {email && (
          <Button size="compact-xs" variant="default" loading={make.isPending} onClick={() => make.mutate(true)}>
            Mail a link to {email}
          </Button>
        )}
        {live && (
          <Button size="compact-xs" variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke the link
          </Button>
        )}
        {live && (
          <span className={css.quiet}>
            Made {liveFor && `for ${liveFor} `}
            {moment(link.createdAt, zone)} by {link.createdBy}; ends {moment(link.expiresAt, zone)}. Another one ends
            this one.
          </span>
        )}
      </div>
      {failure && (
        <Text size="xs" role="alert" c="var(--mantine-color-error)">
          {problemText(failure)}
        </Text>
      )}
    </div>
  );
};
