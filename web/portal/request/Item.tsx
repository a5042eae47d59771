import type { ServicePeriod } from '@openum/domain/case/request.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import type { OwnItem } from '@openum/http/contract/portal.ts';
import { date } from '../../app/format.ts';
import { ItemStatusBadge } from '../../app/StatusBadge.tsx';
import css from '../portal.module.css';

const days = (p: ServicePeriod): string => `${date(p.start)}${p.end ? ` to ${date(p.end)}` : ''}`;

/** One service line: what was asked for, and what was authorized. */
export const Item = ({ item, numbered }: { readonly item: OwnItem; readonly numbered: boolean }) => (
  <li className={css.item}>
    <div>
      <div>
        <b>
          {numbered && `${item.itemSequence}. `}
          {item.code}
        </b>{' '}
        {item.label}
      </div>
      <div className={css.quiet}>
        Asked for:{' '}
        {[item.quantity && quantityWords(item.quantity), item.period && days(item.period)].filter(Boolean).join(', ')}
        {item.servicingProvider && `, by ${item.servicingProvider.name}`}
      </div>
    </div>
    <div>
      <ItemStatusBadge status={item.status} />
      {item.authorized && (
        <div>
          <div>
            <span className={css.quiet}>Authorization </span>
            <span className={css.number}>{item.authorized.authorizationNumber}</span>
          </div>
          <div>
            {item.authorized.code !== item.code && `${item.authorized.code}, `}
            {item.authorized.quantity && `${quantityWords(item.authorized.quantity)}, `}
            {days(item.authorized.period)}
          </div>
        </div>
      )}
    </div>
  </li>
);
