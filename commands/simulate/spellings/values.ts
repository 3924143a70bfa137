/** Values as senders write them. Times are milliseconds, money whole kopecks, `hours` what the salon's clocks are ahead of UTC. */
export function zoned(at: number, hours: number): string {
  return `${local(at, hours).replace(' ', 'T')}+${String(hours).padStart(2, '0')}:00`;
}

/** `2026-03-14 12:31:05` by the salon's clocks. */
export function local(at: number, hours: number): string {
  return new Date(at + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** `14.03.2026 12:31:05` by the salon's clocks. */
export function russian(at: number, hours: number): string {
  const [date = '', time = ''] = local(at, hours).split(' ');
  return `${date.split('-').reverse().join('.')} ${time}`;
}

export function seconds(at: number): number {
  return at / 1000;
}

/** `3500.50` */
export function dotted(kopecks: number): string {
  return (kopecks / 100).toFixed(2);
}

/** `3 500,50`, thousands apart by a no-break space. */
export function grouped(kopecks: number): string {
  return new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2 }).format(kopecks / 100);
}

/** `8 (916) 123-45-67` of `+79161234567`. */
export function dialled(phone: string): string {
  return phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '8 ($1) $2-$3-$4');
}

/** Of a value that may be absent. */
export function maybe<T, R>(value: T | undefined, write: (value: T) => R): R | undefined {
  return value === undefined ? undefined : write(value);
}
