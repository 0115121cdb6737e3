/** Loaded before the server: its clock goes by what stands in a file, in milliseconds; the clock of the database does not. */
import { readFileSync } from 'node:fs'

const file = process.env.ZHIREN_CLOCK_FILE ?? ''
const trueNow = Date.now.bind(Date)
let readAt = 0
let offset = 0

function shifted(): number {
  const now = trueNow()
  if (now - readAt > 50) {
    readAt = now
    try {
      offset = Number(readFileSync(file, 'utf8')) || 0
    } catch {
      offset = 0
    }
  }
  return now + offset
}

const TrueDate = Date
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given: unknown[]) =>
    given.length === 0 ? new target(shifted()) : Reflect.construct(target, given),
  apply: () => new TrueDate(shifted()).toString(),
  get: (target, name) => (name === 'now' ? shifted : Reflect.get(target, name)),
})
