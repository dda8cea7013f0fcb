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
  const again = secondTry(send, name, body);
  const first = exchange(send, name, body);
  try {
    return await Promise.race([
      first.then((result) => (isLost(result) && resends(name) ? again.result : result)),
      again.result,
      late,
    ]);
  } finally {
    clearTimeout(timer);
    again.cancel();
  }
}

/** Nobody took the message: a worker that was just being stopped drops what reaches it. */
function isLost<N extends MessageName>(result: CallResult<N>): boolean {
  return !result.ok && result.failure === 'unreachable';
}

function resends(name: MessageName): boolean {
  return 'resendAfterMs' in contracts[name];
}

/** The same request once more after the contract's pause; a contract without one never sends twice. */
function secondTry<N extends MessageName>(send: Send, name: N, body: RequestOf<N>) {
  const { resendAfterMs } = contracts[name] as { readonly resendAfterMs?: number };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const result = new Promise<CallResult<N>>((resolve) => {
    if (resendAfterMs !== undefined)
      timer = setTimeout(() => resolve(exchange(send, name, body)), resendAfterMs);
  });
  return { result, cancel: () => clearTimeout(timer) };
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
