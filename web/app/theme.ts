import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Notification,
  Tooltip,
} from '@mantine/core';

/** The one accent: everything that can be acted on, and nothing else. */
const petrol: MantineColorsTuple = [
  '#edf5f8',
  '#dae8ee',
  '#b5d0dc',
  '#8cb8ca',
  '#6aa4bb',
  '#4d8fa9',
  '#387c97',
  '#2a6982',
  '#1e556c',
  '#153f52',
];

const slate: MantineColorsTuple = [
  '#e4e9ec',
  '#c5cdd3',
  '#a3aeb6',
  '#7e8a93',
  '#4b5761',
  '#36414a',
  '#273139',
  '#1a2127',
  '#141a1f',
  '#0e1316',
];

const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff2f4',
  '#e3e8eb',
  '#d2d9de',
  '#b9c3ca',
  '#929ea7',
  '#6c7983',
  '#4d5963',
  '#333d45',
  '#1c252b',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 8,
  autoContrast: true,
  respectReducedMotion: true,
  colors: { petrol, dark: slate, gray },
  black: '#1c252b',
  defaultRadius: 'sm',
  fontFamily:
    "'Inter', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'Roboto', 'Helvetica Neue', 'Liberation Sans', Arial, system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 500 } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

/** The defaults of the library for quiet text are too pale for WCAG AA. */
export const cssVariables: CSSVariablesResolver = (t) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': t.colors.gray[7],
    '--mantine-color-placeholder': '#5f6b74',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': t.colors.gray[3],
  },
  dark: {
    '--mantine-color-dimmed': t.colors.dark[2],
    '--mantine-color-placeholder': t.colors.dark[2],
    '--mantine-color-error': '#ff9b93',
    '--mantine-color-anchor': t.colors.petrol?.[3] ?? t.white,
    '--mantine-color-default-border': t.colors.dark[4],
  },
});
