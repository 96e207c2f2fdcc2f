import { checkedBody } from '../exchange.ts';
import type { RefusalId } from '../refusal.ts';
import { readTarget } from '../request-target.ts';

/** What the policy must say of a request: `ok`, or why it is refused. */
export type Verdict = 'ok' | RefusalId;

export interface RequestCase {
  method: string;
  url: string;
  /** JSON as the client spells it. */
  body?: string;
  verdict: Verdict;
}

/** What the policy says of a request, and what the engine would be sent. */
export function judge(
  method: string,
  url: string,
  body = '',
): { verdict: Verdict; target: string; sent: string } {
  const { target, refusal } = readTarget(method, url);
  if (refusal) return { verdict: refusal.id, target: '', sent: '' };
  if (target.route.body === 'bytes') return { verdict: 'ok', target: target.target, sent: body };
  const checked = checkedBody(target.route.body, Buffer.from(body));
  if ('id' in checked) return { verdict: checked.id, target: target.target, sent: '' };
  return { verdict: 'ok', target: target.target, sent: checked.bytes.toString() };
}
