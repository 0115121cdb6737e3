/** The analysis of what is recorded, from the snapshot to the edition that the screens show. */
import { type DateCode, officeDay } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { RuleBook } from '#policy/index.ts'
import { type Records, type RunEntry, withholdResults } from '#records/index.ts'
import { writeEdition } from '#records/queries/index.ts'
import { readRestrictions } from '../matters/restrictions.ts'
import { rosterReckonings } from '../roster/reckoning.ts'
import { analyse, type stopwatch } from './analyse.ts'

export const savingStep: Text = { zh: '存入结果，换上新版', en: 'Storing the results and turning the screens' }

/**
 * Analyses the records as of a day with the book in force here. The run, what the screens show of it and the audit entry are
 * one transaction: whoever reads sees the results before, or these. Returns the id of the run.
 * @throws ProblemError `stopped` when the signal of the clock aborts before that transaction begins
 */
export async function analyseRecords(
  records: Records,
  national: RuleBook,
  options: {
    readonly asOf: DateCode
    readonly actor: string
    readonly clock: ReturnType<typeof stopwatch>
    /** What was adopted here and no longer fits the national rules. */
    readonly onSetAside?: (message: Text) => void
    /** Takes the snapshot elsewhere, once everything recorded by then is there. */
    readonly readSnapshot?: Records['readSnapshot']
    /** What else stands or falls with the results. */
    readonly alongside?: RunEntry['alongside']
  },
): Promise<string> {
  const { asOf, actor, clock, alongside, readSnapshot = records.readSnapshot } = options
  const knownAt = await records.settledMoment()
  const book = national.with(await records.readLocalRules(), { settled: true })
  for (const { message } of book.setAside) options.onSetAside?.(message)
  const snapshot = await clock.run({ zh: '取快照', en: 'Taking a snapshot' }, () => readSnapshot(asOf, { knownAt }))
  const on = officeDay(knownAt)
  const restrictions = await readRestrictions(records.database, book, { on, knownAt })
  const analysis = await analyse(snapshot, book, clock, restrictions)
  return clock.run(savingStep, () =>
    records.saveAnalysis(analysis, {
      actor,
      knownAt,
      bookHash: book.hash,
      async alongside(transaction, runId) {
        await writeEdition(transaction, snapshot, runId, rosterReckonings(snapshot, book))
        // What was decided while it was worked out.
        await withholdResults(transaction, await readRestrictions(transaction, book, { on }))
        await alongside?.(transaction, runId)
      },
    }),
  )
}
