import { Button, CopyButton, Text, TextInput } from '@mantine/core';
import type { PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { MadeLink, PeerToPeerLink } from '@openum/http/contract/guest.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';
import { moment } from '../app/format.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { Warning } from '../case/Warning.tsx';
import { mailWords } from './words.ts';

const mailSentence = (mailed: MadeLink['mailed'], address: string | undefined): string => {
  if (mailed === undefined) return 'Nobody has sent it.';
  if (mailed === 'mailed') return `It was sent to ${address}.`;
  if (mailed === 'unavailable') return 'The mail server cannot be reached: hand it over yourself.';
  return `It went ${mailWords[mailed]}: hand it over yourself.`;
};

/** The clinician's way in: handed over by whoever offers the talk, or sent to the address in the offer. */
export const LinkBox = ({ p }: { readonly p: PeerToPeer }) => {
  const { view, zone } = useDesk();
  const client = useQueryClient();
  const path = `/api/cases/${encodeURIComponent(view.caseId)}/peer-to-peer-links`;
  const queryKey = ['peer-to-peer-links', view.caseId];
  const links = useQuery({ queryKey, queryFn: ({ signal }) => get<readonly PeerToPeerLink[]>(path, {}, signal) });
  const renew = () => client.invalidateQueries({ queryKey });
  const make = useMutation({
    mutationFn: (mail: boolean) => post<MadeLink>(path, { offerId: p.offerId, mail }),
    onSuccess: renew,
  });
  const revoke = useMutation({
    mutationFn: () => post(`${path}/revoke`, { offerId: p.offerId }),
    onSuccess: () => {
      make.reset();
      return renew();
    },
  });
  if (!p.to.npi) return <Text size="xs">A link for the clinician needs an NPI in the offer.</Text>;
  const link = links.data?.find((l) => l.offerId === p.offerId);
  const live = link && !link.revokedAt;
  const address = make.data && `${window.location.origin}${make.data.path}`;
  const failure = make.error ?? revoke.error;
  return (
    <div className={css.form}>
      {link?.lockedAt && !link.revokedAt && (
        <Warning title="The link is locked">
          Somebody entered a wrong NPI or date of birth too often, {moment(link.lockedAt, zone)}. Call the clinician,
          then make another link.
        </Warning>
      )}
      {address && (
        <div className="um-talk-line">
          <TextInput
            style={{ flex: 1, minInlineSize: '12rem' }}
            label="Give this link to the clinician"
            description={`It is shown once. ${mailSentence(make.data?.mailed, p.to.email)} It opens with the NPI and the member's date of birth.`}
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
      <div className="um-talk-line">
        <Button size="compact-xs" variant="default" loading={make.isPending} onClick={() => make.mutate(false)}>
          {live ? 'Make another link' : 'Make a link for the clinician'}
        </Button>
        {p.to.email && (
          <Button size="compact-xs" variant="default" loading={make.isPending} onClick={() => make.mutate(true)}>
            Mail a link to {p.to.email}
          </Button>
        )}
        {live && (
          <Button size="compact-xs" variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke the link
          </Button>
        )}
        {live && (
          <span className={css.quiet}>
            Made {moment(link.createdAt, zone)} by {link.createdBy}; ends {moment(link.expiresAt, zone)}. Another one
            ends this one.
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
