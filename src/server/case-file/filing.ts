/** Papers into the file of a case: handed in by people, or made by the system. */
import { paperPlaces } from '#domain/case-papers.ts'
import { paperFormatOf } from '#exchange/index.ts'
import { type FiledPaper, type Filer, filePaper, type NewPaper, type Records } from '#records/index.ts'

type Placed = Pick<NewPaper, 'caseId' | 'kind' | 'fileName' | 'bytes'> &
  Partial<Pick<NewPaper, 'stage' | 'cadreId' | 'title' | 'datedOn' | 'note' | 'madeBySystem' | 'documentId'>>

/**
 * Files a paper by what its content is, under the stage that its kind belongs to.
 * @example await fileCasePaper(records, { caseId, kind: 'vote-count', fileName: '计票报告单.pdf', bytes, madeBySystem: 'ballots' }, by)
 * @throws ProblemError `paper-format`, `paper-empty`, `paper-macros`, `picture-too-large`, `paper-unchanged` …
 */
export async function fileCasePaper(records: Records, paper: Placed, by: Filer): Promise<FiledPaper> {
  const format = await paperFormatOf(paper.bytes, paper.fileName)
  const {
    kind,
    caseId,
    fileName,
    bytes,
    stage,
    cadreId,
    title = '',
    datedOn,
    note = '',
    madeBySystem,
    documentId,
  } = paper
  return filePaper(
    records,
    {
      ...{ caseId, kind, format, fileName, bytes, cadreId, datedOn, note, madeBySystem, documentId },
      stage: paperPlaces[kind].stage ?? stage,
      title: title.trim() || fileName.replace(/\.[a-z\d]{1,5}$/i, ''),
    },
    by,
  )
}
