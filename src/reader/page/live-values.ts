export type LiveControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The live values and boxes of controls as one text: what a script or a key sets, no attribute tells. */
export function liveValues(controls: Iterable<LiveControl>): string {
  return [...controls]
    .map((control) => ('checked' in control && control.checked ? '+' : '') + control.value)
    .join('\n');
}
