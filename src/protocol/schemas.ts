import * as v from 'valibot';
import type { Assessment } from '../domain/assessment.ts';
import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import type { Exposure } from '../domain/exposure.ts';
import { type PageHealth, recipeParts, stripHardships, type TicketState } from '../domain/health.ts';
import { unknownReasons } from '../domain/known.ts';
import { taughtNames } from '../domain/taught.ts';
import { type TicketReading, ticketFieldNames } from '../domain/ticket-reading.ts';
import { venueIds } from '../domain/venue.ts';
import { checklistIds, levels, type Verdict } from '../domain/verdict.ts';

/** A page can put text of any length on its screen; nothing longer than this is a field of a ticket. */
const longestText = 400;
const mostPositions = 500;

const text = v.pipe(v.string(), v.maxLength(longestText));
export const amountSchema = v.custom<DecimalString>((value) => isDecimalString(value) && value.length <= 60);
const amount = amountSchema;
const side = v.picklist(['long', 'short']);
export const marginModeSchema = v.picklist(['cross', 'isolated']);
const mode = marginModeSchema;

const unknownValue = v.object({
  known: v.literal(false),
  why: v.picklist(unknownReasons),
  field: text,
  missing: v.exactOptional(v.array(text)),
});
const from = v.object({ how: v.picklist(['recipe', 'taught', 'label']), anchor: text });

function field<S extends v.GenericSchema>(value: S) {
  return v.variant('known', [v.object({ known: v.literal(true), value, from }), unknownValue]);
}

const leverageRead = v.object({ known: v.literal(true), value: amount, from });

const positionRow = v.object({
  symbol: text,
  side,
  size: amount,
  entryPrice: v.exactOptional(amount),
  markPrice: v.exactOptional(amount),
  marginMode: v.exactOptional(mode),
  leverage: v.exactOptional(amount),
  margin: v.exactOptional(amount),
  unrealisedPnl: v.exactOptional(amount),
  liquidationPrice: v.exactOptional(amount),
});

export const readingSchema: v.GenericSchema<unknown, TicketReading> = v.object({
  venue: field(v.picklist(venueIds)),
  symbol: field(text),
  currency: field(text),
  marginMode: field(mode),
  leverage: field(amount),
  sideLeverage: v.exactOptional(v.object({ long: leverageRead, short: leverageRead })),
  side: field(side),
  effect: field(v.picklist(['open', 'reduce', 'close'])),
  orderType: field(v.picklist(['limit', 'market', 'other'])),
  price: field(amount),
  size: field(amount),
  sizeUnit: field(v.picklist(['base', 'quote', 'contracts', 'cost', 'percent'])),
  sizeBase: field(amount),
  reduceOnly: field(v.boolean()),
  stopLoss: field(amount),
  takeProfit: field(amount),
  walletBalance: field(amount),
  equity: field(amount),
  available: field(amount),
  positionMode: field(v.picklist(['one-way', 'hedge'])),
  markPrice: field(amount),
  lastPrice: field(amount),
  pageLiquidationPrice: field(amount),
  pageCost: field(amount),
  positions: v.variant('known', [
    v.object({
      known: v.literal(true),
      value: v.pipe(v.array(positionRow), v.maxLength(mostPositions)),
      from,
      complete: v.boolean(),
    }),
    unknownValue,
  ]),
});

const healthSchema: v.GenericSchema<unknown, PageHealth> = v.object({
  scope: v.picklist(['ticket', 'none', 'several']),
  readBy: v.picklist(['recipe', 'taught', 'labels']),
  readAt: text,
  since: v.exactOptional(
    v.object(v.entriesFromList([...ticketFieldNames, 'positions' as const], v.pipe(text, v.isoTimestamp()))),
  ),
  failedChecks: v.array(text),
  taughtLost: v.exactOptional(v.array(v.picklist(taughtNames))),
  recipeLost: v.exactOptional(v.array(v.picklist(recipeParts))),
});

export const ticketStateSchema: v.GenericSchema<unknown, TicketState> = v.object({
  reading: readingSchema,
  health: healthSchema,
  guard: v.exactOptional(
    v.object({ isPageChanged: v.boolean(), strip: v.exactOptional(v.picklist(stripHardships)) }),
  ),
  earlierMode: v.exactOptional(v.nullable(mode)),
  earlierLeverage: v.exactOptional(v.nullable(amount)),
});

const verdictSchema: v.GenericSchema<unknown, Verdict> = v.object({
  level: v.picklist(levels),
  hold: v.picklist(['none', 'acknowledge', 'type-amount']),
  checklist: v.array(
    v.object({
      id: v.picklist(checklistIds),
      state: v.picklist(['pass', 'fail', 'unknown']),
      answer: v.string(),
    }),
  ),
  findings: v.array(
    v.object({
      id: text,
      level: v.picklist(['notice', 'warning', 'danger', 'unknown']),
      field: text,
      value: text,
      threshold: text,
      message: v.string(),
      hold: v.picklist(['none', 'acknowledge', 'type-amount']),
      snoozedUntil: v.exactOptional(text),
      remedy: v.exactOptional(v.object({ text: v.string(), figures: v.record(v.string(), v.string()) })),
    }),
  ),
  checked: v.array(text),
  couldNotRun: v.array(text),
});

/** True for what the engine may print: decimal strings, words, booleans, unknowns, and lists and objects of them. */
function isFigures(value: unknown, depth = 0): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (depth > 6 || typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((member) => isFigures(member, depth + 1));
}

/** Every surface reads these members without asking first; the rest is guarded by `isUnknown` where it is drawn. */
const exposureSchema = v.custom<Exposure>(
  (value) =>
    isFigures(value) &&
    ['equity', 'marginRatio', 'positions', 'shocks', 'leftOut', 'assumed'].every(
      (key) => key in (value as object),
    ),
);

const sideAssessment = v.object({ exposure: exposureSchema, verdict: verdictSchema });

export const assessmentSchema: v.GenericSchema<unknown, Assessment> = v.object({
  readingId: v.string(),
  sides: v.object({ long: v.exactOptional(sideAssessment), short: v.exactOptional(sideAssessment) }),
});
