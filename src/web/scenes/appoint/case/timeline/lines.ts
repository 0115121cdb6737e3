/** Events and papers of a case as one record, by the day on which each happened. */
import type { CaseDetail, CasePaperShape } from '#server/contract/index.ts'

type Event = CaseDetail['timeline'][number]

export type Line =
  | {
      readonly kind: 'event'
      readonly id: string
      readonly on: string
      readonly recordedAt: string
      readonly event: Event
      /** Events that correct it, or the one that it corrects. */
      readonly corrections: readonly Event[]
    }
  | {
      readonly kind: 'paper'
      readonly id: string
      readonly on: string
      readonly recordedAt: string
      readonly paper: CasePaperShape
    }

/** The day of an instant on Beijing time, as events say it. */
export const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/**
 * The newest first; on one day, what was recorded last. A correction stands beside what it corrects, and has its own line too.
 */
export function linesOf(timeline: readonly Event[], papers: readonly CasePaperShape[]): readonly Line[] {
  const bySeq = new Map(timeline.map((event) => [event.seq, event]))
  const events = timeline.map(
    (event): Line => ({
      kind: 'event',
      id: `event-${event.seq}`,
      on: event.on,
      recordedAt: event.recordedAt,
      event,
      corrections: event.corrected.flatMap((seq) => bySeq.get(seq) ?? []),
    }),
  )
  const filed = papers.map(
    (paper): Line => ({
      kind: 'paper',
      id: `paper-${paper.paperId}`,
      on: paper.datedOn ?? dayOf(paper.recordedAt),
      recordedAt: paper.recordedAt,
      paper,
    }),
  )
  const key = ({ on, recordedAt }: Line): string => `${on} ${recordedAt}`
  return [...events, ...filed].toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
}
