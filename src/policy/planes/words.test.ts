import { describe, expect, test } from 'vitest'
import { invented } from '../cases/invented.ts'
import { snapshotFrom } from '../cases/snapshot-from.ts'
import { readFacts } from '../facts/facts.ts'
import { lists } from '../language/lists.ts'
import { moveFields, type Scope, type Word, words } from '../language/vocabulary.ts'

const facts = readFacts(snapshotFrom(20261122, invented({ seed: 3, people: 40, seats: 12, gaps: 0.3 })), {})

/** A scope that notes what is read of the seat, of the cadre and of the day. */
function noting(cadre: number, seat: number) {
  const read = { seat: new Set<string>(), cadre: new Set<string>(), today: false }
  const noted = <T extends object>(target: T, names: Set<string>): T =>
    new Proxy(target, {
      get(object, name, receiver) {
        names.add(String(name))
        return Reflect.get(object, name, receiver)
      },
    })
  const scope: Scope = {
    cadre: noted(facts.cadre(cadre), read.cadre),
    seat: noted(facts.seat(seat), read.seat),
    get today() {
      read.today = true
      return 20261122
    },
    row: undefined,
  }
  return { scope, read }
}

function undeclared(word: Word, { read }: ReturnType<typeof noting>): string[] {
  const seat: readonly string[] = [...(word.seat ?? []), ...(word.byMove ? moveFields : [])]
  const cadre: readonly string[] | undefined = word.cadre
  return [
    ...[...read.seat].filter((name) => !seat.includes(name)).map((name) => `seat.${name}`),
    ...[...read.cadre].filter((name) => cadre !== undefined && !cadre.includes(name)).map((name) => `cadre.${name}`),
    ...(read.today && word.today === undefined ? ['today'] : []),
  ]
}

const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index)
const pairs = upTo(12).flatMap((seat) => upTo(facts.cadreCount).map((cadre): [number, number] => [cadre, seat]))
const seats = facts.snapshot.tables.positions.length

describe('a word reads no more than it declares: planes compute it once for all alike in that', () => {
  test.each(Object.entries(words).filter(([path]) => !path.startsWith('process.')))('%s', (_, word) => {
    for (const [cadre, seat] of pairs.filter(([, place]) => place < seats)) {
      const noted = noting(cadre, seat)
      word.read(noted.scope)
      expect(undeclared(word, noted)).toEqual([])
    }
  })

  const ofRows = Object.entries(lists).filter(([, { owner }]) => owner !== 'process')
  test.each(ofRows.flatMap(([name, list]) => Object.keys(list.words).map((path) => [path, name] as const)))(
    '%s',
    (path, name) => {
      const list = lists[name]
      const word = list?.words[path]
      for (const [cadre, seat] of pairs.filter(([, place]) => place < seats)) {
        const plain: Scope = { cadre: facts.cadre(cadre), seat: facts.seat(seat), today: 20261122, row: undefined }
        for (const row of list?.rows(plain) ?? []) {
          const noted = noting(cadre, seat)
          noted.scope.row = row
          word?.read(noted.scope)
          const ofSeat = list?.owner === 'seat'
          const found = word ? undeclared(word, noted) : ['no word']
          expect(ofSeat ? [...found, ...noted.read.cadre] : found).toEqual([])
        }
      }
    },
  )
})
