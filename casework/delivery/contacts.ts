import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { ChosenWay, ContactPreference, Sending } from '@openum/domain/delivery/choose.ts';
import type { NoticeAudience } from '@openum/domain/notice/document.ts';
import type { Acting } from '../case/act.ts';
import { loadCase } from '../case/load.ts';
import type { Kept } from '../port/contacts.ts';
import { readerKey, readerOf, sendingOf } from './reader.ts';

export type ReaderContact = {
  readonly preference?: Kept<ContactPreference>;
  /** How a letter would go now. */
  readonly way: ChosenWay;
};

export type CaseContacts = Readonly<Record<NoticeAudience, ReaderContact>> & {
  readonly sending: Sending;
  /** Languages for which there are words; whether there is a text for a letter is seen when it is written. */
  readonly languages: readonly string[];
};

export const contactsOf = async ({ casework, tenant }: Acting, caseId: string): Promise<CaseContacts | Refusal> => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const of = async (audience: NoticeAudience): Promise<ReaderContact> => {
    const { preference, way } = await readerOf(casework, scope, loaded.state, audience);
    return { ...(preference ? { preference } : {}), way };
  };
  const [member, provider] = await Promise.all([of('member'), of('provider')]);
  const languages = casework.knowledge.notices.languages.map((l) => l.language);
  return { member, provider, sending: sendingOf(casework), languages };
};

export const saveContact = async (
  { casework, tenant, actor, now }: Acting,
  caseId: string,
  audience: NoticeAudience,
  preference: ContactPreference,
): Promise<Refusal | undefined> => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const no = mayNot('ReportDelivery', actor, loaded.state);
  if (no) return no;
  const key = readerKey(loaded.state, audience);
  if (key === undefined)
    return refuse('fieldInvalid', {
      field: 'provider',
      problem: 'without an NPI nothing can be kept for the provider',
    });
  if (preference.channel === 'email' && !preference.email) return refuse('fieldMissing', { field: 'email' });
  if (preference.channel === 'fax' && !preference.fax) return refuse('fieldMissing', { field: 'fax' });
  await casework.letters.contacts.savePreference(scope, audience, key, {
    ...preference,
    changedAt: now,
    changedBy: actor.name,
  });
  return undefined;
};
