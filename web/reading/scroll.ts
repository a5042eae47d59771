const slack = 4;

/** Reads on by most of what is in sight; at the end of a page, turns it. */
export const readOn = (pane: HTMLElement | null, step: 1 | -1): void => {
  if (!pane) return;
  const left = step === 1 ? pane.scrollHeight - pane.clientHeight - pane.scrollTop : pane.scrollTop;
  if (left > slack) {
    pane.scrollBy({ top: step * pane.clientHeight * 0.85 });
    return;
  }
  const turn = pane.querySelector<HTMLButtonElement>(step === 1 ? '[data-next-page]' : '[data-previous-page]');
  if (!turn || turn.disabled) return;
  turn.click();
  pane.scrollTo({ top: 0 });
};
