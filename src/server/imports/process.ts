/** The far side of the import desk: reads the files and compares the people, so that the server goes on answering. */
import type { ArrivingPerson, ArrivingUnit } from '#domain/arrivals.ts'
import type { FileFinding } from '#domain/import.ts'
import { groundOf } from './ground.ts'
import { matchArrivals } from './prepare.ts'
import { readGivenFiles } from './read-files.ts'
import type { ReadingAnswer, ReadingTask } from './task.ts'

/** People sent at a time: photos are large. */
const sentAtOnce = 100
const reportEvery = 200

const send = (answer: ReadingAnswer): Promise<void> =>
  new Promise((resolve, reject) =>
    process.send?.(answer, undefined, {}, (error) => (error ? reject(error) : resolve())),
  )

process.once('message', async (task: ReadingTask) => {
  await read(task).catch((cause: Error) => send({ failure: cause.stack ?? String(cause) }))
  process.disconnect()
})

async function read({ files, facts, listed }: ReadingTask): Promise<void> {
  const people: ArrivingPerson[] = []
  const units: ArrivingUnit[] = []
  const findings: FileFinding[] = []
  let reported = 0
  for (const [at, file] of files.entries()) {
    for await (const reading of readGivenFiles([file], files)) {
      for (const person of reading.people) people.push(person)
      units.push(...reading.units)
      findings.push(...reading.findings)
      const now = performance.now()
      if (now - reported < reportEvery) continue
      reported = now
      await send({ progress: { step: 'reading', files: at, total: files.length, people: people.length } })
    }
  }
  await send({
    progress: { step: 'matching', files: files.length, total: files.length, people: people.length },
  })
  const waiting = matchArrivals({ people, units }, groundOf(facts), listed)
  for (let start = 0; start < waiting.length; start += sentAtOnce)
    await send({ arrivals: waiting.slice(start, start + sentAtOnce) })
  await send({ findings })
}
