import type { BallotShape } from '#server/contract/index.ts'

/** Classes in words: A 类、C 类. */
export const classNames = ({ classes }: BallotShape, ids: readonly string[]): string =>
  ids.map((id) => classes.find((one) => one.id === id)?.label ?? id).join('、')
