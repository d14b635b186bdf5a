/**
 * Globs of the settings, matched against paths relative to a workspace folder, with `/` between their parts.
 *
 * The globs come with the workspace, from whoever wrote its project file. So they are run side by side as one automaton
 * (Thompson, "Regular Expression Search Algorithm", 1968) instead of being turned into a regular expression: no glob can
 * make a match take longer than its own length times the path's.
 *
 *     *  any characters of a name     ?  one of them      **  any folders
 *     [a-z] [!a-z]  one of these, one of the others       {a,b}  either
 */

/** A glob longer than this is a mistake, and matches nothing. */
const MAX_LENGTH = 1_000;

type Test = (character: string) => boolean;

/** Takes a character that passes the test, or, with no test, none; then any of the next states holds. */
interface State {
  readonly test: Test | null;
  readonly next: number[];
}

/**
 * Whether a path matches any of the globs. A glob without a slash matches a name at any depth, as in `.gitignore`; one
 * that names a folder matches all that is in it. Never throws: brackets and braces without a partner are characters.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const states: State[] = [{ test: null, next: [] }];
  const accepted = new Set<number>();
  for (const glob of globs) {
    const anchored = glob.replaceAll('\\', '/').replace(/^\.?\//, '');
    const trimmed = anchored.replace(/(?<!\/)\/+$/, '');
    if (trimmed === '' || glob.length > MAX_LENGTH) continue;
    const whole = trimmed.includes('/') || glob.startsWith('/') ? trimmed : `**/${trimmed}`;
    // What follows is matched by every glob: all that is in the folder it names.
    const { start, end } = new GlobReader(whole.replace(/(?:\/\*\*)+$/, ''), states).read();
    states[0]!.next.push(start);
    accepted.add(end);
    accepted.add(
      addLoop(
        states,
        addState(states, (character) => character === '/', [end]),
        anything,
      ),
    );
  }
  if (accepted.size === 0) return () => false;
  return (path) => run(states, accepted, path);
}

function run(states: readonly State[], accepted: ReadonlySet<number>, path: string): boolean {
  const reachedAt = new Uint32Array(states.length);
  let step = 1;
  let active: number[] = [];
  const reach = (state: number, into: number[]): void => {
    if (reachedAt[state] === step) return;
    reachedAt[state] = step;
    into.push(state);
  };
  reach(0, active);
  for (const character of path) {
    follow(states, active, reach);
    step++;
    const after: number[] = [];
    for (const state of active) {
      const { test, next } = states[state]!;
      if (test?.(character)) for (const one of next) reach(one, after);
    }
    if (after.length === 0) return false;
    active = after;
  }
  follow(states, active, reach);
  return active.some((state) => accepted.has(state));
}

/** Adds the states that hold as well without taking anything. */
function follow(
  states: readonly State[],
  active: number[],
  reach: (state: number, into: number[]) => void,
): void {
  // The list grows while it is walked.
  for (const state of active) {
    const { test, next } = states[state]!;
    if (test === null) for (const one of next) reach(one, active);
  }
}

const anything: Test = () => true;
const notSlash: Test = (character) => character !== '/';

/** Adds a state that takes what passes the test. @param after the states it comes after @returns the state behind it */
function addState(states: State[], test: Test, after: readonly number[]): number {
  const end = states.push({ test: null, next: [] }) - 1;
  const taking = states.push({ test, next: [end] }) - 1;
  for (const state of after) states[state]!.next.push(taking);
  return end;
}

/** Adds any number of what passes the test, after a state that takes nothing. */
function addLoop(states: State[], after: number, test: Test): number {
  const loop = states.push({ test: null, next: [] }) - 1;
  const taking = states.push({ test, next: [loop] }) - 1;
  states[loop]!.next.push(taking);
  states[after]!.next.push(loop);
  return loop;
}

/** Reads one glob into states. */
class GlobReader {
  readonly #characters: readonly string[];
  /** Where the brace opened here closes. */
  readonly #partners: ReadonlyMap<number, number>;
  #at = 0;

  constructor(
    glob: string,
    private readonly states: State[],
  ) {
    this.#characters = Array.from(glob);
    this.#partners = partnersOf(this.#characters);
  }

  read(): { start: number; end: number } {
    const start = this.#empty();
    return { start, end: this.#sequence(start, this.#characters.length) };
  }

  #sequence(start: number, limit: number): number {
    let end = start;
    while (this.#at < limit) end = this.#piece(end);
    return end;
  }

  #piece(after: number): number {
    const character = this.#characters[this.#at]!;
    if (character === '*') return this.#stars(after);
    const partner = this.#partners.get(this.#at);
    if (character === '{' && partner !== undefined) return this.#alternatives(after, partner);
    if (character === '[') {
      const close = this.#characters.indexOf(']', this.#at + 2);
      if (close > 0) return this.#oneOf(after, close);
    }
    this.#at++;
    return addState(this.states, character === '?' ? notSlash : (other) => other === character, [after]);
  }

  #stars(after: number): number {
    const before = this.#characters[this.#at - 1];
    const first = this.#at;
    while (this.#characters[this.#at] === '*') this.#at++;
    const behind = this.#characters[this.#at];
    const startsName = before === undefined || '/{,'.includes(before);
    const endsName = behind === undefined || '/},'.includes(behind);
    if (this.#at - first < 2 || !startsName || !endsName) return addLoop(this.states, after, notSlash);
    const folders = addLoop(this.states, after, anything);
    if (behind !== '/') return folders;
    // No folder at all, or whole ones: with the slash behind them.
    this.#at++;
    const end = addState(this.states, (character) => character === '/', [folders]);
    this.states[after]!.next.push(end);
    return end;
  }

  #alternatives(after: number, close: number): number {
    const end = this.#empty();
    while (this.#at < close) {
      this.#at++;
      const start = this.#empty();
      this.states[after]!.next.push(start);
      this.states[this.#sequence(start, this.#endOfAlternative(close))]!.next.push(end);
    }
    this.#at++;
    return end;
  }

  /** The comma that ends the alternative that begins here, or the brace that ends them all. */
  #endOfAlternative(close: number): number {
    for (let at = this.#at; at < close; at++) {
      if (this.#characters[at] === ',') return at;
      at = this.#partners.get(at) ?? at;
    }
    return close;
  }

  #oneOf(after: number, close: number): number {
    const not = '!^'.includes(this.#characters[this.#at + 1]!);
    const listed = this.#characters.slice(this.#at + (not ? 2 : 1), close);
    this.#at = close + 1;
    const ranges = listed.map((from, i) => {
      if (from === '-' && i > 0 && i < listed.length - 1) return [listed[i - 1]!, listed[i + 1]!] as const;
      return [from, from] as const;
    });
    const holds: Test = (character) => ranges.some(([from, to]) => from <= character && character <= to);
    return addState(this.states, (character) => character !== '/' && holds(character) !== not, [after]);
  }

  #empty(): number {
    return this.states.push({ test: null, next: [] }) - 1;
  }
}

function partnersOf(characters: readonly string[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  characters.forEach((character, at) => {
    if (character === '{') open.push(at);
    else if (character === '}' && open.length > 0) partners.set(open.pop()!, at);
  });
  return partners;
}
