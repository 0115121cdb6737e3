/**
 * What was worked out about a person, for that person (PIPL 24, 48): each with what it says, from what, how sure, by which
 * rule. Shortlists, fit and places in a slate are left out, as is what rests on others' words before the person is told.
 */
import { formatDate } from '#domain/calendar.ts'
import type { Finding } from '#domain/finding.ts'
import { type ExplanationId, explanations } from '#domain/lexicon/explanations.ts'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import { explanationOfMeasure, labelOfMeasure, placeOfMeasure } from '#domain/lexicon/measures.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import { ownRequestRule } from '#manage/index.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { type CadreResults, currentEdition, readCadreResults } from '#records/queries/index.ts'
import type { ComputedItem, OwnComputed } from '../contract/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { readRestrictions } from '../matters/restrictions.ts'
import { presentBasis, presentStoredEstimate } from '../presenters/evidence.ts'
import { signItems } from './told-signs.ts'

/** Everything, for the person whose it is. */
export async function computedOf(
  records: Records,
  desk: MatterDesk,
  { account, cadreId }: { readonly account: string; readonly cadreId: string },
): Promise<OwnComputed> {
  const [edition, book] = await Promise.all([currentEdition(records.database), desk.book()])
  const answerDays = Number(localReader(book, ownRequestRule, desk.today())('answer_days'))
  const told = await signItems(desk, book, cadreId, account)
  const standing = await readRestrictions(records.database, book, { on: desk.today(), cadreId })
  const restrictions = standing.map(({ of, since, until, matterId }) => ({
    matterId,
    label: labelOf('restricted', of),
    since: formatDate(since),
    until: until === undefined ? null : formatDate(until),
  }))
  if (!edition) return { asOf: null, answerDays, restrictions, items: told, withheld: [] }
  const results = await readCadreResults(records.database, edition.runId, cadreId)
  const leastShown = Number(localReader(book, 'LOCAL-BALLOTS', desk.today())('least_shown'))
  const found = fromResults(results, book, leastShown)
  return {
    asOf: formatDate(edition.asOf),
    answerDays,
    restrictions,
    items: [...found.items, ...told],
    withheld: [...found.withheld],
  }
}

type Withheld = OwnComputed['withheld'][number]

function fromResults(
  { estimates, findings, rotation, needs }: CadreResults,
  book: RuleBook,
  leastShown: number,
): { readonly items: readonly ComputedItem[]; readonly withheld: readonly Withheld[] } {
  const [shown, few] = parted(
    estimates.filter(({ measure }) => !measure.startsWith('restricted.')),
    ({ measure, n }) => !isOfBallots(measure) || n >= leastShown,
  )
  const ofNeeds = new Set(needs.map(({ rule }) => rule))
  const tellsOfReserve = reserveReader(book)
  const [open, ofOthers] = parted(
    findings.filter(({ rule }) => !ofNeeds.has(rule) && !tellsOfReserve(rule)),
    ({ evidence }) => !evidence.some(restsOnOthers),
  )
  return {
    items: [
      ...shown.toSorted((a, b) => placeOfMeasure(a.measure) - placeOfMeasure(b.measure)).map(estimateItem(book)),
      ...open.map(findingItem),
      ...rotation.map(dutyItem),
      ...needs.filter(({ rule }) => !tellsOfReserve(rule)).map(needItem),
    ],
    withheld: [
      ...few.map(({ measure }) => ({ label: labelOfMeasure(measure), why: tooFew(leastShown) })),
      ...ofOthers.map(({ title }) => ({ label: title, why: ofSources })),
    ],
  }
}

/** Rules for the reserve alone tell who is in it, which is not public: neither they nor that they are left out are shown. */
const reserveReader =
  (book: RuleBook) =>
  (rule: string): boolean => {
    const { applies, requires } = book.rules.get(rule) ?? {}
    return /"cadre\.(?:reserve|track)"/.test(JSON.stringify([applies, requires]))
  }

/** Of few ballots a number would tell how single people voted. */
const isOfBallots = (measure: string): boolean => measure.startsWith('rating') || measure === 'recognition'

const tooFew = (least: number): Text => ({
  zh: `测评票不足${least}张，列出会让人看出谁怎样投票`,
  en: `Fewer than ${least} ballots: it would tell how single people voted`,
})

/** Words of sources and of others: the person is told of them before anything follows, in a matter with notice and reply. */
const restsOnOthers = (evidence: string): boolean => /^(?:supervision|statements|ratings)\//.test(evidence)

const ofSources: Text = {
  zh: '依据来源部门的材料，须先经人核查；据此处理前会告知本人并听取说明',
  en: 'It rests on what sources filed: a person checks it first, and before anything follows you are told and heard',
}

function parted<T>(all: readonly T[], holds: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))]
}

const figure = (value: number): string => value.toFixed(2)

