/** Inputs that were valid, broken: bytes, numbers, words and lines changed, repeated, moved, cut off and mixed, by a seed. */
import type { Random } from '../../../src/county/random.ts'

/** One file of an input; an input of one file has one part. */
export interface Part {
  readonly name: string
  readonly bytes: Buffer
}
export type Input = readonly Part[]

/** What has broken programs before. */
export const hostileTexts: readonly string[] = [
  ...['', ' ', '\0', '\uFEFF', '\uFFFD', '\u202E', '\u2028', '\uD800', '😀', '𠮷', 'é', '\u3000', '\r', '\n\n', '\t'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'NaN', 'Infinity', 'undefined', 'null'],
  ...['-1', '0', '-0', '1e309', '9007199254740993', '4294967296', '2147483648', '0x10', '１２', '1.', '.5', '1,000'],
  ...['../../../etc/passwd', '..\\..\\', '/dev/zero', 'file:///etc/passwd', 'C:\\', '%2e%2e%2f', '%00', '%'],
  ...["' or '1'='1", '"; drop table cadres; --', '$1', '\\', "'", '"', '`', '=1+1', '@SUM(A1)', '=cmd|x!A1'],
  ...['<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '&#x110000;', '&#xD800;', '<![CDATA[', ']]>', '<!--', '<a'],
  ...['{', '}', '[', ']', '&a', '*a', '<<: *a', '!!js', '? ', '- - - -', '|', '>', '---', '%YAML 9', ': ', '#'],
  ...['0000-00', '9999-99-99', '2026-02-30', '1900.02.29', '20261301', '2026.13', '至今', '2026年', '45000', '-45000'],
  ...['（', '）', '(', '其间', '--', '—', '2001.03--', '(a+)+$', 'A1:XFD1048576', 'A0', 'ZZZZ1', 'rId999'],
]

const numbers = ['0', '-1', '1', '255', '256', '65535', '65536', '2147483647', '4294967295', '1e308', '99999999999999']
const bytes = [0, 1, 9, 10, 13, 0x20, 0x22, 0x26, 0x2c, 0x3c, 0x3e, 0x7f, 0x80, 0x81, 0xc0, 0xef, 0xfe, 0xff]

type Change = (given: Buffer, random: Random, others: () => Buffer, words: readonly string[]) => Buffer

const placed = (random: Random, length: number): [number, number] => {
  const from = random.below(length + 1)
  const most = random.chance(0.8) ? 16 : 4096
  return [from, Math.min(length, from + random.below(most))]
}

const put = (given: Buffer, from: number, to: number, content: Buffer | string): Buffer =>
  Buffer.concat([given.subarray(0, from), Buffer.from(content), given.subarray(to)])

const pick = <Item>(random: Random, items: readonly Item[], other: Item): Item =>
  items[random.below(items.length)] ?? other

/** A line, from its start to the start of the next. */
function lineAt(given: Buffer, at: number): [number, number] {
  const from = at === 0 ? 0 : given.lastIndexOf(10, at - 1) + 1
  const end = given.indexOf(10, at)
  return [from, end < 0 ? given.length : end + 1]
}

const changes: readonly Change[] = [
  (given, random) => {
    const made = Buffer.from(given)
    const at = random.below(Math.max(1, made.length))
    if (made.length > 0) made[at] = (made[at] ?? 0) ^ (1 << random.below(8))
    return made
  },
  (given, random) => {
    const made = Buffer.from(given)
    if (made.length > 0) made[random.below(made.length)] = pick(random, bytes, 0)
    return made
  },
  (given, random) => {
    const [from, to] = placed(random, given.length)
    return put(given, from, to, '')
  },
  (given, random, _others, words) => {
    const [from, to] = placed(random, given.length)
    const word = random.chance(0.5) ? pick(random, hostileTexts, '') : pick(random, words, '')
    return put(given, from, random.chance(0.5) ? from : to, word)
  },
  (given, random) => {
    const [from, to] = placed(random, given.length)
    const times = random.chance(0.95) ? 1 + random.below(8) : 1 + random.below(2000)
    const repeated = Buffer.concat(Array.from({ length: times }, () => given.subarray(from, to)))
    return put(given, to, to, repeated.subarray(0, 60_000))
  },
  (given, random, others) => {
    const other = others()
    const [from, to] = placed(random, other.length)
    const [at, end] = placed(random, given.length)
    return put(given, at, random.chance(0.5) ? at : end, other.subarray(from, to))
  },
  (given, random, others) =>
    Buffer.concat([given.subarray(0, random.below(given.length + 1)), others().subarray(random.below(64))]),
  (given, random) => given.subarray(0, random.below(given.length + 1)),
  (given, random) => {
    const [from, to] = lineAt(given, random.below(given.length + 1))
    return random.chance(0.5) ? put(given, from, to, '') : put(given, to, to, given.subarray(from, to))
  },
  (given, random, _others, words) => {
    const found = [...given.toString('latin1').matchAll(/\d+/g)]
    const one = found[random.below(found.length)]
    const number = random.chance(0.7) ? pick(random, numbers, '0') : pick(random, words, '0')
    return one ? put(given, one.index, one.index + one[0].length, number) : given
  },
  (given, random) => {
    const made = Buffer.from(given)
    if (made.length < 4) return made
    const at = random.below(made.length - 3)
    const value = pick(random, [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, made.length, 0xffff], 0)
    if (random.chance(0.5)) made.writeUInt32LE(value, at)
    else made.writeUInt16BE(value & 0xffff, at)
    return made
  },
  (given, random) => {
    const word = pick(random, hostileTexts, '')
    const at = random.below(given.length + 1)
    const [from, to] = boundsOfWord(given, at)
    return put(given, from, to, word)
  },
]

/** Between two marks of a text: a cell, a value, an element's text. */
function boundsOfWord(given: Buffer, at: number): [number, number] {
  const isMark = (byte: number | undefined): boolean =>
    byte === undefined || '<>,:;"\n\r\t[]{}= '.includes(String.fromCharCode(byte))
  let from = at
  let to = at
  while (from > 0 && !isMark(given[from - 1])) from -= 1
  while (to < given.length && !isMark(given[to])) to += 1
  return [from, to]
}

/** Longer inputs say nothing that shorter ones do not, and cost time. */
const longest = 200_000

/** One to eight changes, all in one part. */
export function mutate(input: Input, random: Random, pool: readonly Input[], words: readonly string[]): Input {
  const chosen = random.below(input.length)
  const others = (): Buffer => {
    const other = pool[random.below(pool.length)] ?? input
    return other[random.below(other.length)]?.bytes ?? Buffer.alloc(0)
  }
  return input.map((part, index) => {
    if (index !== chosen) return part
    let made = part.bytes
    for (let left = 1 + random.below(random.chance(0.7) ? 3 : 8); left > 0; left -= 1) {
      const change = changes[random.below(changes.length)]
      if (change) made = change(made, random, others, words).subarray(0, longest)
    }
    return { ...part, bytes: made }
  })
}

/** The words of valid inputs: element names, column titles, terms, dates. */
export function wordsOf(inputs: readonly Input[]): readonly string[] {
  const words = new Set<string>()
  for (const part of inputs.flat())
    for (const [word] of part.bytes.toString('utf8').matchAll(/[\p{L}\p{N}_.-]{2,24}/gu)) {
      words.add(word)
      if (words.size >= 4000) return [...words]
    }
  return [...words]
}
