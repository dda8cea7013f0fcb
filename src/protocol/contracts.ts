import * as v from 'valibot';
import { holdOutcomes } from '../domain/log-entry.ts';
import { ownPages } from '../domain/own-page.ts';
import { snoozeSpans } from '../domain/snooze.ts';
import { isStripPlace, type StripPlace } from '../domain/strip-place.ts';
import { taughtNames } from '../domain/taught.ts';
import { lastReadsSchema } from './last-read-schema.ts';
import { entryId, holdRatesSchema, loadedLogSchema, logOutcomeSchema } from './log-schemas.ts';
import {
  amountSchema,
  assessmentSchema,
  marginModeSchema,
  readingSchema,
  ticketStateSchema,
} from './schemas.ts';
import {
  changeOutcomeSchema,
  defaultsSchema,
  loadedSettingsSchema,
  ruleOptionsSchema,
  settingChange,
  settingChanges,
  settingPlace,
} from './settings-schemas.ts';
import {
  taughtFieldSchema,
  taughtFieldsSchema,
  taughtOutcomeSchema,
  taughtSitesSchema,
} from './taught-schemas.ts';

/** Who may send: a page script in a tab, a page of the extension itself. */
export type SenderRole = 'content' | 'extension-page';
/** Who answers. */
export type Receiver = 'worker' | 'content';

interface Contract {
  readonly senders: readonly SenderRole[];
  readonly receiver: Receiver;
  readonly request: v.GenericSchema;
  readonly reply: v.GenericSchema;
  /** The sender stops waiting after this; a dead or wedged worker must not leave a press undecided. */
  readonly deadlineMs: number;
  /**
   * Sends the same request once more after this pause. Only for requests that change nothing: a worker that is being
   * stopped loses what reaches it, and waiting out the deadline would leave the trader without a verdict that long.
   */
  readonly resendAfterMs?: number;
}

/** What the gate does by itself, without asking anybody, when no verdict is at hand. */
const gatePolicy = v.object({
  whenUnchecked: v.picklist(['notice', 'hold-once']),
  /** The trader's settings could not be loaded: all of it goes by the defaults. */
  isDefault: v.exactOptional(v.boolean()),
});

const stripPlace = v.custom<StripPlace>(isStripPlace);

