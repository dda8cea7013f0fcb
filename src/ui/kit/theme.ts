import { type Theme, themes } from '../../domain/settings.ts';

const key = 'theme';

/** Sets a page of ours in the theme the trader chose; `auto` follows the system. */
export function applyTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that blocks site data blocks this too; the page then starts in the system's theme.
  }
}

/** The theme of the last page, before the settings have answered: a page must not flash in the other one. */
export function applyRememberedTheme(): void {
  try {
    const remembered = localStorage.getItem(key);
    const theme = themes.find((each) => each === remembered);
    if (theme !== undefined) applyTheme(theme);
  } catch {
    // As above.
  }
}
