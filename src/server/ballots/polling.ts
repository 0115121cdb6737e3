/** The side of the voters: a code opens a sheet, and puts it into the box once. */
import { sealSheet } from '#appoint/voting/index.ts'
import type { BallotDesign, Sheet } from '#domain/ballot.ts'
import type { Records } from '#records/index.ts'
import { hashOfCode } from './codes.ts'
import { alreadyCast, codeUnknown } from './refusals.ts'

interface OpenedSheet {
  readonly design: BallotDesign
  readonly classLabel: string
}

export interface Polling {
  /** @throws Refusal `code-unknown`, `already-cast` */
  open(code: string): Promise<OpenedSheet>
  /** @throws Refusal as `open`; ProblemError `sheet-…` */
  cast(code: string, sheet: Sheet): Promise<void>
}

export function openPolling({ ballots }: Pick<Records, 'ballots'>): Polling {
  async function known(code: string): Promise<OpenedSheet> {
    const found = await ballots.findCode(hashOfCode(code))
    if (!found) throw codeUnknown()
    if (found.isUsed) throw alreadyCast()
    const { design, classId } = found
    return { design, classLabel: design.classes.find(({ id }) => id === classId)?.label ?? classId }
  }
  return {
    open: known,
    async cast(code, sheet) {
      const { design } = await known(code)
      const answer = await ballots.cast(hashOfCode(code), sealSheet(design, sheet))
      if (answer === 'already-cast') throw alreadyCast()
      if (answer === 'unknown') throw codeUnknown()
    },
  }
}
