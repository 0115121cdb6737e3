import type { BallotDesign, BallotReport, BallotRoll, PaperCount, Sheet, Tally, Witnesses } from '#domain/ballot.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { addTallies, countSheets, emptyTally } from './count.ts'
import { protectedGroups } from './groups.ts'
import { paperDifferences } from './paper.ts'
import { candidatesOf, questionsOf } from './questions.ts'
import type { VotingSettings } from './settings.ts'
import { handedTo, imbalances, sumTurnouts, turnoutOf } from './turnout.ts'

export interface ClosingBallot {
  readonly design: BallotDesign
  readonly roll: BallotRoll
  /** The box, by class. */
  readonly sheets: Readonly<Record<string, readonly Sheet[]>>
  /** Both counts of the paper sheets. */
  readonly paper: readonly PaperCount[]
  readonly witnesses: Witnesses
}

/**
 * The count report: the total, and the classes as far as protection lets them be shown. In a decision the total is the
 * decision, and is shown however few vote.
 * @throws ProblemError `witnesses-missing`, `witness-voted-on`, `paper-count-missing`, `paper-counts-differ`, `ballot-unbalanced`
 */
export function countReport(ballot: ClosingBallot, settings: VotingSettings): BallotReport {
  const { design, roll } = ballot
  checkWitnesses(ballot, settings)
  const paper = agreedPaper(ballot)
  const questions = questionsOf(design)
  const classes = design.classes.map((voters) => {
    const box = countSheets(questions, ballot.sheets[voters.id] ?? [])
    const counted = paper?.tallies[voters.id] ?? emptyTally(questions)
    const handed = handedTo(roll, voters.id)
    const received = { codes: box.received, papers: counted.received }
    return {
      id: voters.id,
      tally: addTallies(box, counted),
      known: validOf(counted),
      turnout: turnoutOf(voters, handed, received),
      faults: imbalances(voters, handed, received),
    }
  })
  const faults = classes.flatMap((one) => one.faults)
  if (faults.length > 0) throw new ProblemError(...faults)
  const tallyOf = (ids: readonly string[]): Tally =>
    classes
      .filter(({ id }) => ids.includes(id))
      .reduce((sum, { tally }) => addTallies(sum, tally), emptyTally(questions))
  const total = tallyOf(classes.map(({ id }) => id))
  const shown = design.kind === 'decision' || validOf(total) >= settings.leastShown
  const groups = protectedGroups(
    classes.map(({ id, tally, known }) => ({ id, size: validOf(tally), known })),
    settings.leastShown,
  )
  return {
    turnout: sumTurnouts(classes.map(({ turnout }) => turnout)),
    shown,
    total: shown ? total : { ...emptyTally(questions), received: total.received, invalid: total.invalid },
    groups: shown && groups.length > 1 ? groups.map((ids) => ({ classes: ids, tally: tallyOf(ids) })) : [],
  }
}

const validOf = ({ received, invalid }: Tally): number => received - invalid

/** The count on which both people agree; undefined where no paper was handed out and none was counted. */
function agreedPaper({ design, roll, paper }: ClosingBallot): PaperCount | undefined {
  const [first, second] = paper
  const handedOut = design.classes.some(({ id }) => handedTo(roll, id).papers > 0)
  if (first === undefined && !handedOut) return undefined
  if (first === undefined || second === undefined) throw countMissing()
  const [difference, ...others] = paperDifferences(design, first, second)
  if (difference !== undefined) throw countsDiffer(difference.what, others.length + 1)
  return first
}

function checkWitnesses({ design, witnesses }: ClosingBallot, settings: VotingSettings): void {
  const { scrutineers, tellers } = witnesses
  if (new Set(scrutineers).size < settings.scrutineersLeast || new Set(tellers).size < settings.tellersLeast)
    throw witnessesMissing(settings)
  const votedOn = candidatesOf(design)
  const partial = [...scrutineers, ...tellers].find((name) => votedOn.has(name))
  if (partial !== undefined) throw witnessVotedOn(partial)
}

const problem = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

const countMissing = (): ProblemError =>
  problem(
    'paper-count-missing',
    { zh: '纸质票还没有由两人各计一遍。', en: 'The paper sheets have not been counted by two people yet.' },
    { zh: '两人分别计票并录入，再结束投票。', en: 'Two people count and enter them, then close.' },
  )

const countsDiffer = (what: Text, places: number): ProblemError =>
  problem(
    'paper-counts-differ',
    {
      zh: `两人的纸质票计数有 ${places} 处不同，第一处是「${what.zh}」。`,
      en: `The two counts of paper differ in ${places} places, first in "${what.en}".`,
    },
    { zh: '对照列出的不同处重新清点，改正录入。', en: 'Count again where they differ, and correct the entries.' },
  )

const witnessesMissing = ({ scrutineersLeast, tellersLeast }: VotingSettings): ProblemError =>
  problem(
    'witnesses-missing',
    {
      zh: `监票人至少 ${scrutineersLeast} 名、计票人至少 ${tellersLeast} 名，姓名不重复。`,
      en: `There are at least ${scrutineersLeast} scrutineers and ${tellersLeast} tellers, each named once.`,
    },
    { zh: '补齐姓名。', en: 'Add the names.' },
  )

const witnessVotedOn = (name: string): ProblemError =>
  problem(
    'witness-voted-on',
    { zh: `${name}是本次投票的对象，不能监票、计票。`, en: `${name} is voted on and can neither watch nor count.` },
    { zh: '换一位监票人或者计票人。', en: 'Name somebody else.' },
  )
