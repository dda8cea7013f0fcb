import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Labels } from './label-id.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** Every language of the dictionary, by its tag. */
export const languages: Readonly<Record<string, Labels>> = {
  en,
  de,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
  ja,
  ko,
  ru,
  uk,
  tr,
  vi,
  id,
  es,
  pt,
  fr,
  it,
  nl,
  pl,
  ar,
  fa,
  he,
};
