/** Each with its code, because a screen may lack it too. @example charactersNamed(['𫠠']) // ['𫠠（U+2B820）'] */
export const charactersNamed = (characters: readonly string[]): string[] =>
  characters.map((one) => `${one}（U+${one.codePointAt(0)?.toString(16).toUpperCase()}）`)
