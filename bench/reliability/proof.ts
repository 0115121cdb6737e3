/** A proof of reliability: it runs for minutes, says what it finds line by line, and is kept or not. */
export interface Proof {
  readonly options: Readonly<Record<string, { readonly default: string; readonly what: string }>>
  /** Returns whether everything that it proves was kept. */
  run(given: Readonly<Record<string, string>>, say: (line: string) => void): Promise<boolean>
}
