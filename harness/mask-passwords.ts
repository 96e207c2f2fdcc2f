/** A URL's user and password: up to the last `@`, because a password that was not percent-encoded may hold one. */
const credentials = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):\S*@/gi;

/** A text in which no URL shows its password: for logs, errors and whatever else people read. */
export function maskPasswords(text: string): string {
  return text.replace(credentials, '$1:***@');
}
