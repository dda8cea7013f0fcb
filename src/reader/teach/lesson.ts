import type { TaughtField } from '../../domain/taught.ts';
import type { TicketFieldName, TicketReading } from '../../domain/ticket-reading.ts';
import { plainText } from '../page/as-written.ts';

/** A field's value as it was read. */
export type KnownField = Extract<TicketReading[TicketFieldName], { known: true }>;

/** What became of pointing at an element for a field. */
export type Lesson =
  /** It was read, and can be found again. `unit`: of the size, once that is known. */
  | {
      readonly kind: 'read';
      readonly element: Element;
      readonly field: TaughtField;
      readonly value: KnownField;
      readonly unit: KnownField | undefined;
      /** The currency printed beside it; empty where none is. */
      readonly currency: string;
    }
  /** An order button or a tab: nothing to read but its words. */
  | {
      readonly kind: 'control';
      readonly element: Element;
      readonly field: TaughtField;
      readonly words: string;
    }
  /** Read, but other ways of reading say otherwise; `field` overrules them once the trader confirms. */
  | {
      readonly kind: 'differs';
      readonly element: Element;
      readonly field: TaughtField;
      readonly value: KnownField;
      readonly unit: KnownField | undefined;
      /** What is read without him; `undefined` where that cannot be told. */
      readonly without: KnownField | undefined;
    }
  /** A word no dictionary knows, or a coin that may mean value or cost: the trader has to say. */
  | {
      readonly kind: 'ask';
      readonly element: Element;
      readonly word: string;
      readonly ask: 'mode' | 'unit' | 'quote';
    }
  /** `nothing`: no text or control of this kind there; `unreadable`: not as this field; `no-state`: the page does not
   * say which is chosen; `not-again`: it has nothing to be known by. */
  | {
      readonly kind: 'none';
      readonly why: 'nothing' | 'unreadable' | 'no-state' | 'not-again';
      readonly element: Element | null;
      readonly text: string;
    };

/** Nothing can be learnt from the element. */
export function none(
  why: Extract<Lesson, { kind: 'none' }>['why'],
  element: Element | null,
  text = '',
): Extract<Lesson, { kind: 'none' }> {
  return { kind: 'none', why, element, text: shortly(text) };
}

/** A text in one line of at most sixty characters. */
export function shortly(text: string): string {
  const line = plainText(text.replace(/\s+/g, ' ').trim());
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
