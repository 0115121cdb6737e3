import { loadRuleBook, type RuleBook, readOverlayFile } from '#policy/index.ts'

/**
 * The national rules, with what the overlay file of a place adds where one is named.
 * @throws ProblemError for a file that cannot be read or holds what may not be adopted
 */
export function bookWith(overlay: string | undefined): RuleBook {
  const national = loadRuleBook()
  return overlay === undefined ? national : national.with(readOverlayFile(overlay))
}
