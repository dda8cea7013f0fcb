import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const pageFolder = fileURLToPath(new URL('page', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PracticeServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, the origin to grant. */
  readonly origin: string;
  close(): Promise<void>;
}

/** The file an address asks for; every trading address is the same page, which reads the address itself. */
function fileFor(pathname: string): string | undefined {
  if (/^\/trade\/[A-Za-z0-9]+\/?$/.test(pathname)) return join(pageFolder, 'index.html');
  if (!pathname.startsWith('/page/')) return undefined;
  const path = normalize(join(pageFolder, pathname.slice('/page/'.length)));
  return path.startsWith(pageFolder + sep) ? path : undefined;
}

/** Serves the practice exchange on the loopback address. Port 0 takes any free one. */
export async function startPracticeServer(port = 0): Promise<PracticeServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/') {
      response.writeHead(302, { location: '/trade/BTCUSDT' }).end();
      return;
    }
    const file = fileFor(pathname);
    const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (file === undefined || body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here');
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
