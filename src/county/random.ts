import { invariant } from '#domain/problem.ts'

/** 128 bits of state from any text (MurmurHash3 finalizer over four lanes). */
function hashText(text: string): [number, number, number, number] {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a]
}

/**
 * A stream of random numbers with a name (sfc32, Doty-Humphrey). Streams of different names are independent, so drawing
 * more from one part of the city does not reshuffle another.
 * @example new Random(7, 'person', 12).below(6)
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter: number

  constructor(seed: number, ...name: readonly (string | number)[]) {
    const [a, b, c, counter] = hashText(`${seed}/${name.join('/')}`)
    this.a = a
    this.b = b
    this.c = c
    this.counter = counter
    for (let turn = 0; turn < 12; turn += 1) this.next()
  }

  private next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + sum) | 0
    return sum >>> 0
  }

  /** In [0, 1). */
  uniform(): number {
    return this.next() / 4294967296
  }

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.uniform() * bound)
  }

  /** A whole number in [least, most]. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  chance(probability: number): boolean {
    return this.uniform() < probability
  }

  /** Standard normal (Box and Muller, one of the pair). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform())
  }

  /** Standard Gumbel: the noise under which the best of several candidates follows a logit choice. */
  gumbel(): number {
    return -Math.log(-Math.log((this.next() + 0.5) / 4294967296))
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    invariant(item !== undefined, 'picked from an empty list')
    return item
  }

  /** Picks the first of each pair with a chance in proportion to the second. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.uniform() * items.reduce((sum, item) => sum + item[1], 0)
    for (const [value, weight] of items) {
      left -= weight
      if (left < 0) return value
    }
    const last = items.at(-1)
    invariant(last !== undefined, 'weighed an empty list')
    return last[0]
  }

  /** A new array in random order. */
  shuffled<T>(items: readonly T[]): T[] {
    const order = items.map((item) => ({ item, key: this.uniform() }))
    return order.sort((left, right) => left.key - right.key).map(({ item }) => item)
  }
}
