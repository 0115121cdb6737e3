/** The papers of the office that are tables about people: their columns in order, their page, what stands around them. */
import { type PaperField, paperColumn } from '#domain/lexicon/paper-columns.ts'
import type { PageFormat, PaperColumn } from './paper.ts'

export interface LayoutColumn {
  readonly field: PaperField
  /** Where this paper calls it otherwise. */
  readonly label?: string
  /** The upper header, where it is not the usual one; undefined for none. */
  readonly group?: string | undefined
  /** In Chinese characters, where it is not the usual width. */
  readonly width?: number
}

export interface PaperLayout {
  readonly title: string
  readonly page: PageFormat
  readonly columns: readonly LayoutColumn[]
  readonly marking?: string
  readonly notes?: readonly string[]
  readonly signatures?: readonly string[]
  /** In mm. */
  readonly rowHeight?: number
}

const leftAligned: ReadonlySet<PaperField> = new Set([
  'presentPost',
  'proposedPost',
  'removedPost',
  'proposedOrRemoved',
  'portfolio',
  'expertise',
  'honours',
  'sanctions',
  'reason',
])

/** A column of a paper as the paper says it. */
export function columnOf(column: LayoutColumn): PaperColumn {
  const { field, label, width } = column
  const term = paperColumn(field)
  const group = 'group' in column ? column.group : term.group?.zh
  return {
    label: label ?? brokenLabel(term.label.zh, width ?? term.width),
    width: width ?? term.width,
    ...(group === undefined ? {} : { group }),
    ...(leftAligned.has(field) ? { align: 'left' } : {}),
  }
}

/** A header that is too long for its column breaks before its last word: 任现职 / 时间. */
const brokenLabel = (label: string, width: number): string =>
  label.length > width ? label.replace(/(?=(?:时间|年限|推荐)$)/, '\n') : label

const plain = (...fields: readonly PaperField[]): LayoutColumn[] => fields.map((field) => ({ field }))

const overview = (title: string, proposedLabel: string): PaperLayout => ({
  title,
  page: 'a3-landscape',
  marking: '工作秘密　注意保存',
  columns: [
    ...plain('serial', 'name', 'photo', 'presentPost'),
    { field: 'proposedPost', label: proposedLabel },
    ...plain('sex', 'ethnicity', 'nativePlace', 'bornOn', 'age', 'partyJoined'),
    ...plain('education'),
    { field: 'school', label: '毕业院校系以及专业' },
    ...plain('postSince'),
    { field: 'levelSince', label: '任同职级时间' },
    ...plain('talkRecommendation', 'meetingRecommendation', 'appraisalResult', 'remark'),
  ],
  rowHeight: 23,
})

export const paperLayouts = {
  roster: {
    title: '干部名册',
    page: 'a4-landscape',
    columns: plain(
      'name',
      'presentPost',
      'sex',
      'ethnicity',
      'nativePlace',
      'fullTimeEducation',
      'fullTimeSchool',
      'inServiceEducation',
      'inServiceSchool',
      'bornOn',
      'workStartedOn',
      'partyJoined',
      'postSince',
      'gradeSince',
      'remark',
      'sector',
    ),
  },
  'motion-overview': overview('干部动议人选一览表', '拟任职务\n（动议初步考虑）'),
  'secretaries-overview': overview('书记专题会研究干部人选一览表', '拟任职务'),
  'committee-overview': overview('常委会讨论干部人选一览表', '拟任职务'),
  'transfer-proposal': {
    title: '干部调配建议方案',
    page: 'a4-landscape',
    marking: '工作秘密　注意保存',
    columns: [
      ...plain('serial', 'name', 'bornOn', 'educationOrTitle', 'presentPost'),
      { field: 'proposedOrRemoved', width: 16 },
      { field: 'opinion', width: 8 },
    ],
    rowHeight: 12,
  },
  'discussion-list': {
    title: '讨论任免干部名单',
    page: 'a4-landscape',
    marking: '工作秘密　注意保存',
    columns: [
      ...plain('name', 'presentPost', 'proposedOrRemoved', 'sex', 'bornOn', 'education', 'nativePlace'),
      { field: 'workStartedOn', label: '工作年月' },
      { field: 'partyJoined', label: '入党年月' },
      { field: 'levelSince', label: '任现职务\n层次时间' },
      { field: 'postSince', label: '现职时间' },
      ...plain('remark'),
    ],
    rowHeight: 11,
  },
  'ballot-paper': {
    title: '干部任免表决票',
    page: 'a4-portrait',
    columns: plain('name', 'presentPost', 'proposedOrRemoved', 'agree', 'disagree', 'abstain'),
    notes: [
      '1．对每名干部，在“同意”“不同意”“弃权”中选一栏画“√”；选两栏以上的，对该名干部的表决无效。',
      '2．只就票上所列人选表决，不另提他人。',
    ],
    rowHeight: 15,
  },
  'count-report': {
    title: '干部任免表决计票报告单',
    page: 'a4-portrait',
    columns: plain('serial', 'name', 'proposedOrRemoved', 'agree', 'disagree', 'abstain', 'remark'),
    signatures: ['监票人：', '计票人：', '　　　　年　　月　　日'],
    rowHeight: 11,
  },
  'discipline-opinion': {
    title: '征求纪委监委意见名单',
    page: 'a4-portrait',
    marking: '工作秘密　注意保存',
    columns: [...plain('serial', 'name'), { field: 'presentPost', width: 24 }],
    rowHeight: 9,
  },
} as const satisfies Record<string, PaperLayout>

export type PeoplePaper = keyof typeof paperLayouts
