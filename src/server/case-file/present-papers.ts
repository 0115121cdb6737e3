import type { DateCode } from '#domain/calendar.ts'
import { largestPaper, missingPapers, type PaperKind, paperPlaces } from '#domain/case-papers.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { parameterOn, type RuleBook } from '#policy/index.ts'
import type { CasePaper } from '#records/queries/index.ts'
import type { CaseDetail, CasePaperShape, CasePapers } from '../contract/index.ts'

/** The local rule that lists the papers which a file should hold. */
export const papersRule = 'LOCAL-CASE-PAPERS'

export function presentPaper(paper: CasePaper): CasePaperShape {
  return {
    paperId: paper.paper_id,
    documentId: paper.document_id,
    version: paper.version,
    isPresent: paper.version === paper.versions,
    kind: paper.kind,
    stage: stageNamed(paper.stage),
    cadreId: paper.cadre_id,
    title: paper.title,
    fileName: paper.file_name,
    format: paper.format,
    bytes: paper.bytes,
    sha256: paper.sha256,
    datedOn: paper.dated_on,
    note: paper.note,
    bySystem: paper.made_by_system,
    byName: paper.by_name,
    recordedAt: paper.recorded_at.toISOString(),
    withdrawn: paper.withdrawn && {
      reason: paper.withdrawn.reason,
      byName: paper.withdrawn.by,
      at: paper.withdrawn.at,
    },
  }
}

const stageNamed = (name: string | null): CasePaperShape['stage'] =>
  identifiersOf('processStage').find((stage) => stage === name) ?? null

/** The papers of a case, and what is missing of the stages so far. */
export function presentPapers(
  papers: readonly CasePaper[],
  detail: CaseDetail,
  book: RuleBook,
  on: DateCode,
): CasePapers {
  const shown = papers.map(presentPaper)
  const reached = detail.path.filter(({ state }) => state === 'done' || state === 'current').map(({ stage }) => stage)
  const candidates = detail.candidates.map(({ cadreId }) => cadreId)
  const held = shown.filter(({ isPresent, withdrawn }) => isPresent && withdrawn === null)
  return {
    papers: shown,
    missing: missingPapers(requiredPapers(book, on), reached, candidates, held).map(({ kind, cadreId }) => ({
      kind,
      stage: paperPlaces[kind].stage ?? null,
      cadreId: cadreId ?? null,
    })),
    places: identifiersOf('paperKind').map((kind) => {
      const { stage, each } = paperPlaces[kind]
      return { kind, stage: stage ?? null, each }
    }),
    rule: papersRule,
    largest: largestPaper,
  }
}

function requiredPapers(book: RuleBook, on: DateCode): readonly PaperKind[] {
  const rule = book.rules.get(papersRule)
  const named = new Set<unknown>(Object.values((rule && parameterOn(rule, 'required_papers', on)) ?? []))
  return identifiersOf('paperKind').filter((kind) => named.has(kind))
}
