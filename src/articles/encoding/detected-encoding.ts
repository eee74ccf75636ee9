import { isUtf8 } from 'node:buffer';
import { TextDecoder } from '@exodus/bytes/encoding.js';
import { analyse } from 'chardet';
import { knownEncoding } from './declared-encoding.js';

/** Bytes that are looked at. */
const SAMPLE = 64 * 1024;
/** In UTF-16, this share of the bytes of most scripts' mark-up and spaces is zero, all on one side. */
const ZEROS = 0.2;
const FEWEST_ZEROS = 4;
/** A Western text has fewer letters than this beyond ASCII; only others are worth a statistical guess. */
const FOREIGN = 0.3;
/** Of 100; what is less sure is not believed. */
const SURE = 10;
/** What a text with few Western letters is not: UTF-8 and the Latin alphabets; windows-1251 and 1253 are others. */
const WESTERN = /^(?:UTF|windows-125[0247]|ISO-8859-[129]$)/i;

/**
 * Finds the encoding of a text that declares none: UTF-16 by its zeros, UTF-8 by its form, others by their letters.
 * As in browsers, it is windows-1252 if nothing shows that it is another one.
 */
export function detectedEncoding(bytes: Uint8Array): string {
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  const { sound, broken } = utf8Sequences(bytes);
  if (sound >= broken) return 'utf-8';
  const sample = bytes.subarray(0, SAMPLE);
  if (foreignShare(sample) < FOREIGN) return 'windows-1252';
  const guesses = analyse(sample)
    .filter(({ name, confidence }) => confidence >= SURE && !WESTERN.test(name))
    .flatMap(({ name }) => knownEncoding(name) ?? []);
  return guesses.find((guess) => isWhole(guess, sample)) ?? 'windows-1252';
}

/** Whether all bytes but perhaps the last few, where the sample was cut, are characters of an encoding. */
function isWhole(encoding: string, sample: Uint8Array): boolean {
  return !new TextDecoder(encoding).decode(sample).slice(0, -2).includes('\uFFFD');
}

/** Tells UTF-16 by zeros at every other byte, which no other encoding of a text has; null if it is not UTF-16. */
export function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return null;
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [position, byte] of sample.entries()) if (byte === 0) zeros[position % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (odd > Math.max(FEWEST_ZEROS, sample.length * ZEROS) && even < odd / 20) return 'utf-16le';
  if (even > Math.max(FEWEST_ZEROS, sample.length * ZEROS) && odd < even / 20) return 'utf-16be';
  return null;
}

/** Counts the characters beyond ASCII that are sound UTF-8, and those that are not. The first are only counted beside others. */
export function utf8Sequences(bytes: Uint8Array): { sound: number; broken: number } {
  if (isUtf8(bytes) && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\uFFFD')) {
    return { sound: 0, broken: 0 };
  }
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  // Counting them all is only needed where some are broken.
  const sound = broken === 0 ? 0 : (text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0);
  return { sound, broken };
}

/** The share of a text's letters that are not ASCII. */
function foreignShare(bytes: Uint8Array): number {
  let [ascii, foreign] = [0, 0];
  let isTag = false;
  for (const byte of bytes) {
    if (byte === LESS || byte === GREATER) isTag = byte === LESS;
    else if (isTag) continue;
    else if (byte >= 0x80) foreign += 1;
    else if (isAsciiLetter(byte)) ascii += 1;
  }
  return foreign / Math.max(1, ascii + foreign);
}

const [LESS, GREATER] = [0x3c, 0x3e];

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
