/** What falls due from registers that people keep: key seats, principals, classes. */
import { trainingDues } from '#develop/index.ts'
import type { DueItem } from '#domain/due.ts'
import { replayClass } from '#domain/training-course.ts'
import { keySeatDues, keySeats, principalDues } from '#manage/index.ts'
import { readClasses, readKeySeatEvents } from '#records/queries/index.ts'
import { candidatesLeaving, sourcesInHand } from '../principals/principal-board.ts'
import { trainingInTurns } from '../training/training-in-turns.ts'
import type { DueContext } from './sources.ts'

export async function workNormDues({ facts, book, records }: DueContext): Promise<readonly DueItem[]> {
  const recorded = await readKeySeatEvents(records.database)
  return keySeatDues(keySeats({ facts, book, duties: [], recorded }))
}

/** What somebody attends to in a matter is due there. */
export async function principalsDue({ facts, book, today, matters, cases }: DueContext): Promise<readonly DueItem[]> {
  const [all, leaving] = await Promise.all([
    matters.all({ kinds: ['joint-audit', 'rectification'] }),
    candidatesLeaving(cases),
  ])
  return principalDues({ facts, book, today, leaving, inHand: sourcesInHand(all) })
}

/** Hours to be made up, classes to begin and to be completed. */
export async function trainingsDue({ records, facts, book }: DueContext): Promise<readonly DueItem[]> {
  const classes = await readClasses(records.database)
  const replayed = new Map([...classes].map(([classId, events]) => [classId, replayClass(events)]))
  return trainingDues(await trainingInTurns(facts, book), replayed)
}