/** The one map of messages. Both ends validate what they receive against it, in the shipped build too. */
export const contracts = {
  /**
   * A reading goes in, what it means in money and how bad that is comes out. `earlierMode`: the mode this symbol's ticket
   * had before in the page's life, where it had another, and `earlierLeverage` its leverage then.
   */
  'assess-ticket': {
    senders: ['content', 'extension-page'],
    receiver: 'worker',
    request: v.object({
      reading: readingSchema,
      earlierMode: v.exactOptional(v.nullable(marginModeSchema)),
      earlierLeverage: v.exactOptional(v.nullable(amountSchema)),
    }),
    reply: v.object({ assessment: assessmentSchema, policy: gatePolicy }),
    deadlineMs: 800,
    resendAfterMs: 300,
  },
  /** What the page script of a tab reads right now. */
  'read-ticket': {
    senders: ['extension-page'],
    receiver: 'content',
    request: v.object({}),
    reply: ticketStateSchema,
    deadlineMs: 800,
  },
  /** How the page of a tab is read, as text without figures for a bug report. */
  'report-page': {
    senders: ['extension-page'],
    receiver: 'content',
    request: v.object({}),
    reply: v.object({ report: v.pipe(v.string(), v.maxLength(200_000)) }),
    deadlineMs: 2_000,
  },
  /** Brings the registered page scripts in line with the hosts granted; answers with the guarded origins. */
  'sync-sites': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ origins: v.array(v.string()) }),
    deadlineMs: 5_000,
  },
  /** Hosts changed: a page script whose page is no longer among them stops at once. */
  'grants-changed': {
    senders: ['extension-page'],
    receiver: 'content',
    request: v.object({ origins: v.array(v.string()) }),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** The settings in force, what had to be reset, and the rules as the settings page offers them. */
  'read-settings': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ loaded: loadedSettingsSchema, defaults: defaultsSchema, rules: ruleOptionsSchema }),
    deadlineMs: 5_000,
    resendAfterMs: 800,
  },
  /** Changes one setting. The worker is the settings' only writer. */
  'change-setting': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: settingChange,
    reply: changeOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** Changes several settings as one step, as after looking through a file or before a reset. */
  'change-settings': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: settingChanges,
    reply: changeOutcomeSchema,
    deadlineMs: 5_000,
  },
  /** Takes back a loosening change that waits. */
  'cancel-pending': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: settingPlace,
    reply: changeOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** Asks for a guard to be switched off, which waits as every loosening does. */
  'ask-to-unguard': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({ pattern: v.pipe(v.string(), v.maxLength(200)) }),
    reply: changeOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** The trader goes on with this version's settings in place of a newer one's. */
  'replace-newer-settings': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: changeOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** The trader has read which settings were reset. */
  'dismiss-repairs': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** What the trader showed on the asking page's site. */
  'read-taught': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ fields: taughtFieldsSchema }),
    deadlineMs: 2_000,
    resendAfterMs: 400,
  },
  /** What the trader showed on a site has changed; page scripts of other sites pass it by. */
  'taught-changed': {
    senders: ['extension-page'],
    receiver: 'content',
    request: v.object({ origin: v.string(), fields: taughtFieldsSchema }),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** Keeps one field that the trader has just shown and confirmed, for the asking page's own site. */
  'teach-field': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({ field: taughtFieldSchema }),
    reply: taughtOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** Opens the picker in a tab, at one field or at the first that is missing. */
  'start-teaching': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({ tabId: v.number(), first: v.nullable(v.picklist(taughtNames)) }),
    reply: v.object({ started: v.boolean() }),
    deadlineMs: 3_000,
  },
  /** Everything that was taught, by site. */
  'read-all-taught': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ sites: taughtSitesSchema }),
    deadlineMs: 2_000,
  },
  /** Forgets one field of a site, or with `null` all of them. */
  'forget-taught': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({ origin: v.string(), name: v.nullable(v.picklist(taughtNames)) }),
    reply: taughtOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** Takes over taught fields from a file the trader has looked through. */
  'import-taught': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({ sites: taughtSitesSchema }),
    reply: taughtOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** A page script asks for the settings page (the panel's "settings" link); pages cannot open it themselves. */
  'open-settings': {
    senders: ['content', 'extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** An order button was pressed on this ticket, and whether the press was held. The worker makes the record from its own figures. */
  'note-press': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({
      reading: readingSchema,
      earlierMode: v.exactOptional(v.nullable(marginModeSchema)),
      earlierLeverage: v.exactOptional(v.nullable(amountSchema)),
      held: v.boolean(),
      entryId,
    }),
    reply: logOutcomeSchema,
    deadlineMs: 5_000,
  },
  /** What became of a hold that `note-press` told of. */
  'note-outcome': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({ entryId, outcome: v.picklist(holdOutcomes.filter((outcome) => outcome !== 'open')) }),
    reply: logOutcomeSchema,
    deadlineMs: 5_000,
  },
  /** The holds on record and the share of confirms that were held. */
  'read-log': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ log: loadedLogSchema, rates: holdRatesSchema }),
    deadlineMs: 5_000,
    resendAfterMs: 800,
  },
  /** The ticket that was read on the sender's page is gone, or its guard has ended. `isUntold`: there may be one, and it cannot be told. */
  'ticket-gone': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({ isUntold: v.boolean() }),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** A guarded page that is looked at asks now and then: what is due by now is put in force. */
  'settle-due': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** When each field of each exchange's ticket was last read. */
  'read-last-read': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ venues: lastReadsSchema }),
    deadlineMs: 2_000,
  },
  /** Forgets every hold and press. */
  'delete-log': {
    senders: ['extension-page'],
    receiver: 'worker',
    request: v.object({}),
    reply: logOutcomeSchema,
    deadlineMs: 2_000,
  },
  /** Opens one of our own pages in a tab, at a place in it; pages of others cannot be told to open them. */
  'open-page': {
    senders: ['content', 'extension-page'],
    receiver: 'worker',
    request: v.object({
      page: v.picklist(ownPages),
      hash: v.exactOptional(v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w=&/.:-]*$/))),
    }),
    reply: v.object({}),
    deadlineMs: 2_000,
  },
  /** Where the trader wants the strip on the asking page's exchange. */
  'read-place': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({}),
    reply: v.object({ place: stripPlace }),
    deadlineMs: 2_000,
    resendAfterMs: 400,
  },
  /** The trader moved or collapsed the strip on the asking page's exchange. */
  'place-strip': {
    senders: ['content'],
    receiver: 'worker',
    request: v.object({ place: stripPlace }),
    reply: v.object({ kept: v.boolean() }),
    deadlineMs: 2_000,
  },
  /** One rule is not to hold this order for a while (`end`: is to hold it again). The worker sets the end and the terms. */
  'snooze-finding': {
    senders: ['content', 'extension-page'],
    receiver: 'worker',
    request: v.object({
      reading: readingSchema,
      findingId: v.pipe(v.string(), v.maxLength(100)),
      until: v.picklist([...snoozeSpans, 'end']),
    }),
    reply: v.object({
      /** `refused`: nothing of that name holds this order, or its worst loss is not known. */
      outcome: v.picklist(['saved', 'refused', 'not-saved']),
      until: v.nullable(v.string()),
    }),
    deadlineMs: 3_000,
  },
} as const satisfies Record<string, Contract>;

export type MessageName = keyof typeof contracts;
export type RequestOf<N extends MessageName> = v.InferOutput<(typeof contracts)[N]['request']>;
export type ReplyOf<N extends MessageName> = v.InferOutput<(typeof contracts)[N]['reply']>;
