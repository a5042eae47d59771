import { Button } from '@mantine/core';
import type { ContactsView } from '@openum/http/contract/delivery.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { ContactForm } from './ContactForm.tsx';
import { useContacts } from './queries.ts';
import { channelWord, formatWord, languageWord } from './words.ts';

const sentence = ({ preference, way }: ContactsView['member']): string =>
  [
    channelWord[way.channel],
    way.sendTo,
    way.announceTo && `and a mail to ${way.announceTo} that says so`,
    way.insteadOf && `because ${way.insteadOf}`,
    preference?.format === 'largePrint' && formatWord.largePrint.toLowerCase(),
    preference?.language && languageWord(preference.language),
  ]
    .filter(Boolean)
    .join(', ');

/** How the next letter reaches member and provider, and how they want it. */
export const ContactsBox = ({ closed }: { readonly closed: string | undefined }) => {
  const { view } = useDesk();
  const contacts = useContacts(view.caseId, view.state.version);
  const [open, setOpen] = useState<'member' | 'provider'>();
  if (!contacts.data) return null;
  return (
    <>
      {(['member', 'provider'] as const).map((audience) => (
        <div key={audience} className={css.row}>
          <div className="um-letters-line" style={{ alignItems: 'baseline' }}>
            <span>
              The next letter to the {audience}: {sentence(contacts.data[audience])}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={open === audience}
              {...(closed ? { 'data-disabled': true, 'aria-disabled': true, title: closed } : {})}
              onClick={() => !closed && setOpen(open === audience ? undefined : audience)}
            >
              Change<span className="um-hidden"> for the {audience}</span>
            </Button>
          </div>
          {open === audience && (
            <ContactForm audience={audience} contacts={contacts.data} close={() => setOpen(undefined)} />
          )}
        </div>
      ))}
    </>
  );
};
