/** Numbers as bytes and back, for the file of weights. Small numbers take one byte (LEB128). */
export class Packer {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 to 2^32 - 1. */
  number(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  float(value: number): void {
    for (const byte of new Uint8Array(Float32Array.of(value).buffer)) this.byte(byte);
  }

  /** Sorted 32-bit numbers, by their differences. */
  sorted(values: Uint32Array): void {
    this.number(values.length);
    let previous = 0;
    for (const value of values) {
      this.number(value - previous);
      previous = value;
    }
  }

  toBytes(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

export class Unpacker {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  float(): number {
    return new Float32Array(Uint8Array.from([this.byte(), this.byte(), this.byte(), this.byte()]).buffer)[0]!;
  }

  sorted(): Uint32Array {
    const values = new Uint32Array(this.number());
    let previous = 0;
    for (let i = 0; i < values.length; i++) {
      previous += this.number();
      values[i] = previous;
    }
    return values;
  }
}

/** The bytes of a base64 text (RFC 4648); what is no base64 counts nothing. */
export function bytesOfBase64(text: string): Uint8Array {
  const codes = new Int8Array(128).fill(-1);
  for (let k = 0; k < 64; k++) codes[ALPHABET.charCodeAt(k)] = k;
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codes[text.charCodeAt(i) & 127]!;
    if (code < 0) continue;
    held = (held << 6) | code;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
