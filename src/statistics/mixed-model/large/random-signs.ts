/** 32 random bits at a time, each of them a sign, from a fixed seed: SplitMix (Steele, Lea and Flood 2014, OOPSLA) of 32 bits. */
export function randomSigns(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = state
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return word ^ (word >>> 15)
  }
}
