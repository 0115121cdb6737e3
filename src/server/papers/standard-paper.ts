/** The papers that meetings and offices know by name. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import {
  type LayoutColumn,
  type PageFormat,
  type Paper,
  type PaperGroup,
  type PaperLayout,
  type PeoplePaper,
  paperLayouts,
  postQuotaPaper,
} from '#exchange/index.ts'
import type { Records } from '#records/index.ts'
import { type Edition, readTeamPosts } from '#records/queries/index.ts'
import type { OfficePaper, PaperRequest } from '../contract/index.ts'
import { Refusal } from '../http/refusal.ts'
import { presentPost } from '../wording/index.ts'
import { wordedPost } from './fact-texts.ts'
import { monthWords, type PaperSubject, type PaperWords, paperOf, peopleRows } from './people-paper.ts'
import { subjectsOf } from './subjects.ts'

export interface MadePaper {
  /** Copies of a ballot paper are papers of their own. */
  readonly papers: readonly Paper[]
  readonly subjects: readonly string[]
}

const otherPapers = {
  'appraisal-plan': { title: '考察方案', page: 'a4-landscape' },
  'post-quota': { title: '各单位领导职数配备情况表', page: 'a4-landscape' },
} as const satisfies Record<string, { title: string; page: PageFormat }>

/** The title and page a kind of paper usually has. */
export const usualPaper = (kind: OfficePaper): { readonly title: string; readonly page: PageFormat } =>
  kind in otherPapers ? otherPapers[kind as keyof typeof otherPapers] : paperLayouts[kind as PeoplePaper]

/** Makes a paper of what the records say. @throws Refusal where the source is not for it, or names nobody */
export async function makePaper(records: Records, edition: Edition, request: PaperRequest): Promise<MadePaper> {
  const { paper, source } = request
  const words = {
    title: request.title ?? usualPaper(paper).title,
    month: request.month ?? formatDate(edition.asOf).slice(0, 7),
  }
  if (source.kind === 'units' || paper === 'post-quota') {
    if (source.kind !== 'units' || paper !== 'post-quota') throw otherSource()
    return { papers: [await postQuota(records, edition, words, source.unitId)], subjects: [] }
  }
  const subjects = await subjectsOf(records, edition.asOf, source)
  if (paper === 'appraisal-plan') return appraisalPlan(records, edition, words, subjects)
  const layout = adapted(paperLayouts[paper], paper, request)
  const { rows, facts, cadreIds } = await peopleRows(records, edition, layout.columns, subjects)
  if (rows.length === 0) throw nobodyFound()
  const groups =
    paper === 'roster'
      ? groupsBy(
          rows,
          facts.map(({ row }) => row.unit_name ?? '未列单位'),
        )
      : [{ rows }]
  const made = paperOf(layout, words, groups)
  const copies = paper === 'ballot-paper' ? request.copies : 1
  return {
    papers: Array.from({ length: copies }, () => (paper === 'count-report' ? withCounts(made) : made)),
    subjects: cadreIds,
  }
}

/** The third box of a ballot is called as the meeting calls it. */
function adapted(layout: PaperLayout, paper: OfficePaper, { third }: PaperRequest): PaperLayout {
  if (third === 'abstain' || (paper !== 'ballot-paper' && paper !== 'count-report')) return layout
  const renamed = (column: LayoutColumn): LayoutColumn =>
    column.field === 'abstain' ? { ...column, label: '缓议' } : column
  return {
    ...layout,
    columns: layout.columns.map(renamed),
    ...(layout.notes === undefined ? {} : { notes: layout.notes.map((note) => note.replace('弃权', '缓议')) }),
  }
}

/** Numbers that are counted by hand are left to be written. */
const withCounts = (paper: Paper): Paper => ({
  ...paper,
  above: { left: '发出表决票　　　张，收回　　　张；其中有效　　　张，无效　　　张。', ...paper.above },
})

/** Rows that follow each other under one title stand together; a title that comes again is another group. */
function groupsBy<Row>(
  rows: readonly Row[],
  titles: readonly string[],
): { readonly title: string; readonly rows: readonly Row[] }[] {
  const groups: { title: string; rows: Row[] }[] = []
  rows.forEach((row, at) => {
    const title = titles[at] ?? ''
    const last = groups.at(-1)
    if (last?.title === title) last.rows.push(row)
    else groups.push({ title, rows: [row] })
  })
  return groups
}

async function postQuota(
  { database }: Records,
  { asOf }: Edition,
  { title, month }: PaperWords,
  unitId: string | undefined,
): Promise<Paper> {
  const teams = await readTeamPosts(database, asOf, unitId)
  const lines = teams.map((team) => ({
    unit: team.unit_name,
    level: labelOf('unitLevel', team.level).zh,
    kind: labelOf('unitKind', team.kind).zh,
    principals: { quota: team.quota_principal ?? undefined, filled: team.principals },
    deputies: { quota: team.quota_deputy ?? undefined, filled: team.deputies },
  }))
  return postQuotaPaper(lines, title, monthWords(month))
}

/** 考察方案: a row a unit with whom it is about; the rest is written by those who plan. */
async function appraisalPlan(
  records: Records,
  edition: Edition,
  words: PaperWords,
  subjects: readonly PaperSubject[],
): Promise<MadePaper> {
  const { facts, cadreIds } = await peopleRows(records, edition, [], subjects)
  if (facts.length === 0) throw nobodyFound()
  const units = Map.groupBy(facts, ({ row }) => row.unit_name ?? '')
  const rows = [...units].map(([unit, people]) => [
    unit,
    '',
    people.map(({ row, posts }) => `${row.name}（${presentPost(posts.map(wordedPost))}）`).join('\n'),
    '',
    '',
    '',
    '',
  ])
  const column = (label: string, width: number) => ({ label, width })
  const groups: PaperGroup[] = [{ rows }]
  const paper: Paper = {
    title: words.title,
    marking: '工作秘密　注意保存',
    above: { right: monthWords(words.month) },
    columns: [
      { ...column('考察单位', 10), align: 'left' },
      column('时间', 6),
      { ...column('考察对象', 16), align: 'left' },
      column('民主测评范围', 10),
      column('谈话范围', 10),
      column('考察组', 8),
      column('备注', 4),
    ],
    groups,
    page: usualPaper('appraisal-plan').page,
    rowHeight: 14,
  }
  return { papers: [paper], subjects: cadreIds }
}

const nobodyFound = (): Refusal =>
  new Refusal(
    422,
    'paper-without-people',
    { zh: '所选的人都不在名册里，没有可列的人。', en: 'None of the chosen people is on the roster.' },
    { zh: '从名册里重新选人。', en: 'Choose people from the roster again.' },
  )

const otherSource = (): Refusal =>
  new Refusal(
    422,
    'paper-of-other-source',
    {
      zh: '职数配备表按单位生成，其他材料按人员生成；所选来源不对。',
      en: 'The table of posts is made from units, other papers from people: the source does not fit.',
    },
    { zh: '换一种来源。', en: 'Choose another source.' },
  )
