import { cadreIn } from '#appoint/procedure/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOfFact, labelOfTable } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { CadreFacts, Facts } from '#policy/index.ts'
import type { KnownCandidate } from '../contract/index.ts'
import type { WordingSettings } from '../wording/index.ts'

const both = (text: string): Text => ({ zh: text, en: text })
const date = (day: DateCode | undefined): Text | undefined =>
  day === undefined ? undefined : both(formatDate(day, '.'))

function listed(texts: readonly Text[]): Text | undefined {
  if (texts.length === 0) return undefined
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') }
}

type Settings = Pick<WordingSettings, 'recalledEvaluationYears'>

const facts: readonly (readonly [label: Text, of: (cadre: CadreFacts, settings: Settings) => Text | undefined])[] = [
  [{ zh: '现任', en: 'Present post' }, ({ post }) => post?.label],
  [{ zh: '任现职时间', en: 'In the post since' }, ({ postSince }) => date(postSince)],
  [{ zh: '现层次', en: 'Present level' }, ({ level }) => (level ? labelOf('postLevel', level) : undefined)],
  [{ zh: '现任职级', en: 'Present grade' }, ({ grade }) => (grade ? labelOf('grade', grade) : undefined)],
  [labelOfFact('cadres.born_on'), ({ bornOn }) => date(bornOn)],
  [labelOfFact('cadres.work_started_on'), ({ workStartedOn }) => date(workStartedOn)],
  [labelOfFact('cadres.party'), ({ party }) => (party === undefined ? undefined : both(party))],
  [labelOfFact('cadres.party_joined_on'), ({ partyJoinedOn }) => date(partyJoinedOn)],
  [labelOfTable('educations'), ({ educations }) => listed(educations.map(({ label }) => label))],
  [
    labelOfTable('evaluations'),
    ({ evaluations }, { recalledEvaluationYears }) =>
      listed(
        evaluations
          .toSorted((a, b) => b.year - a.year)
          .slice(0, recalledEvaluationYears)
          .map(({ label }) => label),
      ),
  ],
  [labelOfTable('sanctions'), ({ sanctions }) => listed(sanctions.map(({ label }) => label))],
  [
    labelOfTable('tenures'),
    ({ stretches }) =>
      stretches.length === 0 ? undefined : { zh: `${stretches.length} 段`, en: `${stretches.length} tenures` },
  ],
]

/** The facts of one candidate as known then, beside what is recorded now of the same day. */
export function knownFacts(then: Facts, now: Facts, cadreId: string, settings: Settings): KnownCandidate['facts'] {
  const [before, after] = [cadreIn(then, cadreId), cadreIn(now, cadreId)]
  return facts.flatMap(([label, of]) => {
    const [was, is] = [before && of(before, settings), after && of(after, settings)]
    if (was === undefined && is === undefined) return []
    return [{ label, then: was ?? null, now: is ?? null, changed: JSON.stringify(was) !== JSON.stringify(is) }]
  })
}
