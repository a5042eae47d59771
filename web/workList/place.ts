type Place = { readonly scrollTop: number; readonly caseId: string };

const places = new Map<string, Place>();

/** Where somebody left a list to open a case, so that coming back finds the same row. Lasts as long as the page is loaded. */
export const leavePlace = (list: string, place: Place): void => {
  places.set(list, place);
};

export const takePlace = (list: string): Place | undefined => {
  const place = places.get(list);
  places.delete(list);
  return place;
};
