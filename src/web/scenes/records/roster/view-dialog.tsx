import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RosterView, SavedRosterView } from '#server/contract/index.ts'
import { changeView, rosterViewsQuery, saveView } from '../../../client/roster-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterViewWords as words } from '../../../language/words/roster-views.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'

interface ViewDialogProps {
  /** The view that gets another name; a new one where left out. */
  readonly renamed: SavedRosterView | undefined
  readonly now: RosterView
  onSaved(view: SavedRosterView): void
  onClose(): void
}

/** Keeps what is shown under a name: filters, order, columns, widths, density. */
export function ViewDialog({ renamed, now, onSaved, onClose }: ViewDialogProps) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const [name, setName] = useState(renamed?.name ?? '')
  const [shared, setShared] = useState(renamed?.shared ?? false)
  const act = async () => {
    const draft = { name: name.trim(), shared, view: renamed?.view ?? now }
    const saved = renamed ? await changeView(renamed.viewId, renamed.version, draft) : await saveView(draft)
    await client.invalidateQueries({ queryKey: rosterViewsQuery.queryKey })
    if (!renamed) onSaved(saved)
  }
  return (
    <ActDialog
      title={say(renamed ? words.rename : words.saveTitle)}
      lead={say(words.saveLead)}
      verb={say(words.keep)}
      ready={name.trim() !== ''}
      act={act}
      onClose={onClose}
    >
      <Line label={say(words.name)} hint={say(words.nameHint)} value={name} onChange={setName} />
      <label>
        <input type="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)} />{' '}
        {say(words.shareLabel)}
      </label>
    </ActDialog>
  )
}
