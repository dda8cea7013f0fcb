export interface ServedPage {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The web of a test: exactly the pages that were put here, at their real addresses. Anything else is answered 404,
 * loopback servers excepted, so that no test can reach out.
 */
export class ServedPages {
  readonly #pages = new Map<string, ServedPage>();
  readonly #asked: string[] = [];

  put(url: string, body: string, type = 'text/html; charset=utf-8'): void {
    this.#pages.set(keyOf(url), { status: 200, type, body });
  }

  /** The answer to one request; `undefined` means a loopback server of the test's own answers. */
  answer(url: string): ServedPage | undefined {
    this.#asked.push(url);
    const page = this.#pages.get(keyOf(url));
    if (page !== undefined) return page;
    if (loopback.has(new URL(url).hostname)) return undefined;
    return { status: 404, type: 'text/plain', body: '' };
  }

  /** Every address that was asked for, in order. */
  get asked(): readonly string[] {
    return this.#asked;
  }
}

function keyOf(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}
