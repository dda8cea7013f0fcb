/** A time of day in the trader's own form, with the day where it is another one. */
export function clockTime(iso: string, locale: string, today: Date = new Date()): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'medium' }),
  }).format(at);
}

/** How long until then, as `14:20` or `2:05:09`; never below zero, rounded up to a second. */
export function timeLeft(iso: string, now: Date): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(iso) - now.getTime()) / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
