/** Whether an event went to an element. By what it says of itself, not by class: an element of a frame has other classes. */
export function isElement(target: EventTarget | undefined): target is Element {
  return target !== undefined && 'nodeType' in target && target.nodeType === 1;
}
