import type { MemberHit, ProviderHit } from '@openum/http/contract/request.ts';
import { date } from '../app/format.ts';
import { lineOfBusinessWord } from '../app/words.ts';
import { fieldId, requestWords, type SectionProps, type WhoWords } from './parts.ts';
import css from './request.module.css';
import { SearchField } from './SearchField.tsx';

const memberText = (m: MemberHit): string => `${m.name}, ${date(m.birthDate as never)}, ${m.memberNumber}`;
const providerText = (p: ProviderHit): string => `${p.name}, NPI ${p.npi}`;

const showProvider = (p: ProviderHit) => (
  <>
    {p.name}
    <div className={css.quiet}>
      NPI {p.npi}
      {p.specialty && `, ${p.specialty}`}
    </div>
  </>
);

/** Member and providers, chosen from the registers. */
export const WhoSection = ({
  draft,
  change,
  error,
  words = requestWords,
}: SectionProps & { readonly words?: WhoWords }) => (
  <section className={css.section} aria-labelledby="who">
    <h2 id="who">{words.title}</h2>
    <SearchField<MemberHit>
      id={fieldId('memberId')}
      label="Member"
      required
      placeholder="Family name or member number"
      path="/api/members"
      error={error('memberId')}
      keyOf={(m) => m.memberId}
      show={(m) => (
        <>
          {memberText(m)}
          <div className={css.quiet}>
            {m.planName}, {lineOfBusinessWord[m.lineOfBusiness]}
          </div>
        </>
      )}
      chosen={draft.member ? memberText(draft.member) : ''}
      pick={(member) => change({ member })}
      clear={() => change({ member: null })}
    />
    {draft.member && (
      <div className={css.quiet}>
        {draft.member.planName}, {lineOfBusinessWord[draft.member.lineOfBusiness]}
        {draft.member.state && `, ${draft.member.state}`}
      </div>
    )}
    <div className={css.two}>
      <SearchField<ProviderHit>
        id={fieldId('requestingProviderNpi')}
        label={words.requesting}
        required
        placeholder="Name or NPI"
        path="/api/providers"
        error={error('requestingProviderNpi')}
        keyOf={(p) => p.npi}
        show={showProvider}
        chosen={draft.requesting ? providerText(draft.requesting) : ''}
        pick={(requesting) => change({ requesting })}
        clear={() => change({ requesting: null })}
      />
      <SearchField<ProviderHit>
        id={fieldId('servicingProviderNpi')}
        label={words.servicing}
        placeholder={words.servicingHint}
        path="/api/providers"
        error={error('servicingProviderNpi')}
        keyOf={(p) => p.npi}
        show={showProvider}
        chosen={draft.servicing ? providerText(draft.servicing) : ''}
        pick={(servicing) => change({ servicing })}
        clear={() => change({ servicing: null })}
      />
    </div>
  </section>
);
