/** By what the neutrality report parts people: never an input of any estimate, only of this look back at what came out. */
import { ageOn, type DateCode } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'

export interface PersonParted {
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly bornOn: DateCode | undefined
}

export const groupingNames = ['sex', 'ethnicity', 'age'] as const
export type GroupingName = (typeof groupingNames)[number]

export interface Grouping {
  readonly id: GroupingName | 'ethnicity' | 'age'
  readonly label: Text
  /** The group of a person; undefined where the record does not say. */
  readonly groupOf: (person: PersonParted) => string | undefined
  readonly labelOf: (group: string) => Text
}

/** Sex, ethnicity in two groups, and bands of age on a day. */
export const groupings = (ageEdges: readonly number[], on: DateCode): readonly Grouping[] => [
  {
    id: 'sex',
    label: { zh: '性别', en: 'Sex' },
    groupOf: ({ sex }) => sex ?? undefined,
    labelOf: (group) => labelOf('sex', group),
  },
  {
    id: 'ethnicity',
    label: { zh: '民族', en: 'Ethnicity' },
    groupOf: ({ ethnicity }) => (ethnicity === null ? undefined : /^汉族?$/.test(ethnicity) ? 'han' : 'minority'),
    labelOf: (group) => (group === 'han' ? { zh: '汉族', en: 'Han' } : { zh: '少数民族', en: 'Minorities' }),
  },
  {
    id: 'age',
    label: { zh: '年龄', en: 'Age' },
    groupOf: ({ bornOn }) => (bornOn === undefined ? undefined : String(bandOf(ageEdges, ageOn(bornOn, on).least))),
    labelOf: (band) => bandLabel(ageEdges, Number(band)),
  },
]

const bandOf = (edges: readonly number[], age: number): number => edges.filter((edge) => age >= edge).length

function bandLabel(edges: readonly number[], band: number): Text {
  const [from, to] = [edges[band - 1], edges[band]]
  if (from === undefined) return { zh: `不满 ${to} 岁`, en: `under ${to}` }
  if (to === undefined) return { zh: `${from} 岁及以上`, en: `${from} and over` }
  return { zh: `${from} 至 ${to - 1} 岁`, en: `${from} to ${to - 1}` }
}
