import type { QueueForecast } from '@openum/domain/physician/forecast.ts';
import { useSession } from '../api/session.ts';
import { count, moment, timeLeft } from '../app/format.ts';
import { useNow } from '../app/now.ts';

/** An hour, or a day where an hour says too little. */
const pace = (perHour: number): string => {
  const whole = (n: number) => (Math.round(n * 10) / 10).toLocaleString('en-US');
  return perHour >= 1 ? `${whole(perHour)} an hour` : perHour === 0 ? 'none' : `${whole(perHour * 24)} a day`;
};

/** When the queue will miss a deadline at the present pace, or that it will not. */
export const ForecastLine = ({ forecast }: { readonly forecast: QueueForecast }) => {
  const { zone } = useSession();
  const now = useNow();
  const { breachesAt, overdue, late, waiting, neededPerHour } = forecast;
  const idle = forecast.decisionsPerHour === 0;
  const flow = `${pace(forecast.arrivalsPerHour)} came and ${pace(forecast.decisionsPerHour)} decided of late`;
  const ahead = late.filter((c) => Date.parse(c.dueAt) > now).length;
  return (
    <p className="um-forecast" data-tone={breachesAt && !idle ? 'bad' : breachesAt || overdue > 0 ? 'waiting' : 'good'}>
      <b>
        {breachesAt
          ? `${idle ? 'Unless somebody decides, the queue' : 'At this pace the queue'} misses a deadline ${moment(breachesAt, zone)} (${timeLeft(breachesAt, now)})`
          : 'At this pace every deadline ahead is kept'}
      </b>
      {'. '}
      {count(waiting, 'line')} waiting{overdue > 0 && `, ${overdue} past due`}; {flow}
      {breachesAt && ahead > 0 && `; ${count(ahead, 'case')} would be late, ${pace(neededPerHour)} would keep them all`}
      .
    </p>
  );
};
