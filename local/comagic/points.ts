/** What an account may spend: calls that are carried out, a minute and a day. */
export interface Tariff {
  minute: number;
  day: number;
}

/** As the documentation shows them, and a live account had. */
export const tariffs = {
  small: { minute: 60, day: 500 },
  usual: { minute: 60, day: 3000 },
  large: { minute: 200, day: 3500 },
} as const satisfies Record<string, Tariff>;

const [minute, day] = [60_000, 86_400_000];

/** Counts points by minute and day, each call one. */
export function points(now: () => Date, { minute: perMinute, day: perDay }: Tariff) {
  let used = { minute: -1, inMinute: 0, day: -1, inDay: 0 };
  const current = () => {
    const time = now().getTime();
    const [m, d] = [Math.floor(time / minute), Math.floor(time / day)];
    used = {
      minute: m,
      inMinute: used.minute === m ? used.inMinute : 0,
      day: d,
      inDay: used.day === d ? used.inDay : 0,
    };
    return {
      ...used,
      minuteReset: Math.ceil(minute - (time % minute)) / 1000,
      dayReset: Math.ceil((day - (time % day)) / 1000),
    };
  };
  return {
    areLeft: () => {
      const { inMinute, inDay } = current();
      return inMinute < perMinute && inDay < perDay;
    },
    spend: () => {
      current();
      used = { ...used, inMinute: used.inMinute + 1, inDay: used.inDay + 1 };
    },
    limits: () => {
      const { inMinute, inDay, minuteReset, dayReset } = current();
      return {
        minute_limit: perMinute,
        minute_remaining: perMinute - inMinute,
        minute_reset: Math.ceil(minuteReset),
        day_limit: perDay,
        day_remaining: perDay - inDay,
        day_reset: dayReset,
      };
    },
  };
}
