import type { LockShape, SlateRequestShape } from '#server/contract/index.ts'

/** Whether two locks speak of the same thing, so that the later takes the place of the earlier. */
function concerns(a: LockShape, b: LockShape): boolean {
  const [personA, personB] = ['cadreId' in a ? a.cadreId : undefined, 'cadreId' in b ? b.cadreId : undefined]
  if (personA === undefined || personA !== personB) return false
  if (a.kind === 'must-not' || b.kind === 'must-not') {
    return 'positionId' in a && 'positionId' in b && a.positionId === b.positionId
  }
  return true
}

/**
 * The request with one more lock. What was asked of the same person before, and cannot hold beside it, gives way: a later
 * wish of the same officer is not a clash.
 */
export const withLock = (request: SlateRequestShape, lock: LockShape): SlateRequestShape => ({
  ...request,
  locks: [...request.locks.filter((each) => !concerns(each, lock)), lock],
})

export const withoutLock = (request: SlateRequestShape, at: number): SlateRequestShape => ({
  ...request,
  locks: request.locks.filter((_, index) => index !== at),
})

const longest = 60

/**
 * The name of the next search from one of that name: the number in its brackets goes up.
 * @example nextName('年末调整（2）') // '年末调整（3）'
 */
export function nextName(name: string): string {
  const numbered = /^(.*)（(\d+)）$/.exec(name)
  const [stem, number] = numbered ? [numbered[1] ?? '', Number(numbered[2]) + 1] : [name, 2]
  const mark = `（${number}）`
  return `${stem.slice(0, longest - mark.length)}${mark}`
}

/** The name itself, or the first after it that no saved slate has. */
export const freeName = (name: string, taken: readonly string[]): string =>
  taken.includes(name) ? freeName(nextName(name), taken) : name
