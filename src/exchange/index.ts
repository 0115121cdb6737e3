/**
 * Files in and out. A data package comes in through `openPackage` (all problems of all files collected, good rows
 * streamed) and leaves through `writePackage`; results leave as CSV tables and JSON lines.
 */
export { type FormFile, readFormFiles, readFormsOf } from './appointment-form/form-files.ts'
export { readForm } from './appointment-form/read-form.ts'
export type { FormReading } from './appointment-form/reading.ts'
export { type LrmFiles, writeLrm } from './appointment-form/write-lrm.ts'
export { writeLrmx } from './appointment-form/write-lrmx.ts'
export { type Slip, type SlipSheet, slipsPdf } from './ballot-slips/slips.ts'
export { type CalendarDay, type CalendarFile, writeCalendar } from './calendar-file/calendar-file.ts'
export type { BoundFile } from './case-file/bind.ts'
export { bindCaseFile } from './case-file/binding.ts'
export type * from './case-file/case-file.ts'
export { paperFormatOf } from './case-file/paper-format.ts'
export { gateFindingsPdf } from './case-file/system-parts.ts'
export { type ColumnsFile, readColumns } from './columns-file.ts'
export { type Cell, type Rows, tableLine, writeJsonLines, writeTable } from './csv/write.ts'
export { type PersonReading, personOf } from './form-values/person-of.ts'
export { type PresentedPerson, presentPerson } from './form-values/present-person.ts'
export { letterPdf } from './letters/letter-pdf.ts'
export type { PackageMeta } from './package/descriptor.ts'
export { isPackage } from './package/is-package.ts'
export { openPackage, type PackageCheck, type PackageReading } from './package/reading.ts'
export { writePackage } from './package/write-package.ts'
export { columnOf, type LayoutColumn, type PaperLayout, type PeoplePaper, paperLayouts } from './papers/layouts.ts'
export {
  headerRows,
  type PageFormat,
  type Paper,
  type PaperCell,
  type PaperColumn,
  type PaperGroup,
} from './papers/paper.ts'
export { paperPdf } from './papers/paper-pdf.ts'
export { type FlowingPaper, paperWorkbook } from './papers/paper-workbook.ts'
export { postQuotaPaper } from './papers/post-quota.ts'
export { writeProblemSheet } from './problem-sheet.ts'
export { parseResume } from './resume/parse-resume.ts'
export { resumeNotices } from './resume/resume-notices.ts'
export { writeResume } from './resume/write-resume.ts'
export { type BallotReading, type BallotSlips, type BallotTally, type Vote, votes } from './sheets/ballots.ts'
export { writeCollection, writeCollectionTemplate } from './sheets/collection/write-collection.ts'
export { unpackPackage } from './sheets/package-workbook.ts'
export { readBallotSheet, readSheet, type SheetKind, type SheetReading } from './sheets/read-sheet.ts'
export type { Cell as ReadCell, ErrorCell, Merge, NumberCell, ReadRow } from './workbook/cell.ts'
export { readWorkbook } from './workbook/read-workbook.ts'
export type { ReadSheet, ReadWorkbook } from './workbook/reading.ts'
export type { CellStyle, Choices, PageSetup, Sheet, StyledCell, WrittenCell, WrittenRow } from './workbook/sheet.ts'
export { type WorkbookOptions, writeWorkbook } from './workbook/write-workbook.ts'
