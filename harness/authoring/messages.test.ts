import { describe, expect, it } from 'vitest';
import { messages, messageTemplates } from './messages.ts';

const say = messages({
  noImage: { ko: '`{ref}` 이미지가 없습니다.', en: 'There is no `{ref}` image.' },
  plain: { ko: '`docker ps` 를 보세요.', en: 'Look at `docker ps --format "{{.Names}}"`.' },
});

describe('messages', () => {
  it('fills the placeholders in both languages and keeps the id', () => {
    expect(say.noImage({ ref: 'noderun:1.0' })).toEqual({
      id: 'noImage',
      text: { ko: '`noderun:1.0` 이미지가 없습니다.', en: 'There is no `noderun:1.0` image.' },
      values: { ref: 'noderun:1.0' },
    });
  });

  it('takes a text for a placeholder, and shows it in the reader’s language', () => {
    expect(say.noImage({ ref: { ko: '이름 없는', en: 'nameless' } }).text).toEqual({
      ko: '`이름 없는` 이미지가 없습니다.',
      en: 'There is no `nameless` image.',
    });
  });

  it('takes nothing where a message names nothing, and leaves Go templates alone', () => {
    expect(say.plain().text.en).toBe('Look at `docker ps --format "{{.Names}}"`.');
  });

  it('keeps the templates for tests and generated pages', () => {
    expect(Object.keys(messageTemplates(say))).toEqual(['noImage', 'plain']);
    expect(messageTemplates({})).toEqual({});
  });

  it('does not compile with a placeholder or a language missing', () => {
    // @ts-expect-error ref is missing
    say.noImage({});
    // @ts-expect-error there is no such placeholder
    say.noImage({ ref: 'a', other: 'b' });
    // @ts-expect-error English is missing
    messages({ one: { ko: '하나' } });
    expect(Object.keys(say)).toEqual(['noImage', 'plain']);
  });
});
