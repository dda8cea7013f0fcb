const longest = 48;

/**
 * A stored value in a few characters, for a notice. Lists and objects show only that they are one: a broken store may
 * hold anything, of any size. `bare` leaves the quotes of a text away.
 */
export function shown(value: unknown, quotes: 'quoted' | 'bare' = 'quoted'): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}';
  if (typeof value !== 'string') return String(value);
  const short = value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
  const line = short.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
  return quotes === 'bare' ? line : `“${line}”`;
}
