import '../practice.css';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { registerQuery } from '../queries.ts';
import { levelWord, money, weekdayWords } from '../words.ts';
import { EntryList } from './EntryList.tsx';
import { NameForm } from './NameForm.tsx';
import { newProgramme, ProgrammeForm } from './ProgrammeForm.tsx';
import { Settings } from './Settings.tsx';

/** What the forms of the practice choose from, and how strict it is. */
export const RegisterPage = () => {
  const { view: session } = useSession();
  const register = useQuery(registerQuery);
  const holds = (...roles: readonly string[]) => session.user.roles.some((r) => roles.includes(r));
  const why = holds('practiceOwner', 'utilizationReviewStaff')
    ? undefined
    : 'For: utilization review staff, practice owner';
  const view = register.data;
  return (
    <Page title="Register">
      {register.isError && !view && <FailedState error={register.error} retry={() => void register.refetch()} />}
      {register.isPending && <LoadingRows label="Loading the register" rows={4} />}
      {view && (
        <div className="um-practice-columns">
          <div>
            <EntryList
              title="Programmes"
              entries={view.programmes}
              id={(p) => p.programmeId}
              why={why}
              empty="None yet. Add one before you admit a patient."
              line={(p) => (
                <div className="um-practice-quiet">
                  {levelWord(p.levelOfCare)}, {p.code}, {money(p.charge)} a day,{' '}
                  {p.weekdays?.length ? p.weekdays.map((d) => weekdayWords[d - 1]).join(', ') : 'every day'}
                </div>
              )}
              form={(p, close) => (
                <ProgrammeForm
                  entry={p ? { ...p, weekdays: p.weekdays ? [...p.weekdays] : undefined } : newProgramme}
                  close={close}
                />
              )}
            />
            <EntryList
              title="Clinicians"
              entries={view.clinicians}
              id={(c) => c.clinicianId}
              why={why}
              empty="None yet."
              line={(c) => c.npi && <div className="um-practice-quiet">NPI {c.npi}</div>}
              form={(c, close) => (
                <NameForm
                  label="Clinician"
                  path="/api/practice/clinicians"
                  entry={c ?? { name: '', active: true }}
                  npi
                  close={close}
                />
              )}
            />
          </div>
          <div>
            <EntryList
              title="Payers"
              entries={view.payers}
              id={(p) => p.payerId}
              why={why}
              empty="None yet. Add the payers of your patients."
              line={() => null}
              form={(p, close) => (
                <NameForm
                  label="Payer"
                  path="/api/practice/payers"
                  entry={p ?? { name: '', active: true }}
                  close={close}
                />
              )}
            />
            <Settings view={view} why={holds('practiceOwner') ? undefined : 'For: practice owner'} />
          </div>
        </div>
      )}
    </Page>
  );
};
