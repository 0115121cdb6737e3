/** The comparison as a paper in Chinese: a column each, the rows in the order of the screen. */
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { certaintyLabels, outputLabels } from '#domain/lexicon/sheet-terms.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Paper, PaperGroup } from '#exchange/index.ts'
import type { Comparison } from '../contract/index.ts'
import { cellText, estimateText } from '../roster/view-paper.ts'
import { comparedFields } from './comparison.ts'

type Compared = Comparison['people'][number]
type Outcome = NonNullable<Compared['against']>['findings'][number]

export function comparisonPaper(comparison: Comparison): Paper {
  const { asOf, people, seat } = comparison
  return {
    title: '干部同表比较',
    above: { right: asOf, ...(seat && { left: `比对职位：${seat.unitName}${seat.title}` }) },
    columns: [
      { label: '项目', width: 9 },
      ...people.map(({ name }) => ({ label: name, width: 16, align: 'left' as const })),
    ],
    groups: [
      {
        rows: comparedFields.map((field) => [labelWithUnit(field), ...people.map(({ line }) => cellText(field, line))]),
      },
      ...(seat ? [findingsOf(people)] : []),
      measuresOf(comparison),
      sheetsOf(people),
    ],
    page: 'a4-landscape',
  }
}

function labelWithUnit(field: RosterFieldName): string {
  const { label, unit } = rosterField(field)
  return unit ? `${label.zh}（${unit.zh}）` : label.zh
}

/** The verdict over all rules, then each rule that is not met by all. */
function findingsOf(people: readonly Compared[]): PaperGroup {
  const of = ({ against }: Compared, rule: string) => against?.findings.find((finding) => finding.rule === rule)
  const rules = new Map(
    people
      .flatMap(({ against }) => against?.findings ?? [])
      .filter(({ verdict }) => verdict !== 'met')
      .map(({ rule, basis }) => [rule, `${basis.title.zh}\n《${basis.instrument}》${basis.article}`]),
  )
  return {
    title: '职位资格：逐条列出，由人核对',
    rows: [
      ['全部条款', ...people.map(({ against }) => (against ? labelOf('verdict', against.verdict).zh : ''))],
      ...[...rules].map(([rule, label]) => [label, ...people.map((person) => findingText(of(person, rule)))]),
    ],
  }
}

const findingText = (finding: Outcome | undefined): string =>
  finding === undefined
    ? '不涉及'
    : [
        labelOf('verdict', finding.verdict).zh,
        ...(finding.verdict === 'met' ? [] : finding.reasons.map(({ zh }) => zh)),
      ].join('\n')

const measuresOf = ({ people, measures }: Comparison): PaperGroup => ({
  title: '测评和实绩：90% 区间；分不清的不排先后',
  rows: measures.map(({ label, statement, entries }) => [
    `${label.zh}\n${statement.zh}`,
    ...people.map(({ cadreId }) => {
      const entry = entries.find((one) => one.cadreId === cadreId)
      return entry ? estimateText(entry.estimate) : '没有数据'
    }),
  ]),
})

const sheetsOf = (people: readonly Compared[]): PaperGroup => ({
  title: '研判表：系统列出依据，由人研判',
  rows: Object.entries(outputLabels).map(([output, label]) => [
    label.zh,
    ...people.map(({ lines }) =>
      lines
        .filter((line) => line.output === output)
        .map(({ says, certainty }) => `${says.zh}（${certaintyLabels[certainty].zh}）`)
        .join('\n'),
    ),
  ]),
})