const estimateItem =
  (book: RuleBook) =>
  (row: CadreResults['estimates'][number]): ComputedItem => {
    const id = explanationOfMeasure(row.measure)
    const estimate = presentStoredEstimate(row)
    const explained = id && explanations[id]
    return {
      key: `estimates/${row.measure}`,
      kind: 'estimate',
      label: labelOfMeasure(row.measure),
      says: estimate.separable
        ? {
            zh: `${figure(estimate.value)}，90% 区间 ${figure(estimate.lower)} 至 ${figure(estimate.upper)}`,
            en: `${figure(estimate.value)}, 90% interval ${figure(estimate.lower)} to ${figure(estimate.upper)}`,
          }
        : estimate.cause,
      meaning: explained?.what ?? null,
      from: explained
        ? {
            zh: `${explained.from.zh}本人共 ${row.n} 项。`,
            en: `${explained.from.en} Of you, ${row.n} of them.`,
          }
        : { zh: `${row.n} 项记载`, en: `${row.n} records` },
      sure: explained?.sure ?? null,
      not: explained?.not ?? null,
      rules: id ? rulesOf(id, book) : [],
      parts: estimate.separable ? [...estimate.parts] : [],
    }
  }

const rulesOf = (id: ExplanationId, book: RuleBook): ComputedItem['rules'] =>
  (explanations[id].rules ?? ['APPT-27-CONTENT']).map((rule) => ({ rule, basis: citationOf(book, rule) }))

type Found = CadreResults['findings'][number]

const findingItem = (row: Found): ComputedItem => ({
  key: `findings/${row.rule}`,
  kind: 'finding',
  label: row.title,
  says: joined([labelOf('verdict', row.verdict), ...row.reasons], { zh: '：', en: ': ' }),
  meaning: null,
  from: restingOn(row.evidence),
  sure: certaintyOf(row),
  not: forPeople,
  rules: [{ rule: row.rule, basis: presentBasis(row) }],
  parts: [],
})

const forPeople: Text = {
  zh: '供人核对的提示，不是决定；作决定的是具名的人。',
  en: 'A prompt for people to check, no decision: those are made by named people.',
}

/** The kinds of record it rests on. */
function restingOn(evidence: readonly string[]): Text {
  const tables = [...new Set(evidence.map((one) => one.split('/')[0] ?? ''))].map(labelOfTable)
  if (tables.length === 0) return { zh: '没有引用具体记载', en: 'No single record is cited' }
  return {
    zh: `${evidence.length} 条记载：${tables.map(({ zh }) => zh).join('、')}`,
    en: `${evidence.length} records: ${tables.map(({ en }) => en.toLowerCase()).join(', ')}`,
  }
}

const certaintyOf = ({ missing, verdict }: Pick<Finding, 'missing' | 'verdict'>): Text =>
  missing.length > 0
    ? {
        zh: `缺 ${missing.length} 项事实，补上后结果可能改变`,
        en: `${missing.length} facts are missing; with them it may change`,
      }
    : verdict === 'discretion'
      ? { zh: '规定留给集体研究', en: 'The rule leaves it to people to judge' }
      : { zh: '按记载逐条核对得出，没有估计成分', en: 'Read from the record; nothing in it is estimated' }

const dutyItem = (row: CadreResults['rotation'][number]): ComputedItem => ({
  key: `rotation/${row.rule}/${row.position_id}`,
  kind: 'duty',
  label: row.title,
  says: {
    zh: `${row.reason.zh}，${row.due_on.replaceAll('-', '.')} 到期`,
    en: `${row.reason.en}; due ${row.due_on}`,
  },
  meaning: null,
  from: { zh: `任职经历，自 ${row.since.replaceAll('-', '.')} 起算`, en: `Posts held, counted since ${row.since}` },
  sure: { zh: '按日期推算，没有估计成分', en: 'Counted by dates; nothing in it is estimated' },
  not: forPeople,
  rules: [{ rule: row.rule, basis: presentBasis(row) }],
  parts: [],
})

const needItem = (row: CadreResults['needs'][number]): ComputedItem => ({
  key: `needs/${row.need}/${row.rule}`,
  kind: 'need',
  label: row.title,
  says: joined(
    [row.finding.reasons, [row.proposal]].flat().filter(({ zh }) => zh !== ''),
    { zh: '；', en: '; ' },
  ),
  meaning: null,
  from: restingOn(row.finding.evidence),
  sure: certaintyOf(row.finding),
  not: { zh: '培养建议，不评价好坏。', en: 'A proposal for development; it judges nobody.' },
  rules: [{ rule: row.rule, basis: presentBasis(row) }],
  parts: [],
})

/** The first is parted from the others by `head`, those by semicolons. */
function joined([first, ...others]: readonly Text[], head: Text): Text {
  const zh = others.map((one) => one.zh.replace(/。$/, '')).join('；')
  const en = others.map((one) => one.en.replace(/\.$/, '')).join('; ')
  return others.length === 0
    ? (first ?? { zh: '', en: '' })
    : { zh: `${first?.zh}${head.zh}${zh}`, en: `${first?.en}${head.en}${en}` }
}
