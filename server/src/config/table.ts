/**
 * The one table of settings. The editor's settings page, the schema of `.attest.yaml`, the defaults, the checks of what
 * people write and the documentation are all made from it.
 */
import { PROFILES, RULE_IDS, SEVERITIES } from '../rules/rule.ts';
import {
  ANNOTATION_PLACES,
  ATTRIBUTION_ORDERS,
  CHECK_ON,
  CODE_LENS,
  QUOTATION_MARKS,
  TRACE,
  type Settings,
} from './settings.ts';

/** `trace.server` is read by the client alone and is no part of `Settings`. */
export type SettingProperty = keyof Settings | 'trace';

/** The part of JSON Schema that settings need. */
export interface SettingSchema {
  readonly type: 'boolean' | 'string' | 'number' | 'integer' | 'array' | 'object';
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly items?:
    { readonly oneOf: readonly ItemSchema[] } | { readonly type: 'string'; readonly minLength: number };
  readonly properties?: Readonly<
    Record<string, { readonly enum: readonly string[]; readonly description: string }>
  >;
  readonly additionalProperties?: false;
  readonly uniqueItems?: boolean;
}

export type ItemSchema =
  | { readonly type: 'string'; readonly minLength: number }
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, { readonly type: 'string'; readonly minLength: number }>>;
      readonly required: readonly string[];
      readonly additionalProperties: false;
    };

export interface Setting {
  /** Without the `attest.` before it: `check.on`. In the project file the same words, nested. */
  readonly key: string;
  readonly property: SettingProperty;
  readonly schema: SettingSchema;
  readonly default: unknown;
  /** The editor's scope: `resource` may differ by folder, `window` not. */
  readonly scope: 'resource' | 'window';
  /** Whether `.attest.yaml` may hold it: what a newsroom shares, not what one person likes to see. */
  readonly shared: boolean;
  /** Markdown; `#attest.x#` links to another setting. */
  readonly description: string;
  readonly category: 'Checking' | 'Sources' | 'House style' | 'Editor';
  /** What the editor's settings page finds it by besides its words. */
  readonly tags?: readonly string[];
}

const GLOBS: SettingSchema = { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true };

const RULE_LEVELS = [...SEVERITIES, 'off'] as const;

