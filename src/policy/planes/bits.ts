/** Sets of people as bits: 32 to a word. The bits past the last item are always 0. */
export type Bits = Uint32Array

export const wordsFor = (size: number): number => (size + 31) >>> 5

export const hasBit = (bits: Bits, item: number): boolean => ((bits[item >>> 5] ?? 0) & (1 << (item & 31))) !== 0

export function setBit(bits: Bits, item: number, value = true): void {
  const mask = 1 << (item & 31)
  const word = bits[item >>> 5] ?? 0
  bits[item >>> 5] = value ? word | mask : word & ~mask
}

/** All of `size` items. */
export function fullBits(size: number): Bits {
  const bits = new Uint32Array(wordsFor(size)).fill(0xffffffff)
  if (size & 31) bits[bits.length - 1] = (1 << (size & 31)) - 1
  return bits
}

/** How many bits of one word are set. */
export function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let word = 0; word < bits.length; word += 1) count += popcount(bits[word] ?? 0)
  return count
}

/** Calls `see` with every item of a set, in order. */
export function eachBit(bits: Bits, see: (item: number) => void): void {
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word] ?? 0
    while (rest !== 0) {
      see((word << 5) + 31 - Math.clz32(rest & -rest))
      rest &= rest - 1
    }
  }
}

/** The items of a set, in order. */
export function itemsOf(bits: Bits): number[] {
  const items: number[] = []
  eachBit(bits, (item) => items.push(item))
  return items
}
