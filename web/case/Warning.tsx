import type { ReactNode } from 'react';
import css from './case.module.css';

type Props = { readonly title: string; readonly children: ReactNode };

/** Something to weigh before going on; it forbids nothing. */
export const Warning = ({ title, children }: Props) => (
  <div className={css.callout} data-tone="waiting">
    <b>{title}</b>
    <div>{children}</div>
  </div>
);
