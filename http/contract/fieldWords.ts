/** Names of fields that do not read as the screens say them; every other name is read as its words. */
const words: Readonly<Record<string, string>> = {
  act: 'command',
  after: 'place in the list',
  asOf: 'day of the figures',
  base64: 'file',
  because: 'reason',
  byRule: 'decided by rule',
  callBack: 'number to call back',
  criteriaCited: 'criteria applied',
  csv: 'file',
  deniedOn: 'day of the denial',
  dueBefore: 'due before',
  duplicateOfCaseId: 'case that it repeats',
  expectedVersion: 'version of the case',
  family: 'family name',
  given: 'given name',
  id: 'identifier',
  itemSequence: 'item',
  itemSequences: 'items',
  lastCoveredOn: 'last covered day',
  leafPath: 'criterion',
  memberRationale: 'rationale for the member',
  memberReason: 'reason for the member',
  noConflictOfInterest: 'no conflict of interest',
  notifiedAt: 'when the plan was told',
  npi: 'NPI',
  on: 'day',
  qio: 'quality improvement organization',
  reasonCodes: 'decision reasons',
  reviewedRecord: 'record reviewed',
  sendTo: 'address to send to',
  sha256: 'content of the file',
  startsAt: 'start',
  endsAt: 'end',
  through: 'last day',
  from: 'first day',
  toUserId: 'to whom',
  zone: 'time zone',
  'x-guest-birth-date': 'date of birth',
  'x-guest-npi': 'NPI',
};

/** Parts of a path that only hold other fields. */
const holders: ReadonlySet<string> = new Set(['body', 'command', 'decision', 'form', 'given', 'request']);

const spoken = (name: string): string =>
  words[name] ??
  name
    .replace(/(?<=[a-z])(User)?Ids?$/, '')
    .replace(/Npi$/, ' NPI')
    .replace(/(?<=[a-z\d])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** `slots.0.startsAt` is start of slot 1. */
const ofPath = (path: string): string => {
  const parts = path.split('.').filter((p) => p !== '');
  const named: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (/^\d+$/.test(part)) {
      const list = named.pop() ?? 'entry';
      named.push(`${list.replace(/s$/, '')} ${Number(part) + 1}`);
    } else if (at === parts.length - 1 || !holders.has(part)) named.push(spoken(part));
  }
  return named.join(', ');
};

/** What the screens call a field that a message is about; texts that are words already stay as they are. */
export const fieldWord = (path: string): string =>
  path
    .split(' ')
    .map((token) => (/^[a-z][\w.-]*$/.test(token) ? ofPath(token) : token))
    .join(' ');
