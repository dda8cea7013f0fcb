import catalogue from '../../../_locales/en/messages.json';
import type { TaughtField } from '../../../src/domain/taught.ts';
import { SurfaceHost } from '../../../src/guard/surface-host.ts';
import pickerStyles from '../../../src/guard/teach/picker.css?inline';
import { Picker } from '../../../src/guard/teach/picker.tsx';
import { translatorFrom } from '../../../src/messages/translator-from.ts';
import { createTeacher } from '../../../src/reader/teach/teacher.ts';
import { createTicketReader } from '../../../src/reader/ticket-reader.ts';
import kitStyles from '../../../src/ui/kit/kit.css?inline';
import tokenStyles from '../../../src/ui/kit/tokens.css?inline';
import { wordingFor } from '../../../src/ui/kit/wording.ts';

/** The picker over a ticket of made-up words after these steps: `at-size` points at an element, others are acts. */
export function showPicker(theme: 'light' | 'dark', steps: readonly string[]): void {
  const ticket = document.createElement('main');
  const [ground, ink] = theme === 'dark' ? ['#181a20', '#eaecef'] : ['#ffffff', '#1e2329'];
  ticket.style.cssText = `background:${ground};color:${ink};padding:16px;width:300px;min-height:90vh;margin-left:auto;font:13px Arial`;
  const row = (...parts: readonly (string | HTMLElement)[]) => {
    const line = document.createElement('p');
    line.append(...parts.map((part) => (typeof part === 'string' ? span(part) : part)));
    ticket.append(line);
  };
  const span = (text: string) => Object.assign(document.createElement('span'), { textContent: ` ${text} ` });
  const button = (id: string, text: string) =>
    Object.assign(document.createElement('button'), { id, textContent: text });
  const input = (id: string, value: string) => {
    const made = Object.assign(document.createElement('input'), { id, value });
    made.setAttribute('aria-label', id);
    return made;
  };
  row(button('mode', 'Pekee'), button('leverage', '20x'));
  row('Salio', Object.assign(span('2,000.00 USDT'), { id: 'available' }));
  row('Bei', input('price', '60000'), 'USDT');
  row('Kiasi', input('size', '0.25'), 'BTC');
  row(button('buy', 'Nunua'), button('sell', 'Uzago'));
  document.body.append(ticket);

  let taught: readonly TaughtField[] = [];
  const page = {
    document,
    location: () => 'https://perps.example.org/trade/BTC-USDT',
    recipes: [],
    taught: () => taught,
  };
  const host = new SurfaceHost({
    page: document,
    styles: tokenStyles + kitStyles + pickerStyles,
    mayReturn: () => true,
    restored: () => undefined,
    name: 'teach',
  });
  const picker = new Picker({
    window,
    root: host.root,
    isOurs: (element) => host.isHost(element),
    reader: createTicketReader(page),
    teacher: createTeacher({ ...page, now: () => new Date('2026-11-21T09:00:00Z') }),
    taught: () => taught,
    keep: async (kept) => {
      taught = [...taught.filter(({ name }) => name !== kept.name), kept];
      return { ok: true, value: { outcome: 'saved', sites: { 'https://perps.example.org': [...taught] } } };
    },
    wordingFor: (currency) => wordingFor(translatorFrom(catalogue), 'en-US', currency),
    close: () => undefined,
  });
  host.start(new AbortController().signal);
  picker.open(null);
  for (const step of steps) {
    const place = document.getElementById(step.replace(/^at-/, ''))?.getBoundingClientRect();
    if (!step.startsWith('at-')) picker.act(step);
    else {
      const { left = 4, top = 4, width = 0, height = 0 } = place ?? {};
      picker.onPointer(
        new PointerEvent('pointerdown', { clientX: left + width / 2, clientY: top + height / 2 }),
      );
      picker.act('point');
    }
  }
}
