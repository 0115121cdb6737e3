/** Files out: a purpose, a watermark, a log entry. */
export { answerExport, demandPurpose, type ExportedFile, recordExport } from './export-file.ts'
export { attachment, fileNameOf } from './file-name.ts'
export { beijingMinute, watermarkOf } from './watermark.ts'
