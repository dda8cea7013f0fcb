import { describe, expect, it, vi } from 'vitest';
import { Ears } from './ears.ts';

function page() {
  const life = new AbortController();
  const window = new EventTarget();
  return { life, window, ears: new Ears(window as unknown as Window, life.signal) };
}

describe('listeners that are older than the page', () => {
  it('tell nobody while there is nobody to tell, and leave the event to the page', () => {
    const { window } = page();
    const ofThePage = vi.fn();
    window.addEventListener('click', ofThePage);
    window.dispatchEvent(new Event('click'));
    expect(ofThePage).toHaveBeenCalledTimes(1);
  });

  it('tell the guard first, whenever it came, and can keep the event from the page', () => {
    const { window, ears } = page();
    const ofThePage = vi.fn();
    window.addEventListener('click', ofThePage, { capture: true });
    ears.to = (event) => event.stopImmediatePropagation();
    window.dispatchEvent(new Event('click'));
    expect(ofThePage).not.toHaveBeenCalled();
  });

  it.each(['pointerdown', 'click', 'keydown', 'submit', 'touchend', 'pointercancel', 'dblclick', 'wheel'])(
    'hear %s once, however often they were put back',
    (type) => {
      const { window, ears } = page();
      const heard = vi.fn();
      ears.to = heard;
      ears.listen();
      window.dispatchEvent(new Event(type));
      expect(heard).toHaveBeenCalledTimes(1);
    },
  );

  it('are gone with the life they belong to', () => {
    const { life, window, ears } = page();
    const heard = vi.fn();
    ears.to = heard;
    life.abort();
    ears.listen();
    window.dispatchEvent(new Event('click'));
    expect(heard).not.toHaveBeenCalled();
  });
});
