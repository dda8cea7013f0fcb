/**
 * Whether a browser match pattern such as `https://www.example.com/*`, `*://*.example.com/*` or `<all_urls>` covers an
 * address. Hosts are granted as such patterns; ports are ignored, as browsers do in patterns without one.
 * An address or pattern that cannot be read matches nothing.
 */
export function originPatternCovers(pattern: string, address: string): boolean {
  const target = /^(https?):\/\/([^/:?#]+)/.exec(address.toLowerCase());
  if (target === null) return false;
  if (pattern === '<all_urls>') return true;
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+)(?::[^/]+)?\//.exec(pattern.toLowerCase());
  if (parts === null) return false;
  const [, scheme, host = ''] = parts;
  const [, targetScheme, targetHost = ''] = target;
  if (scheme !== '*' && scheme !== targetScheme) return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) return targetHost === host.slice(2) || targetHost.endsWith(host.slice(1));
  return targetHost === host;
}

/** The pattern that asks for exactly the host of an address, or `undefined` when it is not a web address. */
export function originPatternOf(address: string): string | undefined {
  const target = /^(https?):\/\/([^/:?#]+)/.exec(address);
  return target === null ? undefined : `${target[1]}://${target[2]}/*`;
}

/** The host a pattern names: `https://www.example.com/*` is `www.example.com`. */
export function hostOfPattern(pattern: string): string {
  return pattern.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');
}
