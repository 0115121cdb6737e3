import { formatDate } from '#domain/calendar.ts'
import type { ConditionLeaf, RosterCondition } from '#domain/lexicon/roster-conditions.ts'
import type { BandFacet, FacetName, FieldFacet } from '#domain/lexicon/roster-facets.ts'
import { rosterField } from '#domain/lexicon/roster-fields.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import { type BandCount, type Edition, leavesOf } from '#records/queries/index.ts'
import type { Bucket, RosterStatistics } from '../contract/index.ts'

interface Words {
  readonly label: Text
  /** Query parameters that select the band; what the facet sets and a band does not is cleared. */
  readonly filter: Readonly<Record<string, string>>
}

interface FacetWords {
  readonly label: Text
  readonly parameters: readonly string[]
  readonly band: (id: string) => Words
}

const unknown = (fact: string): Words => ({ label: { zh: '未记载', en: 'Not recorded' }, filter: { unknown: fact } })

/** `3-5`, `-35`, `56-` as ages with both ends in. */
function ageBand(id: string): Words {
  const [from = '', to = ''] = id.split('-')
  const label =
    from === ''
      ? { zh: `${to} 岁及以下`, en: `${to} and under` }
      : to === ''
        ? { zh: `${from} 岁及以上`, en: `${from} and over` }
        : { zh: `${from}–${to} 岁`, en: `${from}–${to}` }
  return { label, filter: { ageFrom: from, ageTo: to } }
}

/** `3-5`, `10-` as years with the upper end out. */
const yearsBand =
  (parameter: string) =>
  (id: string): Words => {
    const [from = '', to = ''] = id.split('-')
    const label =
      to === ''
        ? { zh: `满 ${from} 年`, en: `${from} years and more` }
        : from === '0'
          ? { zh: `不满 ${to} 年`, en: `Under ${to} years` }
          : { zh: `${from}–${to} 年`, en: `${from}–${to} years` }
    return { label, filter: { [`${parameter}From`]: from === '0' ? '' : from, [`${parameter}To`]: to } }
  }

const times: Record<string, Text> = {
  '3': { zh: '三次', en: 'Three times' },
  '2': { zh: '两次', en: 'Twice' },
  '1': { zh: '一次', en: 'Once' },
  '0': { zh: '没有', en: 'None' },
}

const states: Record<string, Text> = {
  overdue: { zh: '已到期', en: 'Overdue' },
  'due-within-year': { zh: '一年内到期', en: 'Due within a year' },
  later: { zh: '一年后到期', en: 'Due later' },
  none: { zh: '无到期事项', en: 'Nothing due' },
}

const separability: Record<string, Text> = {
  separable: { zh: '有估计', en: 'Estimated' },
  inseparable: { zh: '数据分不开', en: 'Cannot be told apart' },
}

const named = (id: string, words: Record<string, Text>): Text => words[id] ?? { zh: id, en: id }

const facetWords: Record<BandFacet, FacetWords> = {
  age: { label: { zh: '年龄', en: 'Age' }, parameters: ['ageFrom', 'ageTo'], band: ageBand },
  yearsInPost: {
    label: { zh: '任现职年限', en: 'Years in post' },
    parameters: ['yearsInPostFrom', 'yearsInPostTo'],
    band: yearsBand('yearsInPost'),
  },
  grassroots: {
    label: { zh: '基层经历', en: 'Grassroots years' },
    parameters: ['grassrootsFrom', 'grassrootsTo'],
    band: yearsBand('grassroots'),
  },
  education: {
    label: { zh: '最高学历', en: 'Highest education' },
    parameters: ['education'],
    band: (id) => ({ label: labelOf('educationLevel', id), filter: { education: id } }),
  },
  postLevel: {
    label: { zh: '职务层次', en: 'Post level' },
    parameters: ['postLevel'],
    band: (id) => ({ label: labelOf('postLevel', id), filter: { postLevel: id } }),
  },
  sex: {
    label: { zh: '性别', en: 'Sex' },
    parameters: ['sex'],
    band: (id) => ({ label: labelOf('sex', id), filter: { sex: id } }),
  },
  excellent: {
    label: { zh: '近三年考核优秀', en: 'Excellent in the last three years' },
    parameters: ['excellentFrom', 'excellentTo'],
    band: (id) => ({ label: named(id, times), filter: { excellentFrom: id, excellentTo: id } }),
  },
  rotation: {
    label: { zh: '轮岗到期', en: 'Rotation' },
    parameters: ['rotation'],
    band: (id) => ({ label: named(id, states), filter: { rotation: id } }),
  },
  rating: {
    label: { zh: '测评估计', en: 'Rating estimate' },
    parameters: ['rating'],
    band: (id) => ({ label: named(id, separability), filter: { rating: id } }),
  },
}

