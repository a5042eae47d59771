/** The lists of the page, as they stand in the address. */
export const visitLists = ['incomplete', 'inpatient', 'emergency', 'discharged', 'all'] as const;
export type VisitListName = (typeof visitLists)[number];

export const visitListWord: Record<VisitListName, string> = {
  incomplete: 'To complete',
  inpatient: 'Inpatient',
  emergency: 'Emergency',
  discharged: 'Discharged',
  all: 'All',
};

export type AdmissionSearch = {
  readonly list?: VisitListName;
  /** The entry form is open. */
  readonly enter?: '1';
};

export const readAdmissionSearch = (search: Record<string, unknown>): AdmissionSearch => {
  const list = visitLists.find((l) => l === search.list);
  return { ...(list ? { list } : {}), ...(search.enter === '1' ? { enter: '1' as const } : {}) };
};

/** The list as GET /api/visits takes it. */
export const visitQuery = (list: VisitListName): { incomplete?: '1'; phase?: string } => {
  if (list === 'all') return {};
  return list === 'incomplete' ? { incomplete: '1' } : { phase: list };
};
