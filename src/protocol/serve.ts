import * as v from 'valibot';
import { describeIssue } from './call.ts';
import {
  contracts,
  type MessageName,
  type Receiver,
  type ReplyOf,
  type RequestOf,
  type SenderRole,
} from './contracts.ts';
import { type ReplyEnvelope, requestEnvelope } from './envelope.ts';
import type { Sender } from './sender-role.ts';

export type Handler<N extends MessageName> = (
  body: RequestOf<N>,
  sender: Sender,
) => Promise<ReplyOf<N>> | ReplyOf<N>;

type NamesFor<R extends Receiver> = {
  [N in MessageName]: (typeof contracts)[N]['receiver'] extends R ? N : never;
}[MessageName];

/** One handler for each message this end receives; the type makes a missing one an error. */
export type Handlers<R extends Receiver> = { readonly [N in NamesFor<R>]: Handler<N> };

function refuse(error: string): ReplyEnvelope {
  return { ringfence: 1, ok: false, error };
}

/**
 * The receiving end. `undefined` means "not ours": the message is left to others. Everything of ours is validated here,
 * in the shipped build, before a handler sees it; a handler that throws becomes a refusal.
 */
export function createServer<R extends Receiver>(receiver: R, handlers: Handlers<R>) {
  return async (raw: unknown, sender: Sender): Promise<ReplyEnvelope | undefined> => {
    const envelope = v.safeParse(requestEnvelope, raw);
    if (!envelope.success || sender.role === undefined) return undefined;
    const { name } = envelope.output;
    if (!Object.hasOwn(contracts, name)) return refuse('unknown message');
    const contract = contracts[name as MessageName];
    if (contract.receiver !== receiver) return undefined;
    if (!(contract.senders as readonly SenderRole[]).includes(sender.role))
      return refuse('sender not allowed');
    const body = v.safeParse(contract.request, envelope.output.body);
    if (!body.success) return refuse(describeIssue(body.issues[0]));
    const handler = (handlers as unknown as Record<string, Handler<MessageName> | undefined>)[name];
    if (handler === undefined) return refuse('no handler');
    try {
      return { ringfence: 1, ok: true, body: await handler(body.output, sender) };
    } catch (error) {
      return refuse(error instanceof Error ? error.message : 'failed');
    }
  };
}
