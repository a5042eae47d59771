/** The practice in which this tab works, where it is not the own one. Another tab may be in another practice. */
const key = 'openum.practice';
const home = 'home';

const chosenPractice = (): string | undefined => sessionStorage.getItem(key) ?? undefined;

export const leavePractice = (): void => sessionStorage.removeItem(key);

/**
 * An address that opens in a practice, or at home. It is followed by loading the page anew, so that nothing that one practice showed
 * is still there in the next.
 */
export const addressIn = (path: string, practice: string | undefined): string =>
  `${path}${path.includes('?') ? '&' : '?'}at=${encodeURIComponent(practice ?? home)}`;

/** Takes the practice out of the address with which the tab was opened. */
export const takePracticeFromAddress = (): void => {
  const address = new URL(window.location.href);
  const at = address.searchParams.get('at');
  if (at === null) return;
  address.searchParams.delete('at');
  window.history.replaceState(null, '', address);
  if (at === home) leavePractice();
  else sessionStorage.setItem(key, at);
};

/** Names it to the server with each call. */
export const practiceHeaders = (): Record<string, string> => {
  const practice = chosenPractice();
  return practice === undefined ? {} : { 'x-openum-practice': practice };
};

/** The address of a file of the practice in which this tab works: the browser fetches it without our headers. */
export const fileOfPractice = (path: string): string => {
  const practice = chosenPractice();
  return practice === undefined
    ? path
    : `${path}${path.includes('?') ? '&' : '?'}practice=${encodeURIComponent(practice)}`;
};
