import { readFileSync, statSync } from 'node:fs';

/** A call that cannot be met as it is; its message is for the person who made it. */
export class BadCall extends Error {}

/** The text of a saved page. @throws BadCall where the file is none. */
export function pageText(file: string): string {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry === undefined || !entry.isFile()) throw new BadCall(`${file}: no such file`);
  const html = readFileSync(file, 'utf8');
  if (!/<(?:!doctype|html|head|body|div|form|main)\b/i.test(html)) {
    throw new BadCall(`${file}: this is not a saved HTML page`);
  }
  return html;
}

/** A name in the address would pass for the host that is granted. @throws BadCall where the text is no web address. */
export function webAddress(text: string): string {
  if (!URL.canParse(text) || new URL(text).username !== '' || !/^https?:$/.test(new URL(text).protocol)) {
    throw new BadCall(
      `--url ${text}: expected a web address such as https://www.example.com/futures/BTCUSDT`,
    );
  }
  return text;
}

/** @throws BadCall where the text is no size such as `1600x1000`. */
export function viewportOf(text = '1600x1000'): string {
  if (!/^\d{3,4}x\d{3,4}$/.test(text))
    throw new BadCall(`--viewport ${text}: expected WIDTHxHEIGHT, e.g. 1600x1000`);
  return text;
}