/** The name under which `?unknown=` asks for the missing fact of a facet. */
const unknownOf: Partial<Record<BandFacet, string>> = {
  age: 'bornOn',
  yearsInPost: 'postSince',
  education: 'education',
  postLevel: 'postLevel',
  sex: 'sex',
  excellent: 'evaluations',
  rating: 'rating',
}

function ownBand(facet: BandFacet, { id, count, whole }: BandCount): Bucket {
  const { band, parameters } = facetWords[facet]
  const words = id === 'unknown' ? unknown(unknownOf[facet] ?? facet) : band(id)
  const cleared = Object.fromEntries([...parameters, 'unknown'].map((parameter) => [parameter, '']))
  return { id, label: words.label, count, whole, filter: { ...cleared, ...words.filter } }
}

/** Bars of a field open by a leaf beside what the tree holds already. */
function fieldBands(field: FieldFacet, counts: readonly BandCount[], where: RosterCondition | undefined): Bucket[] {
  const leaves = new Map(leavesOf(field).map(({ id, ...leaf }) => [id, leaf]))
  return counts.flatMap(({ id, count, whole }) => {
    const leaf = leaves.get(id)
    if (leaf === undefined) return []
    return { id, label: bandLabel(field, id), count, whole, filter: { where: JSON.stringify(joined(where, leaf)) } }
  })
}

/** The tree with one more condition that must hold. */
function joined(where: RosterCondition | undefined, leaf: ConditionLeaf): RosterCondition {
  if (where === undefined) return leaf
  return 'all' in where ? { all: [...where.all, leaf] } : { all: [where, leaf] }
}

const truth: Record<string, Text> = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } }

function bandLabel(field: FieldFacet, id: string): Text {
  const { kind, of } = rosterField(field)
  if (id === 'unknown') return unknown(field).label
  if (kind === 'years') return yearsBand(field)(id).label
  return of === undefined ? named(id, truth) : labelOf(of, id)
}

type Counted = readonly [FacetName, readonly BandCount[]]

function presentFacet([name, counts]: Counted, where: RosterCondition | undefined): RosterStatistics['facets'][number] {
  const told = counts.filter(({ id, whole }) => id !== 'unknown' || whole > 0)
  if (isOwn(name)) {
    return { name, label: facetWords[name].label, buckets: told.map((count) => ownBand(name, count)) }
  }
  const some = told.filter(({ whole }) => whole > 0)
  return { name, label: rosterField(name).label, buckets: fieldBands(name, some, where) }
}

const isOwn = (name: FacetName): name is BandFacet => Object.hasOwn(facetWords, name)

export function presentStatistics(
  edition: Edition,
  statistics: { total: number; whole: number; facets: ReadonlyMap<FacetName, readonly BandCount[]> },
  where?: RosterCondition,
): RosterStatistics {
  return {
    asOf: formatDate(edition.asOf),
    total: statistics.total,
    whole: statistics.whole,
    facets: [...statistics.facets].map((facet) => presentFacet(facet, where)),
  }
}
