const attribute = 'data-mantine-color-scheme';

/** Paper is white: what is printed stands in the light colours, whatever the screen shows. */
export const printInLight = (root: HTMLElement): void => {
  let onScreen: string | null = null;
  window.addEventListener('beforeprint', () => {
    onScreen = root.getAttribute(attribute);
    root.setAttribute(attribute, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (onScreen !== null) root.setAttribute(attribute, onScreen);
  });
};
