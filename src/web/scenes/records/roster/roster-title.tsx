import { Link } from '@tanstack/react-router'
import type { RosterPage } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { designWords } from '../../../language/words/papers.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { batchWords } from '../../../language/words/roster-batch.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import type { Density, Look } from './view.ts'

interface RosterTitleProps {
  readonly found: RosterPage | undefined
  readonly look: Look
  readonly filter: Search
  onColumns(columns: Look['columns']): void
  onDensity(density: Density): void
  onExport(): void
  onPrint(): void
}

/** How many are listed, which columns are shown, and the ways for the list to leave. */
export function RosterTitle({ found, look, filter, onColumns, onDensity, onExport, onPrint }: RosterTitleProps) {
  const { say } = useSpeech()
  return (
    <PageTitle
      title={say(rosterWords.title)}
      note={
        found &&
        say(found.total === found.whole ? rosterWords.countAll : rosterWords.count, {
          total: count(found.total),
          whole: count(found.whole),
        })
      }
      aside={
        <>
          <span className="roster-keys">{say(rosterWords.keys)}</span>
          <ColumnChooser look={look} onColumns={onColumns} onDensity={onDensity} />
          <button type="button" className="side-button" onClick={onExport}>
            {say(batchWords.exportShort)}
          </button>
          <button type="button" className="side-button" disabled={!found?.total} onClick={onPrint}>
            {say(batchWords.print)}
          </button>
          <Link to="/papers/designs" search={filter} className="side-button">
            {say(designWords.compose)}
          </Link>
        </>
      }
    />
  )
}
