/** Which addresses may be fetched, and how addresses are shown in logs. */
import ipaddr from 'ipaddr.js';

/** True for an address of the public internet; false for private, loopback, link-local, multicast and reserved ones. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address inside IPv6 ("::ffff:127.0.0.1") counts as what it is.
  return ipaddr.process(address).range() === 'unicast';
}

/** The IP address that a URL names directly, or null for a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? host : null;
}

const SECRET = /key|token|secret|sig|auth|pass|session|credential/i;

/** The address for logs and reports: without name and password, and without the values of parameters that may be secret. */
export function shownUrl(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 200).replace(/\/\/[^/@\s]*@/, '//');
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (SECRET.test(name)) url.searchParams.set(name, '…');
  const shown = decodeEllipsis(url.href);
  return shown.length > 300 ? `${shown.slice(0, 299)}…` : shown;
}

const decodeEllipsis = (href: string): string => href.replaceAll('%E2%80%A6', '…');
