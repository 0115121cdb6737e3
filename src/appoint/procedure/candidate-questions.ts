/**
 * What people confirm of a candidate because no rule asks it. Does the kind of the case agree with what the records say the
 * move would be? Most rules of procedure speak of the move: a promotion opened as a transfer would pass their gates unasked.
 * Is the person in office still, and in no other open case?
 */
import type { Finding } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseKind, SelectionCase } from '#domain/selection-case.ts'
import { fill, type Text } from '#domain/text.ts'
import { moveOf, type RuleBook } from '#policy/index.ts'
import type { GateQuestion } from './gate.ts'
import { cadreIn, isPending, seatIn } from './parties.ts'
import { ruleOfKind } from './path.ts'
import { standing } from './process.ts'

type Move = Identifier<'move'>

/** Moves that a kind of case may be; kinds by which nobody comes to hold a post for good are not asked. */
const movesOf: Readonly<Partial<Record<CaseKind, readonly Move[]>>> = {
  promotion: ['promotion'],
  // Whether a transfer on one level is further use, people judge.
  'further-use': ['further-use', 'lateral'],
  lateral: ['lateral'],
  demotion: ['demotion'],
  'grade-promotion': ['grade-step'],
}

const question: Text = {
  zh: '是否仍按这一类事项办理，理由是什么',
  en: 'Is the case to go on as it is, and why?',
}

/** One finding for each candidate of whom there is something to confirm; none once the appointment stands in the records. */
export function candidateQuestions({
  book,
  facts,
  selection,
  others,
}: Pick<GateQuestion, 'book' | 'facts' | 'selection' | 'others'>): {
  readonly cadreId: string
  readonly finding: Finding
}[] {
  const { kind, target } = selection.opening
  const moves = movesOf[kind]
  const basis = basisOf(book, kind)
  if (!moves || !basis || selection.effect) return []
  return standing(selection).flatMap(({ cadreId }) => {
    const cadre = cadreIn(facts, cadreId)
    const seat = cadre && seatIn(facts, target, cadre)
    if (!cadre || !seat) return []
    const move = moveOf(cadre, seat)
    const isSo = move !== undefined && moves.includes(move)
    const reasons = [
      ...(isSo ? [] : [differing(kind, move)]),
      ...(cadre.hasLeft ? [gone] : []),
      ...elsewhere(others, cadreId),
    ]
    if (reasons.length === 0) return []
    const rest = { evidence: [`cadres/${cadreId}`], missing: [], questions: [question] }
    const finding: Finding = { rule: ruleOfKind(kind), verdict: 'discretion', weight: 'asks', basis, reasons, ...rest }
    return [{ cadreId, finding }]
  })
}

function basisOf(book: RuleBook, kind: CaseKind): Finding['basis'] | undefined {
  const rule = book.rules.get(ruleOfKind(kind))
  return rule && { instrument: rule.instrument.name.zh, article: rule.article, title: rule.title }
}

/** Other open cases that would move the same person. */
const elsewhere = (others: readonly SelectionCase[], cadreId: string): Text[] =>
  others
    .filter((one) => isPending(one) && standing(one).some((other) => other.cadreId === cadreId))
    .map(({ opening: { title } }) => ({
      zh: `同时是在办事项“${title}”的人选`,
      en: `a candidate of the open case "${title}" as well`,
    }))

const gone: Text = { zh: '按任职记录，人选已离任', en: 'by the records, the person has left office' }

const differing = (kind: CaseKind, move: Move | undefined): Text =>
  move === undefined
    ? { zh: '按任职记录，不能判断属于哪一类变动', en: 'the records do not tell what kind of move it would be' }
    : fill(
        {
          zh: '事项按{kind}办理，按任职记录属于{move}',
          en: 'the case is handled as {kind}; by the records it would be: {move}',
        },
        { kind: labelOf('caseKind', kind), move: labelOf('move', move) },
      )
