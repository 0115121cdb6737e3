import { textAt } from '#domain/columns.ts'
import type { SameText, WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type ConductCount, type ConductEvent, conductOf, countConduct } from './conduct.ts'
import { type Corpus, corpusOf, type Passage } from './corpus.ts'
import { merged } from './particulars.ts'
import { sameTexts } from './sameness.ts'

/** A stretch of a text: `particular` (a number, a date, a name) or `stock` (fits anybody). */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly kind: 'particular' | 'stock'
}

export interface ReadText {
  readonly statementId: string
  readonly channel: string
  readonly recordedOn: number
  readonly aspect: string | undefined
  readonly tone: string | undefined
  readonly event: string | undefined
  readonly text: string
  readonly marks: readonly Mark[]
  readonly same:
    | (SameText & { readonly otherCadreId: string | undefined; readonly otherText: string | undefined })
    | undefined
}

/** The working paper `character` of a cadre: political conduct by event, and every appraisal text with what is in it. */
export interface CharacterPaper {
  readonly counts: Readonly<Record<'major' | 'minor', ConductCount>>
  readonly events: readonly ConductEvent[]
  /** Newest first. */
  readonly texts: readonly ReadText[]
}

export interface CharacterReading {
  readonly sameness: readonly SameText[]
  readonly papers: readonly WorkingPaper[]
}

/**
 * Reads all statements: which texts repeat others or say nothing particular, and what is on file of everybody's political
 * conduct. Order of rows does not matter.
 *
 * @example readCharacter(snapshot).sameness
 */
export function readCharacter(snapshot: Snapshot): CharacterReading {
  const corpus = corpusOf(snapshot)
  const sameness = sameTexts(corpus)
  const conduct = conductOf(snapshot, sameness)
  const texts = textsByCadre(snapshot, corpus, sameness)
  const { cadre_id } = snapshot.tables.cadres.columns
  const papers = Array.from({ length: snapshot.tables.cadres.length }, (_, row) => textAt(cadre_id, row) ?? '').flatMap(
    (subject, row): WorkingPaper[] => {
      const events = conduct.get(subject) ?? []
      const own = texts.get(row) ?? []
      if (events.length === 0 && own.length === 0) return []
      const counts = { major: countConduct(events, 'political-major'), minor: countConduct(events, 'political-minor') }
      return [{ kind: 'character', subject, body: { counts, events, texts: own } satisfies CharacterPaper }]
    },
  )
  return { sameness, papers }
}

function textsByCadre(
  snapshot: Snapshot,
  corpus: Corpus,
  sameness: readonly SameText[],
): ReadonlyMap<number, readonly ReadText[]> {
  const sameOf = new Map(sameness.map((same) => [same.statementId, same]))
  const passageOf = new Map(corpus.passages.map((passage) => [passage.id, passage]))
  const { cadre_id } = snapshot.tables.cadres.columns
  const { channel, aspect, tone } = snapshot.tables.statements.columns
  const texts = new Map<number, ReadText[]>()
  for (const passage of corpus.passages.toReversed()) {
    const same = sameOf.get(passage.id)
    const other = same?.otherId === undefined ? undefined : passageOf.get(same.otherId)
    const read: ReadText = {
      statementId: passage.id,
      channel: textAt(channel, passage.row) ?? '',
      recordedOn: passage.recordedOn,
      aspect: textAt(aspect, passage.row),
      tone: textAt(tone, passage.row),
      event: passage.event,
      text: passage.text,
      marks: marksOf(corpus, passage),
      same: same && { ...same, otherCadreId: other && textAt(cadre_id, other.cadre), otherText: other?.text },
    }
    const own = texts.get(passage.cadre)
    if (own) own.push(read)
    else texts.set(passage.cadre, [read])
  }
  return texts
}

function marksOf(corpus: Corpus, { clauses, particulars }: Passage): Mark[] {
  const stock = clauses.filter((clause) => corpus.isStock(clause))
  return [
    ...merged(particulars).map((span): Mark => ({ ...span, kind: 'particular' })),
    ...stock.map(({ at, text }): Mark => ({ from: at, to: at + text.length, kind: 'stock' })),
  ].sort((a, b) => a.from - b.from)
}
