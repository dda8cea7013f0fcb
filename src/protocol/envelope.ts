import * as v from 'valibot';

/** The outer form of a request. Its body is validated by the message's own schema. */
export const requestEnvelope = v.object({ ringfence: v.literal(1), name: v.string(), body: v.unknown() });

export const replyEnvelope = v.variant('ok', [
  v.object({ ringfence: v.literal(1), ok: v.literal(true), body: v.unknown() }),
  v.object({ ringfence: v.literal(1), ok: v.literal(false), error: v.string() }),
]);

export type ReplyEnvelope = v.InferOutput<typeof replyEnvelope>;
