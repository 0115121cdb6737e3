/** The list of voters as lines that people type or paste. */
import type { BallotRollShape, BallotShape } from '#server/contract/index.ts'

type Voter = BallotRollShape['voters'][number]
type Classes = BallotShape['classes']

const received: Readonly<Record<string, Voter['received']>> = {
  票条: 'code',
  slip: 'code',
  纸质: 'paper',
  paper: 'paper',
}

/** @example linesOf([{ name: '赵一', classId: 'A', received: 'code' }], classes) // '赵一 A 票条' */
export const linesOf = (voters: readonly Voter[]): string =>
  voters
    .map(({ name, classId, received: got }) =>
      [name, classId, got === 'code' ? '票条' : got === 'paper' ? '纸质' : ''].filter(Boolean).join(' '),
    )
    .join('\n')

/** Reads the lines; a class may be written as its letter or by its name, and is the first where none is written. */
export function votersOf(lines: string, classes: Classes): Voter[] {
  const first = classes[0]?.id ?? 'A'
  return lines
    .split('\n')
    .map((line) => line.trim().split(/[\s，,]+/))
    .filter(([name]) => name !== undefined && name !== '')
    .map(([name = '', ...rest]) => {
      const ofClass = classes.find(({ id, label }) => rest.includes(id) || rest.includes(label))
      const got = rest.find((word) => Object.hasOwn(received, word))
      return { name, classId: ofClass?.id ?? first, received: (got === undefined ? null : received[got]) ?? null }
    })
}
