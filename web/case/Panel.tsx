import { type ReactNode, useId } from 'react';
import css from './case.module.css';

type Props = {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Panels whose content draws its own rows go without padding. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

/** A named part of the case page. */
export const Panel = ({ title, aside, flush = false, children }: Props) => {
  const id = useId();
  return (
    <section className={css.panel} aria-labelledby={id}>
      <div className={css.panelHead}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {flush ? children : <div className={css.panelBody}>{children}</div>}
    </section>
  );
};
