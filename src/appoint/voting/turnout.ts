import type { BallotRoll, Handed, Turnout, VoterClass } from '#domain/ballot.ts'
import type { Problem } from '#domain/problem.ts'
import { fill, type Text } from '#domain/text.ts'

/** Sheets of a class that came back. */
export interface Received {
  readonly codes: number
  readonly papers: number
}

const none: Handed = { present: 0, codes: 0, papers: 0, returned: 0 }

/** What a class was handed: where its voters are named it is counted from the list, else it is what was written down. */
export function handedTo(roll: BallotRoll, classId: string): Handed {
  const written = roll.handed[classId] ?? none
  const named = roll.voters.filter((voter) => voter.classId === classId)
  if (named.length === 0) return written
  const codes = named.filter(({ received }) => received === 'code').length
  const papers = named.filter(({ received }) => received === 'paper').length
  return { present: codes + papers, codes, papers, returned: written.returned }
}

/** The figures of a class: issued = received + returned + missing. */
export function turnoutOf(voters: VoterClass, handed: Handed, received: Received): Turnout {
  const issued = handed.codes + handed.papers
  const back = received.codes + received.papers
  return {
    due: voters.due,
    present: handed.present,
    issued,
    received: back,
    returned: handed.returned,
    missing: issued - back - handed.returned,
  }
}

export function sumTurnouts(turnouts: readonly Turnout[]): Turnout {
  const sum = (name: keyof Turnout) => turnouts.reduce((total, one) => total + one[name], 0)
  return {
    due: sum('due'),
    present: sum('present'),
    issued: sum('issued'),
    received: sum('received'),
    returned: sum('returned'),
    missing: sum('missing'),
  }
}

/** What does not balance in a class; nothing, where it does. More sheets back than handed out is never explained away. */
export function imbalances(voters: VoterClass, handed: Handed, received: Received): readonly Problem[] {
  const { due, present, issued, returned, missing } = turnoutOf(voters, handed, received)
  const faults: (readonly [boolean, Text, number, number])[] = [
    [present > due, { zh: '实到多于应到', en: 'more present than due' }, present, due],
    [
      issued - returned > present,
      { zh: '发出多于实到', en: 'more handed out than present' },
      issued - returned,
      present,
    ],
    [
      received.codes > handed.codes,
      { zh: '投票码投出的多于发出的', en: 'more cast than codes handed out' },
      received.codes,
      handed.codes,
    ],
    [
      received.papers > handed.papers,
      { zh: '纸质票收回多于发出', en: 'more paper back than handed out' },
      received.papers,
      handed.papers,
    ],
    [missing < 0, { zh: '收回与退回多于发出', en: 'more back and returned than handed out' }, issued - missing, issued],
  ]
  return faults
    .filter(([isWrong]) => isWrong)
    .map(([, what, more, less]) => ({
      code: 'ballot-unbalanced',
      message: fill(
        { zh: '「{label}」{what}：{more} 对 {less}。', en: '"{label}": {what} ({more} against {less}).' },
        { label: voters.label, what, more, less },
      ),
      mend: {
        zh: '核对实到、发出、退回和纸质票的数；查不清的，作废这次投票，重新组织。',
        en: 'Check who was present and what was handed out, returned and counted; otherwise cancel the ballot and hold it again.',
      },
    }))
}
