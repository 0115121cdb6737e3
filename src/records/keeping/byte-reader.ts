/** Reads a stream of buffers by the number of bytes. */
export interface ByteReader {
  /** Exactly so many bytes; fewer only where the stream ends. */
  take(length: number): Promise<Buffer>
}

export function readBytes(source: AsyncIterable<Buffer>): ByteReader {
  const iterator = source[Symbol.asyncIterator]()
  let parts: Buffer[] = []
  let held = 0
  return {
    async take(length) {
      while (held < length) {
        const { value, done } = await iterator.next()
        if (done) break
        parts.push(value)
        held += value.length
      }
      const whole = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
      const rest = whole.subarray(length)
      parts = rest.length > 0 ? [rest] : []
      held = rest.length
      return whole.subarray(0, length)
    },
  }
}
