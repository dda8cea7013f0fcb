import type { Theme } from '../../domain/settings.ts';

/** Sets a page of ours in the theme the trader chose; `auto` follows the system. */
export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}
