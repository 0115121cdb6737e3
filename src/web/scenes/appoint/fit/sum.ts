import type { Text } from '#domain/text.ts'
import { figure } from '../../../language/format.ts'

interface Part {
  readonly label: Text
  readonly value: number
}

/** Parts as a sum in words; those that round to nothing are left out. */
export const sumSaid =
  (say: (text: Text) => string) =>
  (parts: readonly Part[], total: number): string => {
    const said = parts
      .filter(({ value }) => Math.abs(value) >= 0.005)
      .map(({ label, value }) => `${say(label)} ${figure(value, 2)}`)
    return `${said.join(' + ')} = ${figure(total, 2)}`
  }
