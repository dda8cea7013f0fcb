/**
 * Everything a page could hear of what is done on our surfaces. All of it is stopped at the window, before the page's
 * first listener, and dealt with here: a page can neither read along nor forge an act.
 */
export const heardEvents = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointercancel',
  'pointerover',
  'pointerout',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'wheel',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'focus',
  'blur',
  'focusin',
  'focusout',
  'copy',
  'cut',
  'paste',
  'select',
  'selectstart',
  'dragstart',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;

/** What of the page's comes into the top layer after us. Never one of ours: these events stay in their own tree. */
export const overtakingEvents = ['toggle', 'fullscreenchange'] as const;

export const passiveEvents: ReadonlySet<string> = new Set(['touchstart', 'touchmove', 'wheel']);
