import type { IntakeField } from '@openum/domain/suggestion/suggestion.ts';
import type { MemberHit, ProviderHit, ServiceHit } from '@openum/http/contract/request.ts';
import { get } from '../api/client.ts';
import { date } from '../app/format.ts';
import { type RequestDraft, typedDiagnosis } from '../request/form.ts';

export type Search = <T>(path: string, text: string) => Promise<readonly T[]>;

const searchRegister: Search = (path, text) => get(path, { text, limit: 12 });

export type Taken =
  | { readonly change: Partial<RequestDraft> }
  /** Why it could not be put into the form; nothing was changed. */
  | { readonly problem: string };

const member = async (number: string, search: Search): Promise<Taken> => {
  const found = (await search<MemberHit>('/api/members', number)).find((m) => m.memberNumber === number);
  return found ? { change: { member: found } } : { problem: `No member of the register has the number ${number}.` };
};

const provider = async (npi: string, search: Search): Promise<Taken> => {
  const found = (await search<ProviderHit>('/api/providers', npi)).find((p) => p.npi === npi);
  return found ? { change: { requesting: found } } : { problem: `No provider of the register has the NPI ${npi}.` };
};

const service = async (code: string, draft: RequestDraft, search: Search): Promise<Taken> => {
  if (draft.items.some((i) => i.service.code === code)) return { problem: `${code} is in the request already.` };
  const found = (await search<ServiceHit>('/api/services', code)).find((s) => s.code === code);
  return found
    ? { change: { items: [...draft.items, { service: found, units: '', start: '', end: '' }] } }
    : { problem: `The catalogue does not know ${code}.` };
};

const diagnosis = (code: string, draft: RequestDraft): Taken => {
  const typed = typedDiagnosis(code);
  if (!typed) return { problem: `${code} is no code of ICD-10-CM.` };
  return draft.diagnoses.some((d) => d.code === typed.code)
    ? { problem: `${typed.code} is in the request already.` }
    : { change: { diagnoses: [...draft.diagnoses, typed] } };
};

/** What a field that was read off a fax changes in the form that a person fills in. Registers are asked, nothing is made up. */
export const takeField = async (
  field: IntakeField,
  value: string,
  draft: RequestDraft,
  search: Search = searchRegister,
): Promise<Taken> => {
  switch (field) {
    case 'memberNumber':
      return member(value, search);
    case 'memberBirthDate':
      if (!draft.member) return { problem: 'Choose the member first; the day is then compared with the register.' };
      return draft.member.birthDate === value
        ? { change: {} }
        : { problem: `The register says ${date(draft.member.birthDate as never)}. Check the member.` };
    case 'providerNpi':
      return provider(value, search);
    case 'serviceCode':
      return service(value.toUpperCase(), draft, search);
    case 'diagnosisCode':
      return diagnosis(value, draft);
    case 'serviceStart':
      return draft.items.length === 0
        ? { problem: 'Choose the service first.' }
        : { change: { items: draft.items.map((i) => (i.start === '' ? { ...i, start: value } : i)) } };
    case 'rationale':
      return { change: { rationale: draft.rationale.trim() === '' ? value : `${draft.rationale}\n${value}` } };
    default: {
      const never: never = field;
      return never;
    }
  }
};
