import type { SameText } from '#domain/results.ts'
import type { Corpus, Passage } from './corpus.ts'
import { indexRuns, type Neighbour, type RunIndex } from './resemblance.ts'

/**
 * Texts that repeat another, and texts that say nothing particular (防止千人一面).
 *
 * Every text is held against every earlier one by its runs of four letters, so that the order of sentences and the swap of a
 * name matter little (resemblance, Broder 1997, "On the resemblance and containment of documents"). How much two texts share
 * by chance depends on how alike the texts of a place are anyway, so a text is judged against its own background, the sixth
 * most similar text about somebody else: where that is low, sharing nearly half is no accident; where it is high, the text
 * fills in a form, and only the same words, or most of what few other texts say, make a copy. Each text names the one earlier
 * text that it resembles most.
 *
 * @example sameTexts(corpusOf(snapshot)) // [{ statementId: 'D2', otherId: 'D1', similarity: 0.93, kind: 'copied' }]
 */
export function sameTexts(corpus: Corpus): SameText[] {
  const stock = new Map(corpus.passages.map((passage) => [passage.id, stockShare(corpus, passage)]))
  const telling = corpus.passages.filter(({ id }) => (stock.get(id) ?? 0) < mostlyStock)
  const copies = copiesAmong(telling)
  const empty = corpus.passages.flatMap((passage): SameText[] => {
    const similarity = stock.get(passage.id) ?? 0
    return similarity < mostlyStock
      ? []
      : [{ statementId: passage.id, otherId: undefined, similarity, kind: 'boilerplate' }]
  })
  return [...copies, ...empty].sort((a, b) => (a.statementId < b.statementId ? -1 : 1))
}

/** From this share of stock phrases on, a text without a particular is boilerplate. */
const mostlyStock = 0.75

/** The share of the text that is stock; 0 where anything particular is said. */
function stockShare(corpus: Corpus, { clauses, particulars }: Passage): number {
  if (particulars.length > 0) return 0
  const letters = clauses.reduce((sum, { text }) => sum + text.length, 0)
  const stock = clauses.reduce((sum, clause) => sum + (corpus.isStock(clause) ? clause.text.length : 0), 0)
  return letters === 0 ? 0 : stock / letters
}

/** From this resemblance on, two texts are no accident where others resemble neither … */
const noAccident = 0.42
/** … and so many runs are shared: short remarks on one place resemble each other anyway … */
const fewestShared = 20
/** … and from this background on, a text fills in a form. */
const form = 0.35
/** Which most similar text about another person is the background. */
const backgroundPlace = 6
/** What a copied form must share of the runs that are in so few texts, in number and share. */
const rarely = 4
const fewestRare = 6
const mostRare = 0.5

function copiesAmong(passages: readonly Passage[]): SameText[] {
  const index = indexRuns(passages.map(({ text }) => text))
  const placeOf = new Map(passages.map(({ id }, place) => [id, place]))
  const copied = (place: number, { place: other, resemblance }: Neighbour): SameText => ({
    statementId: passages[place]?.id ?? '',
    otherId: passages[other]?.id,
    similarity: resemblance,
    kind: 'copied',
  })
  return passages.flatMap(({ cadre, declared }, place): SameText[] => {
    const near = index.neighbours(place)
    const said = declared === undefined ? undefined : placeOf.get(declared)
    if (said !== undefined)
      return [copied(place, near.find((other) => other.place === said) ?? { place: said, resemblance: 0, shared: 0 })]
    const earlier = near.find((other) => other.place < place)
    if (!earlier) return []
    const others = near.filter((other) => passages[other.place]?.cadre !== cadre)
    const background = others[backgroundPlace - 1]?.resemblance ?? 0
    const isCopy =
      earlier.resemblance === 1 ||
      (earlier.resemblance >= noAccident &&
        ((background < form && earlier.shared >= fewestShared) || sharesTheRare(index, place, earlier.place)))
    return isCopy ? [copied(place, earlier)] : []
  })
}

function sharesTheRare({ runs, texts }: RunIndex, place: number, other: number): boolean {
  const theirs = new Set(runs[other])
  const rare = [...(runs[place] ?? [])].filter((run) => (texts[run]?.length ?? 0) <= rarely)
  const shared = rare.filter((run) => theirs.has(run)).length
  return shared >= fewestRare && shared >= mostRare * rare.length
}
