/** Uniform on (0, 1), 32 bits each, from a seed: sfc32 (Doty-Humphrey, PractRand), state spread by Weyl's sequence. */
export function seededUniform(seed: number): () => number {
  let a = seed | 0
  let b = Math.imul(seed, 0x9e3779b9) ^ 0x243f6a88
  let c = Math.imul(seed ^ 0x85a308d3, 0x85ebca6b)
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let turn = 0; turn < 15; turn += 1) next()
  return next
}

/** Standard normal, from a seed: the polar method of Marsaglia and Bray (1964, SIAM Rev. 6:260–264). */
export function seededNormal(seed: number): () => number {
  const uniform = seededUniform(seed)
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * scale
      return x * scale
    }
  }
}
