/** Words copied from a source and pasted into an article. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../server/src/config/settings.ts';
import { pastedQuotation } from '../../server/src/features/quotationPaste.ts';
import { newsroom } from '../support/newsroom.ts';

const SOURCES = {
  'talk.txt':
    'SZABO: The pier doesn’t pay for itself. It never did, and it won’t.\n\nQ: Why is that?\n\nSZABO: Because nobody wants to\nwalk out there in the rain. They told me “no way in hell.”\n',
};

function pasted(draft: string, words: string, settings: Partial<Settings> = {}): string | undefined {
  const { context, caret } = newsroom(draft, SOURCES, { settings });
  return pastedQuotation(context, { start: caret, end: caret }, words, null)?.newText;
}

describe('words pasted from a source', () => {
  it('become a quotation with its speaker, over the lines of the source', () => {
    expect(pasted('So it is.\n\n<|>', 'nobody wants to\nwalk out there in the rain')).toBe(
      '“nobody wants to walk out there in the rain,” Szabo said.',
    );
    expect(pasted('So it is.\n\n<|>', 'They told me “no way in hell.”')).toBe(
      '“They told me ‘no way in hell,’” Szabo said.',
    );
    expect(pasted('So it is.\n\n<|>', 'It never did, and', { quotationMarks: 'single-curly' })).toBe(
      '‘It never did, and,’ Szabo said.',
    );
  });

  it('leave out the name before a turn, and are nobody’s over two turns', () => {
    expect(pasted('<|>', 'SZABO: The pier doesn’t pay for itself.')).toBe(
      '“The pier doesn’t pay for itself,” Szabo said.',
    );
    expect(pasted('<|>', 'It never did, and it won’t.\n\nQ: Why is that?')).toBeUndefined();
    expect(pasted('<|>', 'Why is that?\n\nSZABO: Because nobody wants to')).toBeUndefined();
  });

  it('stay what they are inside a quotation, in one being typed, and where they are too few', () => {
    const words = 'nobody wants to walk out there';
    expect(pasted('“It is <|> late,” she said.', words)).toBeUndefined();
    expect(pasted('She said: “<|>', words)).toBeUndefined();
    expect(pasted('<|>', 'wants to walk')).toBeUndefined();
    expect(pasted('“It is late,” she said. <|>', words)).toBe(`“${words},” Szabo said.`);
  });
});
