/** Globs of the settings, matched against paths relative to a workspace folder, with `/` between their parts. */
import picomatch from 'picomatch';

/**
 * Whether a path matches any of the globs. A glob without a slash matches a name at any depth, as in `.gitignore`; one
 * that names a folder matches all that is in it. Never throws: a glob that cannot be read matches nothing.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    try {
      const anchored = glob.replaceAll('\\', '/').replace(/^\.?\//, '');
      const trimmed = anchored.replace(/\/+$/, '');
      if (trimmed === '') return [];
      const whole = trimmed.includes('/') || glob.startsWith('/') ? trimmed : `**/${trimmed}`;
      return [picomatch([whole, `${whole}/**`], { dot: true })];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
