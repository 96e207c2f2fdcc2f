/**
 * Adds what junit-report-builder 5.1 has no method for: the root's `time` (without it dorny/test-reporter prints NaN)
 * and the reason of each skipped case, in the order written, both as attribute and as text (GitLab reads the text).
 * In the strict profile the root loses its `skipped`, which the builder always writes and junit-10.xsd forbids.
 */
export function completeXml(
  xml: string,
  {
    time,
    skipped,
    profile = 'default',
  }: { time: number; skipped: readonly string[]; profile?: 'default' | 'strict' },
): string {
  const reasons = skipped.values();
  // CDATA is matched to be left alone: a student's text in it may spell the same tag.
  const parts = /<!\[CDATA\[[\s\S]*?\]\]>|<testsuites [^>]*>|<skipped\/>/g;
  const completed = xml.replace(parts, (part) => {
    if (part.startsWith('<testsuites ')) return rootTag(part, time, profile);
    if (part !== '<skipped/>') return part;
    const reason = escapeXml(reasons.next().value ?? '');
    return `<skipped message="${reason}">${reason}</skipped>`;
  });
  return `${completed}\n`;
}

function rootTag(tag: string, time: number, profile: 'default' | 'strict'): string {
  const timed = tag.replace('<testsuites ', `<testsuites time="${time}" `);
  return profile === 'strict' ? timed.replace(/ skipped="\d+"/, '') : timed;
}

function escapeXml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => named[character] ?? character);
}
