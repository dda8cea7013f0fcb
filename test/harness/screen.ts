import { execFileSync, spawn } from 'node:child_process';
import { onPath } from './find-browser.ts';

/** What to tell a person on whose machine they are missing. One line. */
export const howToGetScreenTools =
  'Xvfb and xdotool were not found: install them (on Debian: apt-get install xvfb xdotool)';

interface ScreenTools {
  readonly xvfb: string;
  readonly xdotool: string;
}

/** The programs that draw a screen nobody sees and press its keys, or `undefined`. */
export function findScreenTools(): ScreenTools | undefined {
  const [xvfb, xdotool] = [onPath('Xvfb'), onPath('xdotool')];
  return xvfb === undefined || xdotool === undefined ? undefined : { xvfb, xdotool };
}

/** A screen in memory, for what a headless browser has not: its own prompts. */
export interface Screen {
  /** For `LaunchOptions.display`. */
  readonly display: string;
  /** Presses a key in the window that has the focus, by its X name: `Tab`, `Return`, `Escape`. */
  key(name: string): void;
  close(): void;
}

/** @throws when the programs are missing; the message says what to do. */
export async function openScreen(): Promise<Screen> {
  const tools = findScreenTools();
  if (tools === undefined) throw new Error(howToGetScreenTools);
  const server = spawn(tools.xvfb, ['-displayfd', '3', '-screen', '0', '1300x950x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3];
  if (told === null || told === undefined) throw new Error('the screen tells no number');
  const number = await new Promise<string>((resolve, reject) => {
    told.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  const display = `:${number}`;
  return {
    display,
    key: (name) =>
      void execFileSync(tools.xdotool, ['key', name], { env: { ...process.env, DISPLAY: display } }),
    close: () => void server.kill(),
  };
}
