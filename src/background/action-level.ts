import type { Level } from '../domain/verdict.ts';
import type { MessageKey } from '../messages/message-key.ts';
import { type ActionLook, showOnAction } from '../platform/action-icon.ts';
import { exclusively } from '../platform/exclusive.ts';
import { translate } from '../platform/translate.ts';

/** The level in words, and the badge that says it once more; each level also has an icon of its own shape. */
const looks: Readonly<Record<Level, { readonly title: MessageKey } & Omit<ActionLook, 'icon' | 'title'>>> = {
  ok: { title: 'level_ok', badge: '', badgeColour: '#434d60' },
  notice: { title: 'level_notice', badge: '', badgeColour: '#2f5fd0' },
  warning: { title: 'level_warning', badge: '!', badgeColour: '#8a4b00' },
  danger: { title: 'level_danger', badge: '!!', badgeColour: '#a3134f' },
  unknown: { title: 'level_unknown', badge: '?', badgeColour: '#434d60' },
};

/** Runs `work` when everything asked for before was drawn on this tab's button: the last word stays. */
export function drawingInTurn(tabId: number, work: () => Promise<void>): Promise<void> {
  return exclusively(`button-${tabId}`, work);
}

/** Puts the level of a tab's ticket on its toolbar button. Inside `drawingInTurn`. */
export function showLevel(tabId: number, level: Level): Promise<void> {
  const { title, ...look } = looks[level];
  return showOnAction(tabId, { ...look, icon: level, title: `Ringfence: ${translate(title)}` });
}

/** Takes it off again: there is no ticket, or it is not guarded. Inside `drawingInTurn`. */
export function showNoLevel(tabId: number): Promise<void> {
  return showOnAction(tabId, {
    icon: 'ringfence',
    title: translate('app_name'),
    badge: '',
    badgeColour: '#434d60',
  });
}
