/** What the bound file of a case says, from what the case page shows; papers are in Chinese. */
import { paperPlaces } from '#domain/case-papers.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { BoundPaper, CaseFileText, GateLine, GateTable, PlainTable, RecordLine } from '#exchange/index.ts'
import type { CaseDetail, CasePaperShape, GateItem } from '../contract/index.ts'

export interface FileSource {
  readonly detail: CaseDetail
  /** Every version, withdrawn ones included. */
  readonly papers: readonly CasePaperShape[]
  readonly watermark: string
}

export interface FileToWrite {
  readonly text: CaseFileText
  /** The papers in the order of `text.papers`. */
  readonly bound: readonly CasePaperShape[]
}

export function fileOf({ detail, papers, watermark }: FileSource): FileToWrite {
  const bound = boundPapers(papers)
  const text: CaseFileText = {
    ...{ title: detail.title, head: headOf(detail), watermark },
    record: recordOf(detail, papers),
    gates: gateTables(detail),
    tables: [exceptions(detail), ballots(detail), setAside(papers)].flatMap((table) => table ?? []),
    papers: bound.map((paper) => boundPaper(paper, detail)),
  }
  return { text, bound }
}

const day = (date: string): string => date.replaceAll('-', '.')
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const moment = (instant: string): string => day(beijing.format(new Date(instant)))
const nameOf = ({ people }: CaseDetail, cadreId: string | null): string =>
  people.find((person) => person.cadreId === cadreId)?.name ?? ''

function headOf(detail: CaseDetail): CaseFileText['head'] {
  const { kind, seat, grade, people, handlers, openedOn, outcome, stageTitle, batch } = detail
  const about = seat ? `${seat.unitName}${seat.title}` : grade ? labelOf('grade', grade).zh : ''
  const rows: [string, string][] = [
    ['事项', labelOf('caseKind', kind).zh],
    ['职位', about],
    ['人选', people.map(({ name, left }) => (left ? `${name}（已退出）` : name)).join('、')],
    ['批次', batch ?? ''],
    ['立项', day(openedOn)],
    ['环节', outcome ? labelOf('caseOutcome', outcome).zh : stageTitle.zh],
    ['经办人', handlers.map(({ name }) => name.zh).join('、')],
  ]
  return rows.filter(([, value]) => value !== '')
}

/** Oldest first: a file is read from its beginning. */
function recordOf(detail: CaseDetail, papers: readonly CasePaperShape[]): RecordLine[] {
  const events = detail.timeline.map((event) => ({
    key: `${event.on} ${event.recordedAt}`,
    line: {
      on: day(event.on),
      recorded: `${event.byName} ${moment(event.recordedAt)}`,
      stage: labelOf('caseEvent', event.kind).zh,
      says: `${event.seq}　${event.says.zh}`,
      details: [
        ...event.facts.map(({ label, shown }) => `${label.zh}：${shown.zh}`),
        ...(event.reason ? [`理由：${event.reason}`] : []),
      ],
      struck: event.corrected.length > 0 ? `由第 ${event.corrected.join('、')} 笔更正` : '',
    },
  }))
  const filed = papers.map((paper) => ({
    key: `${paper.datedOn ?? beijing.format(new Date(paper.recordedAt)).slice(0, 10)} ${paper.recordedAt}`,
    line: {
      on: day(paper.datedOn ?? beijing.format(new Date(paper.recordedAt)).slice(0, 10)),
      recorded: `${paper.byName} ${moment(paper.recordedAt)}`,
      stage: '材料',
      says: `${labelOf('paperKind', paper.kind).zh}《${paper.title}》第 ${paper.version} 版`,
      details: [nameOf(detail, paper.cadreId), paper.note].filter((text) => text !== ''),
      struck: paper.withdrawn ? `已撤回：${paper.withdrawn.reason}` : paper.isPresent ? '' : '已有新版',
    },
  }))
  return [...events, ...filed].toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ line }) => line)
}

const gateTables = (detail: CaseDetail): GateTable[] =>
  detail.timeline
    .filter(({ gate }) => gate.length > 0)
    .map(({ seq, says, on, gate }) => ({
      title: `第 ${seq} 笔　${says.zh}　${day(on)}`,
      lines: gate.map((item) => gateLine(item, detail)),
    }))

