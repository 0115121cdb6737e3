/** A parser under test: valid inputs to begin from, and how an input is handed to it. */
import { type Problem, ProblemError } from '../../../src/domain/problem.ts'
import type { Input } from './mutation.ts'

export interface Target {
  readonly name: string
  /** Share of all inputs, relative to the others: quick parsers get more. */
  readonly weight: number
  seeds(): Promise<readonly Input[]> | readonly Input[]
  /** Reads the input to its end. Throws only ProblemErrors where the parser keeps its word. */
  read(input: Input): Promise<void> | void
}

/** What was expected to be so and is not: shown as a failure of the parser. */
export function hold(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`not kept: ${what}`)
}

/** Every problem says what, and how to mend it, in both languages, under a code. */
export function checkProblems(problems: readonly Problem[]): void {
  for (const { code, message, mend } of problems) {
    const texts = [code, message?.zh, message?.en, mend?.zh, mend?.en]
    hold(
      texts.every((text) => typeof text === 'string' && text !== ''),
      `the words of problem ${code}`,
    )
  }
}

/** True where the parser refused the input as it should. */
export function isRefusal(cause: unknown): cause is ProblemError {
  if (!(cause instanceof ProblemError)) return false
  hold(cause.problems.length > 0, 'a refusal names a problem')
  checkProblems(cause.problems)
  return true
}

export const onePart = (name: string, content: string | Uint8Array): Input => [{ name, bytes: Buffer.from(content) }]

export const bytesOf = (input: Input): Buffer => input[0]?.bytes ?? Buffer.alloc(0)
export const textOf = (input: Input): string => bytesOf(input).toString('utf8')
