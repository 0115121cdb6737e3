import type { SameText } from '#domain/results.ts'
import type { Corpus, Passage } from './corpus.ts'

/**
 * Texts that repeat another, and texts that say nothing particular (防止千人一面).
 *
 * A text is held against every earlier one by its pairs of neighbouring words, so that the order of sentences does not
 * matter; the rarer a pair, the more it weighs, for stock phrases are shared by chance (inverse document frequency, Spärck
 * Jones 1972; containment of shingles, Broder 1997). It repeats the earlier text where all of it stands there, or
 * where most of it does and with it most of what few other texts say: forms filled in with other names and figures share
 * only what many texts say, and two accounts of one event in words of their own share little. Each text names the one
 * earlier text that it shares most with.
 *
 * @example sameTexts(corpusOf(snapshot)) // [{ statementId: 'D2', otherId: 'D1', similarity: 0.93, kind: 'copied' }]
 */
export function sameTexts(corpus: Corpus): SameText[] {
  const stock = new Map(corpus.passages.map((passage) => [passage.id, stockShare(corpus, passage)]))
  const telling = corpus.passages.filter(({ id }) => (stock.get(id) ?? 0) < mostlyStock)
  const index = indexOf(telling)
  const copies = telling.flatMap((passage, place) => copyOf(index, passage, place) ?? [])
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
/** From these shares on, of the text and of its rare pairs, it is an edited copy. */
const most = 0.5
const mostRare = 0.5
/** A pair of words in so few texts is rare; so many must be shared. */
const rarely = 4
const fewestRare = 4
/** Texts with a common pair of words are found through pairs that are in no more texts than this. */
const mostListed = 200

/** The share of the text that is stock; 0 where anything particular is said. */
function stockShare(corpus: Corpus, { clauses, particulars }: Passage): number {
  if (particulars.length > 0) return 0
  const letters = clauses.reduce((sum, { text }) => sum + text.length, 0)
  const stock = clauses.reduce((sum, clause) => sum + (corpus.isStock(clause) ? clause.text.length : 0), 0)
  return letters === 0 ? 0 : stock / letters
}

interface Index {
  readonly passages: readonly Passage[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly pairs: readonly (readonly number[])[]
  /** By pair: the texts that have it, oldest first. */
  readonly texts: readonly (readonly number[])[]
  readonly weights: readonly number[]
}

function indexOf(passages: readonly Passage[]): Index {
  const codes = new Map<string, number>()
  const texts: number[][] = []
  const pairs = passages.map(({ words }, place) => {
    const own = new Set<number>()
    for (let at = 0; at + 1 < words.length; at += 1) {
      const key = `${words[at]?.text} ${words[at + 1]?.text}`
      const code = codes.get(key) ?? codes.size
      if (code === codes.size) {
        codes.set(key, code)
        texts.push([])
      }
      own.add(code)
    }
    for (const code of own) texts[code]?.push(place)
    return [...own]
  })
  const weights = texts.map((having) => Math.log(1 + passages.length / having.length))
  return { passages, placeOf: new Map(passages.map(({ id }, place) => [id, place])), pairs, texts, weights }
}

/** The earlier text that this one repeats, if any; a declared one is named whatever they share. */
function copyOf(index: Index, passage: Passage, place: number): SameText | undefined {
  const declared = passage.declared === undefined ? undefined : index.placeOf.get(passage.declared)
  if (declared !== undefined) return copied(index, place, declared)
  let best: { other: number; share: number } | undefined
  for (const other of candidates(index, place)) {
    const { share, rareShare, rareShared } = overlap(index, place, other)
    const isCopy = share === 1 || (share >= most && rareShare >= mostRare && rareShared >= fewestRare)
    if (isCopy && (!best || share > best.share)) best = { other, share }
  }
  return best && copied(index, place, best.other)
}

const copied = (index: Index, place: number, other: number): SameText => ({
  statementId: index.passages[place]?.id ?? '',
  otherId: index.passages[other]?.id,
  similarity: overlap(index, place, other).share,
  kind: 'copied',
})

/** Earlier texts that share a pair of words which is not too common, oldest first. */
function candidates({ pairs, texts }: Index, place: number): number[] {
  const found = new Set<number>()
  for (const pair of pairs[place] ?? []) {
    const having = texts[pair] ?? []
    if (having.length > mostListed) continue
    for (const other of having) {
      if (other >= place) break
      found.add(other)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** How much of a text stands in another, by weight; and of its rare pairs, by number. */
function overlap({ pairs, texts, weights }: Index, place: number, other: number) {
  const theirs = new Set(pairs[other])
  let own = 0
  let shared = 0
  let rare = 0
  let rareShared = 0
  for (const pair of pairs[place] ?? []) {
    const weight = weights[pair] as number
    const isRare = (texts[pair]?.length ?? 0) <= rarely
    own += weight
    rare += isRare ? 1 : 0
    if (!theirs.has(pair)) continue
    shared += weight
    rareShared += isRare ? 1 : 0
  }
  return { share: own > 0 ? shared / own : 0, rareShare: rare > 0 ? rareShared / rare : 0, rareShared }
}
