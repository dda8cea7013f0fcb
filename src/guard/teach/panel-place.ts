/** Room between the panel and the window's edge, and between it and the ticket. */
const edge = 20;
const apart = 24;

/** Beside the ticket, where there is room for it; else in the corner. On a phone the style sheet has its place. */
export function placePanel(
  panel: HTMLElement,
  about: Element | null,
  { innerWidth, innerHeight }: Window,
): void {
  const { width, height } = panel.getBoundingClientRect();
  const ticket = about?.getBoundingClientRect();
  const before = ticket === undefined ? -1 : ticket.left - width - apart;
  const behind = ticket === undefined ? innerWidth : ticket.right + apart;
  const left = before >= edge ? before : behind + width + edge <= innerWidth ? behind : undefined;
  if (ticket === undefined || left === undefined || innerWidth <= 560) {
    for (const name of ['left', 'top', 'bottom']) panel.style.removeProperty(name);
    return;
  }
  const top = Math.max(edge, Math.min(ticket.top, innerHeight - height - edge));
  panel.style.setProperty('left', `${Math.round(left)}px`);
  panel.style.setProperty('top', `${Math.round(top)}px`);
  panel.style.setProperty('bottom', 'auto');
}

/** Whether something that is not ours lies over any part of the panel. */
export function isCovered(panel: Element, page: Document, isOurs: (element: Element) => boolean): boolean {
  const box = panel.getBoundingClientRect();
  return [0.04, 0.5, 0.96].some((across) =>
    [0.1, 0.5, 0.8, 0.96].some((down) => {
      const [top] = page.elementsFromPoint(box.left + box.width * across, box.top + box.height * down);
      return top !== undefined && !isOurs(top);
    }),
  );
}