/** In the order in which they are shown. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'enable',
    property: 'enable',
    schema: { type: 'boolean' },
    default: true,
    scope: 'resource',
    shared: false,
    description: 'Whether Attest reads articles at all: warnings, hovers, links and views.',
    category: 'Checking',
  },
  {
    key: 'profile',
    property: 'profile',
    schema: {
      type: 'string',
      enum: PROFILES,
      enumDescriptions: [
        'No warnings.',
        'For a first draft: every warning is only a hint.',
        'For finished copy: each rule with its own severity.',
        'For a fact-check: every claim and every quotation also needs an annotation.',
      ],
    },
    default: 'desk',
    scope: 'resource',
    shared: true,
    description: 'How strictly an article is checked. `#attest.rules#` changes single rules.',
    category: 'Checking',
  },
  {
    key: 'rules',
    property: 'rules',
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        RULE_IDS.map((id) => [
          id,
          { enum: RULE_LEVELS, description: `The severity of \`${id}\`, or \`off\`.` },
        ]),
      ),
      additionalProperties: false,
    },
    default: {},
    scope: 'resource',
    shared: true,
    description: 'Severities of single rules, over those of `#attest.profile#`; `off` silences a rule.',
    category: 'Checking',
  },
  {
    key: 'check.on',
    property: 'checkOn',
    schema: {
      type: 'string',
      enum: CHECK_ON,
      enumDescriptions: [
        'While typing.',
        'When a file is opened or saved.',
        'Only by the command *Attest: Check Now*.',
      ],
    },
    default: 'type',
    scope: 'resource',
    shared: false,
    description: 'When warnings are brought up to date.',
    category: 'Checking',
  },
  {
    key: 'hideWhileTyping',
    property: 'hideWhileTyping',
    schema: { type: 'integer', minimum: 0, maximum: 60_000 },
    default: 1500,
    scope: 'resource',
    shared: false,
    description:
      'Milliseconds of rest before a new warning shows in the sentence you are typing; `0` shows it at once. A warning that no longer holds goes at once.',
    category: 'Checking',
  },
  {
    key: 'include',
    property: 'include',
    schema: GLOBS,
    default: [],
    scope: 'resource',
    shared: true,
    description: 'Globs of files that are checked even when they do not read like an article.',
    category: 'Checking',
  },
  {
    key: 'exclude',
    property: 'exclude',
    schema: GLOBS,
    default: ['**/node_modules/**', '**/.git/**', '**/*.facts.*', '**/*.clean.*'],
    scope: 'resource',
    shared: true,
    description: 'Globs of files that are neither checked nor searched for sources.',
    category: 'Checking',
  },
  {
    key: 'maxFileSize',
    property: 'maxFileSize',
    schema: { type: 'integer', minimum: 1, maximum: 65_536 },
    default: 2048,
    scope: 'resource',
    shared: true,
    description: 'Files larger than this many kilobytes are left alone.',
    category: 'Checking',
  },
  {
    key: 'knownFacts',
    property: 'knownFacts',
    schema: {
      type: 'array',
      items: {
        oneOf: [
          { type: 'string', minLength: 1 },
          {
            type: 'object',
            properties: { text: { type: 'string', minLength: 1 }, reason: { type: 'string', minLength: 1 } },
            required: ['text'],
            additionalProperties: false,
          },
        ],
      },
    },
    default: [],
    scope: 'resource',
    shared: true,
    description:
      'Statements that need no source here, each as the words to look for, or as an object with `text` and `reason`.',
    category: 'Sources',
  },
  {
    key: 'sources',
    property: 'sources',
    schema: GLOBS,
    default: [],
    scope: 'resource',
    shared: true,
    description:
      'Globs of source documents: transcripts, releases, interviews. Any article may be a source; these come first, and quotations are held to their wording.',
    category: 'Sources',
  },
  {
    key: 'annotations.place',
    property: 'annotationPlace',
    schema: {
      type: 'string',
      enum: ANNOTATION_PLACES,
      enumDescriptions: [
        'Marks and comments in Markdown, the annotation file for plain text.',
        'Marks in the text.',
        'The annotation file beside the article; its text stays untouched.',
      ],
    },
    default: 'auto',
    scope: 'resource',
    shared: true,
    description: 'Where a link to a source or a dismissal is recorded.',
    category: 'Sources',
  },
  {
    key: 'style.quotationMarks',
    property: 'quotationMarks',
    schema: {
      type: 'string',
      enum: QUOTATION_MARKS,
      enumDescriptions: [
        'As the article does.',
        '“curly”',
        '"straight"',
        '‘single curly’',
        '«guillemets»',
        '„German“',
      ],
    },
    default: 'auto',
    scope: 'resource',
    shared: true,
    description: 'Quotation marks that Attest inserts. It never changes those that are there.',
    category: 'House style',
  },
  {
    key: 'style.attributionVerb',
    property: 'attributionVerb',
    schema: { type: 'string', minLength: 1 },
    default: 'said',
    scope: 'resource',
    shared: true,
    description: 'The verb in an attribution that Attest inserts.',
    category: 'House style',
  },
  {
    key: 'style.attributionOrder',
    property: 'attributionOrder',
    schema: {
      type: 'string',
      enum: ATTRIBUTION_ORDERS,
      enumDescriptions: ['“…,” Halloran said.', '“…,” said Halloran.'],
    },
    default: 'speaker-verb',
    scope: 'resource',
    shared: true,
    description: 'The order of speaker and verb in an attribution that Attest inserts.',
    category: 'House style',
  },
  {
    key: 'completion.quotations',
    property: 'completeQuotations',
    schema: { type: 'boolean' },
    default: true,
    scope: 'resource',
    shared: false,
    description:
      'Offer the exact words of the sources while a quotation is typed, as completion and as ghost text.',
    category: 'Editor',
  },
  {
    key: 'paste.quotations',
    property: 'pasteQuotations',
    schema: { type: 'boolean' },
    default: true,
    scope: 'resource',
    shared: false,
    description: 'Offer to paste words copied from a source as a quotation with its speaker.',
    category: 'Editor',
  },
  {
    key: 'inlayHints.speakers',
    property: 'inlayHints',
    schema: { type: 'boolean' },
    default: false,
    scope: 'resource',
    shared: false,
    description: 'Show after “he said” or “the ministry said” who that is.',
    category: 'Editor',
  },
  {
    key: 'codeLens',
    property: 'codeLens',
    schema: {
      type: 'string',
      enum: CODE_LENS,
      enumDescriptions: [
        'None.',
        'The tally at the top of the article.',
        'The tally, and a line over each quotation that has a counterpart.',
      ],
    },
    default: 'article',
    scope: 'resource',
    shared: false,
    description: 'Lines above the text with what Attest found.',
    category: 'Editor',
  },
  {
    key: 'semanticTokens',
    property: 'semanticTokens',
    schema: { type: 'boolean' },
    default: true,
    scope: 'resource',
    shared: false,
    description: 'Colour speakers, cues and claims by what they are, on top of the colours of the grammar.',
    category: 'Editor',
    tags: ['accessibility'],
  },
  {
    key: 'decorations',
    property: 'decorations',
    schema: { type: 'boolean' },
    default: true,
    scope: 'window',
    shared: false,
    description:
      'Show the state of each fact in the gutter and the overview ruler: verified, disputed, to be checked, changed since, traced, without a source.',
    category: 'Editor',
    tags: ['accessibility'],
  },
  {
    key: 'trace.server',
    property: 'trace',
    schema: {
      type: 'string',
      enum: TRACE,
      enumDescriptions: [
        'Nothing.',
        'The messages, without their contents.',
        'The messages with their contents, which include your text.',
      ],
    },
    default: 'off',
    scope: 'window',
    shared: false,
    description:
      'What passes between the editor and the language server is written to the output channel *Attest*.',
    category: 'Editor',
  },
];

/** The settings that `.attest.yaml` may hold. */
export const SHARED_SETTINGS: readonly Setting[] = SETTINGS.filter(({ shared }) => shared);

/** What holds where nobody has decided otherwise. */
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTINGS.filter(({ property }) => property !== 'trace').map((setting) => [
    setting.property,
    setting.default,
  ]),
) as unknown as Settings;
