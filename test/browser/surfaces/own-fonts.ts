import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Styles that the surfaces ask for none of, and that a browser might take for one they do. */
const leftOut = ['Condensed', 'ExtraLight', 'MathTeXGyre', 'Oblique', 'Italic'];
const faces = { 'system-ui': 'DejaVu Sans', 'sans-serif': 'DejaVu Sans', monospace: 'DejaVu Sans Mono' };

/**
 * Variables under which a browser on Linux draws with the fonts of a package, whatever the machine has: pictures can only
 * be held against others of the same fonts. On other systems they change nothing.
 */
export function ownFonts(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url);
  const fonts = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  const folder = fileURLToPath(new URL('../../../node_modules/.cache/ringfence/fonts', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  const rejected = leftOut.map((style) => `<glob>*/DejaVu*${style}*</glob>`).join('');
  const aliases = Object.entries(faces).map(
    ([asked, face]) =>
      `<alias binding="same"><family>${asked}</family><prefer><family>${face}</family></prefer></alias>`,
  );
  const drawn = {
    antialias: '<bool>true</bool>',
    hintstyle: '<const>hintnone</const>',
    rgba: '<const>none</const>',
  };
  const edits = Object.entries(drawn).map(
    ([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`,
  );
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir>
<selectfont><rejectfont>${rejected}</rejectfont></selectfont>
${aliases.join('\n')}
<match target="font">${edits.join('')}</match></fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
