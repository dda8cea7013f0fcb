import * as v from 'valibot';
import { contracts, type MessageName, type ReplyOf, type RequestOf } from './contracts.ts';
import { replyEnvelope } from './envelope.ts';

export type CallFailure = 'timeout' | 'unreachable' | 'refused' | 'bad-reply';

export type CallResult<N extends MessageName> =
  | { readonly ok: true; readonly value: ReplyOf<N> }
  | { readonly ok: false; readonly failure: CallFailure; readonly detail: string };

/** Hands an envelope to the other end; `platform/messages.ts` has the real ones. */
export type Send = (envelope: unknown) => Promise<unknown>;

function failed<N extends MessageName>(failure: CallFailure, detail: string): CallResult<N> {
  return { ok: false, failure, detail };
}

/**
 * One request with its deadline. Never throws and never hangs: a dead worker, a slow one, a refused sender and a reply
 * that does not fit the contract each come out as a failure the caller must meet.
 */
export async function call<N extends MessageName>(
  send: Send,
  name: N,
  body: RequestOf<N>,
  deadlineMs: number = contracts[name].deadlineMs,
): Promise<CallResult<N>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<CallResult<N>>((resolve) => {
    timer = setTimeout(
      () => resolve(failed('timeout', `${name}: no answer in ${deadlineMs} ms`)),
      deadlineMs,
    );
  });
  try {
    return await Promise.race([exchange(send, name, body), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange<N extends MessageName>(
  send: Send,
  name: N,
  body: RequestOf<N>,
): Promise<CallResult<N>> {
  let raw: unknown;
  try {
    raw = await send({ ringfence: 1, name, body });
  } catch (error) {
    return failed('unreachable', error instanceof Error ? error.message : String(error));
  }
  const envelope = v.safeParse(replyEnvelope, raw);
  if (!envelope.success) return failed('bad-reply', `${name}: not a reply of ours`);
  if (!envelope.output.ok) return failed('refused', envelope.output.error);
  const reply = v.safeParse(contracts[name].reply, envelope.output.body);
  if (!reply.success) return failed('bad-reply', `${name}: ${describeIssue(reply.issues[0])}`);
  return { ok: true, value: reply.output as ReplyOf<N> };
}

/** Path and message of a schema issue, without the value: values may be account data. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}`;
}
