/** Whether a host permission (`https://www.example.com/*`, `https://*.example.com/*`, `<all_urls>`) covers a page. */
export function coversPage(
  pattern: string,
  { protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>,
): boolean {
  if (pattern === '<all_urls>') return true;
  const [, scheme, host] = /^([^:]+):\/\/([^/]*)\//.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined) return false;
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  const name = host.replace(/:\d+$/, '');
  if (name === '*') return true;
  if (!name.startsWith('*.')) return name === hostname;
  return hostname === name.slice(2) || hostname.endsWith(name.slice(1));
}
