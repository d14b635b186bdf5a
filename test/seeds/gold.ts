/** `shared/seeds/gold.json`: what a careful reader finds in two real reports, in the terms of `attest analyze`. */
import { readFileSync } from 'node:fs';
import { SHARED } from '../support/shared.ts';

export type Range = [start: number, end: number];

export interface GoldAttribution {
  readonly content: Range[];
  readonly cue: Range[];
  readonly source: Range[];
  readonly speaker: string;
  readonly kind: string;
}

export interface GoldQuote {
  readonly range: Range;
  readonly speaker: string | null;
  readonly kind: string;
}

export interface GoldClaim {
  readonly range: Range;
  readonly value: number;
  readonly modifier: string;
  readonly unit: string | null;
  readonly speaker?: string | null;
  /** Null: stands in page furniture; no warning either way. */
  readonly unattributed: boolean | null;
}

export interface GoldDocument {
  readonly blocks: {
    readonly furniture: string[];
    readonly headline?: string;
    readonly dateline?: string;
    readonly credit?: string;
    readonly date?: string;
  };
  readonly attributions: GoldAttribution[];
  readonly quotes: GoldQuote[];
  readonly claims: GoldClaim[];
  readonly notClaims: string[];
  readonly speakers: Record<string, string[]>;
}

export interface GoldPassage {
  readonly doc: string;
  readonly range: Range;
}

export interface GoldLink {
  readonly from: GoldPassage;
  readonly to: GoldPassage;
  readonly relation: 'altered' | 'paraphrase';
  /** What whoever marked it remarks. */
  readonly note?: string;
}

export interface Gold {
  readonly documents: Record<string, GoldDocument>;
  readonly links: GoldLink[];
}

const FOLDER = `${SHARED}seeds/`;

export function readGold(): Gold {
  return JSON.parse(readFileSync(`${FOLDER}gold.json`, 'utf8')) as Gold;
}

export function seedPath(name: string): string {
  return FOLDER + name;
}

export function readSeed(name: string): string {
  return readFileSync(seedPath(name), 'utf8');
}
