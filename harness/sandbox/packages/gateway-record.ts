import type { Evidence } from '../../result.ts';
import type { Refusal } from './refusal.ts';

type Remark = Evidence['remarks'][number];

/** What the gateway refused and what mirrors failed at: out of student code's reach. */
export class GatewayRecord {
  readonly #line: () => number | null;
  readonly #cap: number;
  readonly #remarks = new Map<string, Remark>();
  readonly #troubles = new Map<string, Refusal>();
  #dropped = 0;

  /** @param line the script line that is being typed; @param cap remarks that are kept */
  constructor(line: () => number | null, cap: number) {
    this.#line = line;
    this.#cap = cap;
  }

  /** Notes it once per line and wording. */
  note(refusal: Refusal): void {
    const line = this.#line();
    if (refusal.fault === 'machine') this.#troubles.set(refusal.host, refusal);
    const key = `${line} ${refusal.text.en}`;
    if (this.#remarks.has(key)) return;
    if (this.#remarks.size >= this.#cap) this.#dropped += 1;
    else this.#remarks.set(key, { line, text: refusal.text });
  }

  /** A mirror answered: what it failed at before was passing. */
  answered(host: string): void {
    this.#troubles.delete(host);
  }

  /** The failure of a mirror that never answered since; the machine's fault. */
  get trouble(): Refusal | undefined {
    return [...this.#troubles.values()][0];
  }

  get remarks(): Remark[] {
    const remarks = [...this.#remarks.values()];
    if (this.#dropped === 0) return remarks;
    const text = {
      ko: `패키지 게이트웨이가 막은 요청이 ${this.#dropped}개 더 있습니다.`,
      en: `The package gateway refused ${this.#dropped} more requests.`,
    };
    return [...remarks, { line: null, text }];
  }
}
