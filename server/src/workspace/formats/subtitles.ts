/**
 * Subtitles as a transcript: WebVTT (W3C) and SubRip files become paragraphs, one for each speaker or pause, and every
 * place in the text knows its time in the recording.
 */

export interface Subtitles {
  readonly text: string;
  /** The time at which the words at the offset begin to show: `00:12:04`. */
  readonly locatorAt: (offset: number) => string | null;
}

interface Cue {
  readonly seconds: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly text: string;
}

const TIMES =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
/** Without a word for so many seconds a new paragraph begins. */
const PAUSE = 4;

/** Never throws; what is not a cue (headers, notes, styles, numbers) is left out. */
export function readSubtitles(raw: string): Subtitles {
  let text = '';
  const offsets: number[] = [];
  const times: number[] = [];
  let last: Cue | undefined;
  for (const cue of cuesOf(raw)) {
    const words = withoutRepeated(cue.text, last?.text);
    if (words !== '') {
      const turns = last?.speaker !== cue.speaker || cue.seconds - last.end > PAUSE;
      // What one named speaker says is one turn, however the captions break its lines.
      const line = cue.speaker === null ? '\n' : ' ';
      if (last) text += turns ? '\n\n' : line;
      if (turns && cue.speaker !== null) text += `${cue.speaker}: `;
      offsets.push(text.length);
      times.push(cue.seconds);
      text += words.replaceAll('\n', line);
    }
    last = cue;
  }
  if (text !== '') text += '\n';
  return {
    text,
    locatorAt(offset) {
      let low = 0;
      let high = offsets.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (offsets[middle]! <= offset) low = middle + 1;
        else high = middle;
      }
      return offsets.length === 0 ? null : clock(times[Math.max(0, low - 1)]!);
    },
  };
}

function cuesOf(raw: string): Cue[] {
  const cues: Cue[] = [];
  const lines = raw.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let i = 0; i < lines.length; i++) {
    const match = TIMES.exec(lines[i]!);
    if (!match) continue;
    const payload: string[] = [];
    while (i + 1 < lines.length && lines[i + 1]!.trim() !== '' && !TIMES.test(lines[i + 1]!))
      payload.push(lines[++i]!);
    const joined = payload.join('\n');
    const speaker = /<v(?:\.[^\s>]*)?\s+([^>]{1,100})>/.exec(joined)?.[1]?.trim() ?? null;
    cues.push({
      seconds: secondsOf(match.slice(1, 4)),
      end: secondsOf(match.slice(5, 8)),
      speaker,
      text: plainText(joined),
    });
  }
  return cues;
}

function secondsOf([hours, minutes, seconds]: readonly (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  lrm: '',
  rlm: '',
};

/** Without markup (`<c.yellow>`, `<00:01.200>`, `{\an8}`) and the dashes and chevrons that stand for a change of speaker. */
function plainText(payload: string): string {
  return payload
    .replace(/<[^<>\n]{0,200}>|\{\\[^{}\n]{0,50}\}/g, '')
    .replace(/&(\w{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:>>+|-)\s*/, '').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Rolling captions show each line twice: lines that the cue before ended with are left out. */
function withoutRepeated(text: string, before: string | undefined): string {
  if (before === undefined) return text;
  const lines = text.split('\n');
  const shown = before.split('\n');
  let repeated = Math.min(lines.length, shown.length);
  while (repeated > 0 && lines.slice(0, repeated).join('\n') !== shown.slice(-repeated).join('\n'))
    repeated--;
  return lines.slice(repeated).join('\n');
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
