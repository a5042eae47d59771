import type { QueueForecast } from '@openum/domain/physician/forecast.ts';
import { useSession } from '../api/session.ts';
import { count, moment, timeLeft } from '../app/format.ts';
import { useNow } from '../app/now.ts';

const perHour = (n: number): string => (Math.round(n * 10) / 10).toLocaleString('en-US');

/** When the queue will miss a deadline at the present pace, or that it will not. */
export const ForecastLine = ({ forecast }: { readonly forecast: QueueForecast }) => {
  const { zone } = useSession();
  const now = useNow();
  const { breachesAt, overdue, late, waiting, neededPerHour } = forecast;
  const pace = `${perHour(forecast.arrivalsPerHour)} come and ${perHour(forecast.decisionsPerHour)} are decided an hour`;
  const ahead = late.filter((c) => Date.parse(c.dueAt) > now).length;
  return (
    <p className="um-forecast" data-tone={breachesAt ? 'bad' : overdue > 0 ? 'waiting' : 'good'}>
      <b>
        {breachesAt
          ? `At this pace the queue misses a deadline ${moment(breachesAt, zone)} (${timeLeft(breachesAt, now)})`
          : 'At this pace every deadline ahead is kept'}
      </b>
      {'. '}
      {count(waiting, 'line')} waiting{overdue > 0 && `, ${overdue} past due`}; {pace}
      {breachesAt &&
        ahead > 0 &&
        `; ${count(ahead, 'case')} would be late, ${perHour(neededPerHour)} an hour would keep them all`}
      .
    </p>
  );
};
