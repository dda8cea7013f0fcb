import type { CDPSession } from 'playwright-core';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A target that the library does not see, spoken to through the browser's own session, in messages wrapped in messages.
 */
export class WrappedSession {
  readonly #session: CDPSession;
  readonly #id: string;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #nextId = 1;

  private constructor(session: CDPSession, id: string) {
    this.#session = session;
    this.#id = id;
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId === id) this.#receive(JSON.parse(message) as Answer);
    });
  }

  static async attach(session: CDPSession, targetId: string): Promise<WrappedSession> {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    return new WrappedSession(session, sessionId);
  }

  send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#nextId++;
    const message = JSON.stringify({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#session
        .send('Target.sendMessageToTarget', { sessionId: this.#id, message })
        .catch((error: Error) => reject(error));
    });
  }

  /** Leaves the target, and the browser's session with it. */
  async detach(): Promise<void> {
    await this.#session.send('Target.detachFromTarget', { sessionId: this.#id });
    await this.#session.detach();
  }

  #receive({ id, result, error }: Answer): void {
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error !== undefined) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
