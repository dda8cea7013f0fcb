import type { Browser } from 'puppeteer-core';

type Params = Readonly<Record<string, unknown>>;

/** The browser's WebDriver BiDi connection, which the library keeps to itself but exposes on the object. */
interface Connection {
  send(method: string, params: Params): Promise<{ readonly result: unknown }>;
  on(event: string, listener: (params: unknown) => void): unknown;
}

interface EvaluateResult {
  readonly type: 'success' | 'exception';
  readonly result?: RemoteValue;
  readonly exceptionDetails?: { readonly text: string };
}

/** A value in the page as the protocol describes it; only the members used here. */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

export interface BrowsingContext {
  readonly context: string;
  readonly url: string;
}

export class Bidi {
  readonly #connection: Connection;

  constructor(browser: Browser) {
    const connection = (browser as unknown as { readonly connection?: Connection }).connection;
    if (connection === undefined) throw new Error('this browser does not speak WebDriver BiDi');
    this.#connection = connection;
  }

  async send<R>(method: string, params: Params): Promise<R> {
    const { result } = await this.#connection.send(method, params);
    return result as R;
  }

  on<P>(event: string, listener: (params: P) => void): void {
    this.#connection.on(event, (params) => listener(params as P));
  }

  async contexts(scope?: 'chrome'): Promise<readonly BrowsingContext[]> {
    const params = { maxDepth: 0, ...(scope === undefined ? {} : { 'moz:scope': scope }) };
    const { contexts } = await this.send<{ contexts: readonly BrowsingContext[] }>(
      'browsingContext.getTree',
      params,
    );
    return contexts;
  }

  /** Calls a function given as source text; `extra` carries arguments and serialisation options. */
  async call(context: string, source: string, extra: Params = {}): Promise<RemoteValue> {
    const outcome = await this.send<EvaluateResult>('script.callFunction', {
      functionDeclaration: source,
      awaitPromise: true,
      target: { context },
      ...extra,
    });
    if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails?.text ?? 'the page threw');
    return outcome.result ?? { type: 'undefined' };
  }
}
