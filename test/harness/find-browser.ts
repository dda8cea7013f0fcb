import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

interface Candidates {
  /** Names the maintainer's own choice; wins when set. */
  readonly variable: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
}

const home = process.env.LOCALAPPDATA ?? '';

const candidates: Readonly<Record<BrowserName, Candidates>> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      join(home, 'Google\\Chrome\\Application\\chrome.exe'),
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
    ],
  },
};

/** The program's place on the search path, or `undefined`. */
export function onPath(command: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, command);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder; the next one may have it.
    }
  }
  return undefined;
}

/** Where the browser is, or `undefined`. `CHROME_PATH` and `FIREFOX_PATH` win over what is installed. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, commands, places } = candidates[name];
  const chosen = process.env[variable];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : undefined;
  for (const command of commands) {
    const path = onPath(command);
    if (path !== undefined) return path;
  }
  return places.find((place) => existsSync(place));
}

/** What to tell a person on whose machine the browser is missing. One line. */
export function howToGet(name: BrowserName): string {
  const { variable } = candidates[name];
  const what = name === 'chromium' ? 'Chrome, Chromium or Edge' : 'Firefox';
  return `${what} was not found: install it, or name its program in ${variable}`;
}

/** @throws when the browser is missing; the message says what to do. */
export function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path === undefined) throw new Error(howToGet(name));
  return path;
}
