/** Addresses that Slack names in what it sends. */

/** null for another's: the token, and what people asked, go to Slack's own machines only (hooks.slack.com for slack.com). */
export function ownAddress(address: string, apiUrl: string): URL | null {
  if (!URL.canParse(address)) return null;
  const [url, api] = [new URL(address), new URL(apiUrl)];
  const own = url.host === api.host || url.host.endsWith(`.${api.host}`);
  return own && url.protocol === api.protocol ? url : null;
}
