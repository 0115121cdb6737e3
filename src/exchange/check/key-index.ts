/**
 * Which row holds a key first. Two million ballot keys as strings would fill the memory; here a key is a 64-bit hash in
 * typed arrays, 12 bytes a slot. Two different keys of 2 M share a hash with a chance of about 1e-7.
 */
export class KeyIndex {
  private high = new Uint32Array(1024)
  private low = new Uint32Array(1024)
  /** 0 where the slot is free. */
  private rows = new Int32Array(1024)
  private size = 0
  private hashHigh = 0
  private hashLow = 0

  /** Keeps the key for `row` and returns 0, or returns the row that holds it already. */
  add(key: string, row: number): number {
    if (this.size * 2 >= this.rows.length) this.grow()
    this.hash(key)
    const slot = this.slotOf(this.hashHigh, this.hashLow)
    const holder = this.rows[slot] ?? 0
    if (holder !== 0) return holder
    this.put(slot, this.hashHigh, this.hashLow, row)
    this.size += 1
    return 0
  }

  /** The row that holds the key, or 0. */
  rowOf(key: string): number {
    this.hash(key)
    return this.rows[this.slotOf(this.hashHigh, this.hashLow)] ?? 0
  }

  private put(slot: number, high: number, low: number, row: number): void {
    this.high[slot] = high
    this.low[slot] = low
    this.rows[slot] = row
  }

  private slotOf(high: number, low: number): number {
    const mask = this.rows.length - 1
    let slot = (low ^ (high >>> 7)) & mask
    while ((this.rows[slot] ?? 0) !== 0 && (this.high[slot] !== high || this.low[slot] !== low))
      slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { high, low, rows } = this
    this.high = new Uint32Array(rows.length * 2)
    this.low = new Uint32Array(rows.length * 2)
    this.rows = new Int32Array(rows.length * 2)
    for (let slot = 0; slot < rows.length; slot += 1) {
      const row = rows[slot] ?? 0
      if (row === 0) continue
      const [h, l] = [high[slot] ?? 0, low[slot] ?? 0]
      this.put(this.slotOf(h, l), h, l, row)
    }
  }

  /** Two multiplicative hashes over the code units, mixed at the end as in MurmurHash3's finaliser. */
  private hash(key: string): void {
    let a = 0x9e3779b9 ^ key.length
    let b = 0x85ebca6b
    for (let index = 0; index < key.length; index += 1) {
      const unit = key.charCodeAt(index)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
      b ^= b >>> 15
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
    this.hashHigh = a >>> 0
    this.hashLow = b >>> 0
  }
}

/** A 32-bit hash (FNV-1a over code units) that tells whether two rows of one key are the same row. */
export function contentHash(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** A set of row numbers, one bit each. */
export class RowSet {
  private bits = new Uint32Array(64)
  size = 0

  add(row: number): void {
    const word = row >>> 5
    if (word >= this.bits.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.bits.length * 2))
      wider.set(this.bits)
      this.bits = wider
    }
    if (this.has(row)) return
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (row & 31))
    this.size += 1
  }

  has(row: number): boolean {
    return (((this.bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1
  }
}
