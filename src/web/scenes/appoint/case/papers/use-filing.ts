import { useQueryClient } from '@tanstack/react-query'
import type { PaperFields, PaperFiled } from '#server/contract/index.ts'
import { casePapersQuery, filePaper } from '../../../../client/case-queries.ts'

/** Files one paper, and reads the file of the case again. */
export function useFiling(caseId: string): (fields: PaperFields, file: File) => Promise<PaperFiled> {
  const queries = useQueryClient()
  return async (fields, file) => {
    const filed = await filePaper(caseId, fields, file)
    await queries.invalidateQueries({ queryKey: casePapersQuery(caseId).queryKey })
    return filed
  }
}
