/**
 * Globs of the settings, matched against paths relative to a workspace folder, with `/` between their parts.
 *
 * The globs come with the workspace, from whoever wrote its project file. So they are run side by side as one automaton
 * (Thompson, "Regular Expression Search Algorithm", 1968) instead of being turned into a regular expression: no glob can
 * make a match take longer than its own length times the path's. Which states a character leads to is remembered, since
 * thousands of paths begin and end alike.
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
  const runner = new Runner(states, accepted);
  return (path) => runner.accepts(path);
}

/** States that hold at the same time, and which hold after a character, as far as it was asked. */
interface StateSet {
  readonly states: readonly number[];
  readonly isAccepted: boolean;
  readonly after: Map<string, StateSet>;
}

/** Steps from sets of states to others are remembered up to this number, lest a glob that makes ever new ones fill the memory. */
const MOST_STEPS = 10_000;

/** Runs an automaton, and remembers its steps. */
class Runner {
  readonly #sets = new Map<string, StateSet>();
  #steps = 0;

  constructor(
    private readonly states: readonly State[],
    private readonly accepted: ReadonlySet<number>,
  ) {}

  accepts(path: string): boolean {
    let set = this.#setOf([0]);
    for (const character of path) {
      if (set.states.length === 0) return false;
      set = set.after.get(character) ?? this.#step(set, character);
    }
    return set.isAccepted;
  }

  #step(set: StateSet, character: string): StateSet {
    const reached: number[] = [];
    for (const state of set.states) {
      const { test, next } = this.states[state]!;
      if (test?.(character)) reached.push(...next);
    }
    if (++this.#steps > MOST_STEPS) {
      this.#sets.clear();
      this.#steps = 0;
    }
    const after = this.#setOf(reached);
    set.after.set(character, after);
    return after;
  }

  #setOf(reached: readonly number[]): StateSet {
    const key = reached.join();
    const known = this.#sets.get(key);
    if (known) return known;
    const states = new Set(reached);
    // The set grows while it is walked: with the states that hold as well without taking anything.
    for (const state of states) {
      const { test, next } = this.states[state]!;
      if (test === null) for (const one of next) states.add(one);
    }
    const isAccepted = [...states].some((state) => this.accepted.has(state));
    const made = { states: [...states], isAccepted, after: new Map<string, StateSet>() };
    this.#sets.set(key, made);
    return made;
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