/** The present gate, to be filed as a paper. */
export function gateTableNow(detail: CaseDetail): GateTable {
  const { gate, stageTitle } = detail
  const step = `${stageTitle.zh}—${gate.toTitle?.zh ?? '办结'}`
  return { title: `程序比对结果　${step}　${day(gate.on)}`, lines: gate.items.map((item) => gateLine(item, detail)) }
}

const gateLine = ({ finding, cadreId, override, answer, effect }: GateItem, detail: CaseDetail): GateLine => ({
  verdict: finding.verdict,
  word: labelOf('verdict', finding.verdict).zh,
  about: nameOf(detail, cadreId),
  title: finding.basis.title.zh,
  article: `《${finding.basis.instrument}》${finding.basis.article}`,
  reasons: finding.reasons.map(({ zh }) => zh),
  held: override
    ? `例外批准：${override.approvedBy}，${override.document}，${day(override.documentOn)}。${override.reason}`
    : answer
      ? `研究答复：${answer.note}`
      : effect === 'warns'
        ? '已阅知'
        : '',
})

function exceptions(detail: CaseDetail): PlainTable | undefined {
  const rows = detail.timeline.flatMap(({ seq, kind, on, says, reason, byName }) =>
    kind === 'overridden' ? [[String(seq), day(on), says.zh, reason ?? '', byName]] : [],
  )
  if (rows.length === 0) return undefined
  return { title: '例外批准', heads: ['笔', '日期', '批准', '理由', '记录'], widths: [1, 2, 6, 4, 2], rows }
}

const voteFacts = ['decided_on', 'deciding_body', 'voting', 'members_due', 'members_present', 'votes_for'] as const

/** What is recorded of the vote, of the case and of each candidate. */
function ballots(detail: CaseDetail): PlainTable | undefined {
  const of = (whose: string, facts: CaseDetail['facts']): string[][] =>
    voteFacts.flatMap((name) => {
      const fact = facts.find((one) => one.name === name)
      return fact ? [[whose, fact.label.zh, fact.shown.zh, String(fact.event)]] : []
    })
  const rows = [...of('', detail.facts), ...detail.people.flatMap(({ name, facts }) => of(name, facts))]
  if (rows.length === 0) return undefined
  return { title: '表决情况', heads: ['人选', '项目', '记录', '出自第几笔'], widths: [2, 3, 3, 2], rows }
}

/** Withdrawn papers and earlier versions: listed with their hashes, their pages are not bound. */
function setAside(papers: readonly CasePaperShape[]): PlainTable | undefined {
  const rows = papers
    .filter(({ isPresent, withdrawn }) => !isPresent || withdrawn)
    .map((paper) => [
      labelOf('paperKind', paper.kind).zh,
      `《${paper.title}》第 ${paper.version} 版`,
      paper.withdrawn ? `已撤回：${paper.withdrawn.reason}` : '已有新版',
      `${paper.sha256.slice(0, 32)} ${paper.sha256.slice(32)}`,
    ])
  if (rows.length === 0) return undefined
  return { title: '以前各版和撤回的材料', heads: ['种类', '题名', '情形', '校验值'], widths: [3, 4, 4, 5], rows }
}

/** Present papers in the order of the procedure, then of kinds, then as filed. */
function boundPapers(papers: readonly CasePaperShape[]): readonly CasePaperShape[] {
  const stages: readonly (string | null)[] = identifiersOf('processStage')
  const kinds = identifiersOf('paperKind')
  const place = (paper: CasePaperShape): number => {
    const stage = paper.stage ?? paperPlaces[paper.kind].stage ?? null
    return (stages.includes(stage) ? stages.indexOf(stage) : stages.length) * 1000 + kinds.indexOf(paper.kind)
  }
  return papers
    .filter(({ isPresent, withdrawn }) => isPresent && withdrawn === null)
    .toSorted((a, b) => place(a) - place(b) || (a.recordedAt < b.recordedAt ? -1 : 1))
}

const boundPaper = (paper: CasePaperShape, detail: CaseDetail): BoundPaper => ({
  title: paper.title,
  notes: [
    labelOf('paperKind', paper.kind).zh,
    nameOf(detail, paper.cadreId),
    paper.datedOn === null ? '' : day(paper.datedOn),
    `第 ${paper.version} 版`,
    `${paper.byName} ${moment(paper.recordedAt)}`,
  ].filter((note) => note !== ''),
  contents: {
    kind: paper.format === 'pdf' || paper.format === 'jpeg' || paper.format === 'png' ? paper.format : 'attachment',
    sha256: paper.sha256,
    bytes: paper.bytes,
  },
})
