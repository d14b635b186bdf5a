/** Commands the server runs itself. Clients list them in their menus by names of their own, if at all. */
import type { AnnotationVerdict } from '../annotations/annotation.ts';

/**
 * Records something about a passage in the annotation file; the argument is `AnnotateArguments`, the answer the id of the
 * annotation, or null when it was not written.
 */
export const ANNOTATE_COMMAND = 'attest.server.annotate';

/** Takes annotations back; the argument is `{ textDocument: { uri }, annotations: ids }`, the ids as `Fact` has them. */
export const REMOVE_ANNOTATIONS_COMMAND = 'attest.server.removeAnnotations';

/** Checks a document now, whatever `attest.check.on` says; the argument is `{ textDocument: { uri } }`. */
export const CHECK_COMMAND = 'attest.server.check';

/**
 * Commands of Attest's own client, which a code lens runs when the client says in `experimental.commands` that it has
 * them. The first compares a passage with its source, given as `CompareParams`; the second shows the Facts view.
 */
export const COMPARE_COMMAND = 'attest.compareWithSource';
export const FACTS_COMMAND = 'attest.facts.focus';

/**
 * Commands of Attest's own client that ask for more before they act. `DISMISS_COMMAND` takes `DismissParams` without the
 * reason; the others are about the cursor or selection.
 */
export const DISMISS_COMMAND = 'attest.dismiss';
export const LINK_COMMAND = 'attest.linkToSource';
export const VERDICT_COMMANDS: Readonly<Partial<Record<AnnotationVerdict, string>>> = {
  verified: 'attest.markVerified',
  disputed: 'attest.markDisputed',
  'needs-checking': 'attest.markNeedsChecking',
};
