import { useMemo } from 'react';
import { useCabinet } from './cabinet.tsx';
import { locales, useLanguage } from './language.tsx';
import { instantOf } from './local-time.ts';

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** A date in one line: only its time may stand in the next. */
function whole(text: string): string {
  return text.replaceAll(/(?<!,) /g, '\u00a0');
}

/** Dates and times as people of the account read them: in its zone, in the language of the page. */
export function useFormat() {
  const { language, words } = useLanguage();
  const timeZone = useCabinet().me.account?.timezone ?? 'Europe/Moscow';
  return useMemo(() => {
    const locale = locales[language];
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    // In English 11/12/2026 is read in two ways.
    const dateStyle = language === 'en' ? 'medium' : 'short';
    const short = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone });
    const brief = new Intl.DateTimeFormat(locale, {
      day: '2-digit',
      month: language === 'en' ? 'short' : '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
    const second = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
    const number = new Intl.NumberFormat(locale);
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const amount = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
    const sums = new Map<string, Intl.NumberFormat>();
    const sumIn = (currency: string) => {
      const known =
        sums.get(currency) ??
        new Intl.NumberFormat(locale, { style: 'currency', currencyDisplay: 'narrowSymbol', currency });
      sums.set(currency, known);
      return known;
    };
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
    // Its form is that of ISO 8601.
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone });
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const dateOf = (instant: string) => whole(date.format(new Date(instant)));
    return {
      moment: (instant: string) => whole(moment.format(new Date(instant))),
      /** As short as it can be read in one way, for columns. */
      short: (instant: string) => short.format(new Date(instant)),
      /** Without the year, where there is no room for it. */
      brief: (instant: string) => brief.format(new Date(instant)),
      second: (instant: string) => whole(second.format(new Date(instant))),
      number: (value: number) => number.format(value),
      /** Of kopecks, in whichever currency. */
      amount: (kopecks: number) => amount.format(kopecks / 100),
      /** Of 0 to 1. */
      share: (part: number) => share.format(part),
      /** Of kopecks. */
      money: (kopecks: number, currency: string) => sumIn(currency).format(kopecks / 100),
      /** The day of an instant by the account's clocks: `2026-03-14`. */
      day: (instant: string) => day.format(new Date(instant)),
      /** The instant of a local time (`2026-03-14T15:30`) by the account's clocks; undefined: it is no such time. */
      instantOf: (local: string) => instantOf(local, timeZone),
      date: dateOf,
      /** Within a week as a distance from now, else the date. */
      ago: (instant: string) => {
        const distance = Date.now() - Date.parse(instant);
        if (distance > 7 * units[0][1]) return dateOf(instant);
        const [unit, size] = units.find(([, length]) => distance >= length) ?? [];
        if (unit === undefined) return words.justNow;
        return whole(relative.format(-Math.floor(distance / size), unit));
      },
    };
  }, [language, timeZone, words]);
}
