/**
 * Files in and out. A data package comes in through `openPackage` (all problems of all files collected, good rows
 * streamed) and leaves through `writePackage`; results leave as CSV tables and JSON lines.
 */
export { type ColumnsFile, readColumns } from './columns-file.ts'
export { type Cell, type Rows, writeJsonLines, writeTable } from './csv/write.ts'
export type { PackageMeta } from './package/descriptor.ts'
export { openPackage, type PackageCheck, type PackageReading } from './package/reading.ts'
export { writePackage } from './package/write-package.ts'
export { writeProblemSheet } from './problem-sheet.ts'
