import { labelOfMeasure, placeOfMeasure } from '#domain/lexicon/measures.ts'
import { fill, type Text } from '#domain/text.ts'
import { estimateGround } from './room.ts'
import type { Ground, Person, SheetLine } from './sheet.ts'
import type { GroupStanding } from './standing.ts'

/**
 * 优势不足: on which measures somebody stands out upwards or downwards among comparable people, as far as the data tell;
 * what must be looked at comes beside, as facts.
 */
export function strengthLines(person: Person): SheetLine[] {
  const measured = [...person.standings.values()]
    .filter(({ measure }) => measure !== 'rating' && measure !== 'contribution')
    .sort((a, b) => placeOfMeasure(a.measure) - placeOfMeasure(b.measure))
  const told = measured.filter(({ certainty }) => certainty !== 'inseparable')
  return [
    ...sideLine('strengths', told, 'above', strengths),
    ...sideLine('gaps', told, 'below', gaps),
    ...(measured.length > 0 && told.length === 0 ? [even(measured)] : []),
    ...attention(person),
  ]
}

function sideLine(id: string, told: readonly GroupStanding[], side: GroupStanding['side'], says: Text): SheetLine[] {
  const own = told.filter((standing) => standing.side === side)
  if (own.length === 0) return []
  const certainty = own.some((standing) => standing.certainty === 'leaning') ? 'leaning' : 'separable'
  return [
    {
      id,
      output: 'strengths',
      says: fill(says, { measures: listOf(own) }),
      certainty,
      grounds: own.map(estimateGround),
    },
  ]
}

const listOf = (standings: readonly GroupStanding[]): Text => ({
  zh: standings
    .map(({ measure, certainty }) => `${labelOfMeasure(measure).zh}${certainty === 'leaning' ? '（倾向）' : ''}`)
    .join('、'),
  en: standings
    .map(({ measure, certainty }) => `${labelOfMeasure(measure).en}${certainty === 'leaning' ? ' (leaning)' : ''}`)
    .join(', '),
})

const even = (measured: readonly GroupStanding[]): SheetLine => ({
  id: 'even',
  output: 'strengths',
  says: fill(noDifference, { count: measured.length }),
  certainty: 'inseparable',
  grounds: measured.map(estimateGround),
})

/** What is not settled about the record is no gap of the person. Early signs stay with those who look at them. */
function attention({ conflicts }: Person): SheetLine[] {
  const open = conflicts.filter(({ accepted }) => accepted === undefined)
  const grounds = open.map(({ field, reason }): Ground => ({ kind: 'record', id: `conflicts/${field}`, says: reason }))
  if (grounds.length === 0) return []
  const says = fill(look, { conflicts: open.length })
  return [{ id: 'attention', output: 'strengths', says, certainty: 'inseparable', grounds }]
}

const strengths: Text = { zh: '优势：{measures}。', en: 'Strengths: {measures}.' }
const gaps: Text = { zh: '不足：{measures}。', en: 'Gaps: {measures}.' }
const noDifference: Text = {
  zh: '{count} 个方面与可比的人都分不出高低。',
  en: 'On none of {count} aspects told from comparable people.',
}
const look: Text = {
  zh: '另有 {conflicts} 处记载不一致待人工核对，核清前不作依据。',
  en: '{conflicts} unsettled disagreements of the record await a look; no ground until then.',
}
