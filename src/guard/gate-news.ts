import type { Side } from '../domain/account.ts';

/** What the gate has to tell the trader, on the strip. */
export type GateNews =
  | { readonly kind: 'checking' }
  /** A pass was given; `side` is what the press was about, where it told. */
  | {
      readonly kind: 'press-again';
      readonly why: 'overridden' | 'checked' | 'not-checked';
      readonly side: Side | undefined;
    }
  | { readonly kind: 'pass-used' }
  /** The ticket changed while the hold was open: the override is void. */
  | { readonly kind: 'ticket-changed' }
  /** The page pressed the button by itself. */
  | { readonly kind: 'script-stopped' }
  | { readonly kind: 'read-failed' }
  /** The page removed or hid our element; it is back. */
  | { readonly kind: 'taken-away' }
  /** A second copy of the extension guards this page too. */
  | { readonly kind: 'rival' }
  /** The trader's settings could not be loaded: what is shown goes by the defaults. */
  | { readonly kind: 'settings-lost' }
  /** What became of the wish not to be held for a while; `until` is an ISO time, empty where nothing was kept. */
  | {
      readonly kind: 'snoozed';
      readonly outcome: 'saved' | 'refused' | 'not-saved';
      readonly until: string;
    };
