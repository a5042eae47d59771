import css from './reading.module.css';

const keys: readonly (readonly [string, string])[] = [
  ['u U', 'next, previous unknown'],
  ['j k', 'next, previous point'],
  ['e E', 'next, previous evidence'],
  ['y', 'take the shown suggestion'],
  ['x', 'reject it'],
  ['f', 'fact from marked words'],
  ['PgDn PgUp', 'read on, back'],
  ['[ ]', 'page'],
  ['+ - 0', 'larger, smaller, fit the width'],
  ['o', 'next document'],
  ['c', 'next change'],
  ['b', 'back to the case'],
];

/** The keys of this page, in sight while it is used. */
export const KeysLine = () => (
  <details className={css.keys}>
    <summary>Keys of this page</summary>
    <dl>
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            {key.split(' ').map((k) => (
              <kbd key={k} className={css.kbd}>
                {k}
              </kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </details>
);
