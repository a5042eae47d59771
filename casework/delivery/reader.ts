import type { IssuedNotice } from '@openum/domain/case/event.ts';
import type { Case } from '@openum/domain/case/state.ts';
import {
  type ChosenWay,
  type ContactPreference,
  chooseWay,
  type DeliverySettings,
  defaultSettings,
  type Sending,
} from '@openum/domain/delivery/choose.ts';
import type { NoticeAudience } from '@openum/domain/notice/document.ts';
import type { Casework } from '../casework.ts';
import type { Kept } from '../port/contacts.ts';
import type { Scope } from '../port/scope.ts';

/** Under which key a reader's wish is kept; a provider without an NPI has none. */
export const readerKey = (c: Case, audience: NoticeAudience): string | undefined =>
  audience === 'member' ? c.request.member.memberNumber : c.request.requestingProvider.npi;

export const sendingOf = ({ mailer }: Pick<Casework, 'mailer'>): Sending => ({
  mail: mailer !== undefined,
  fax: mailer?.faxAddress !== undefined,
});

/** A reader of the letters of a case, and how letters reach them. */
export type Reader = {
  readonly preference?: Kept<ContactPreference>;
  readonly settings: DeliverySettings;
  readonly way: ChosenWay;
};

export const readerOf = async (
  casework: Casework,
  scope: Scope,
  c: Case,
  audience: NoticeAudience,
): Promise<Reader> => {
  const { contacts } = casework.letters;
  const key = readerKey(c, audience);
  const [kept, preference] = await Promise.all([
    contacts.settings(scope),
    key === undefined ? undefined : contacts.preference(scope, audience, key),
  ]);
  const settings = kept ?? defaultSettings;
  // A fax number that the request came with is as good as one that somebody typed.
  const fax = preference?.fax ?? (audience === 'provider' ? c.request.requestingProvider.fax : undefined);
  const known = { ...preference, ...(fax ? { fax } : {}) };
  return {
    ...(preference ? { preference } : {}),
    settings,
    way: chooseWay(audience, known, settings, sendingOf(casework)),
  };
};

/** What a letter to this reader has on record of how it goes. */
export const wayOnRecord = ({
  way,
  settings,
}: Reader): Pick<IssuedNotice, 'channel' | 'sendTo' | 'announceTo' | 'countsWhen'> => ({
  channel: way.channel,
  ...(way.sendTo ? { sendTo: way.sendTo } : {}),
  ...(way.announceTo ? { announceTo: way.announceTo } : {}),
  ...(settings.followMail && way.channel !== 'portal' ? { countsWhen: 'deposited' as const } : {}),
});
