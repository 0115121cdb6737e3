import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'

interface ComparisonExportProps {
  readonly cadres: readonly string[]
  readonly position: string | undefined
  onClose(): void
}

/** The whole sheet leaves, equal rows too; a purpose is asked, and the export is written down. */
export function ComparisonExport({ cadres, position, onClose }: ComparisonExportProps) {
  const { say } = useSpeech()
  return (
    <Dialog title={say(words.exportTitle)} onClose={onClose}>
      <p className="second">{say(words.exportLead, { count: cadres.length })}</p>
      <TakeOut
        path="/comparison/file"
        formats={['xlsx', 'pdf']}
        order={{ cadres, ...(position !== undefined && { position }) }}
      />
    </Dialog>
  )
}
