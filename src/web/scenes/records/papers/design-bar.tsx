import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useId, useState } from 'react'
import type { RosterDesign, SavedDesign } from '#server/contract/index.ts'
import { designHistoryQuery, designsQuery, removeDesign, saveDesign } from '../../../client/paper-queries.ts'
import { minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { designWords } from '../../../language/words/papers.ts'
import '../../../parts/buttons.css'
import { ErrorPanel } from '../../../parts/states.tsx'
import { sameDesign } from './draft.ts'

interface DesignBarProps {
  readonly usual: RosterDesign
  readonly saved: readonly SavedDesign[]
  readonly draft: RosterDesign
  /** The saved design that the draft was made from. */
  readonly from: SavedDesign | undefined
  onTake(design: RosterDesign, from: SavedDesign | undefined): void
}

/** Which design it is, and how it is kept: as its next version, as another, as it was before, or not any more. */
export function DesignBar({ usual, saved, draft, from, onTake }: DesignBarProps) {
  const { say } = useSpeech()
  const id = useId()
  const client = useQueryClient()
  const [name, setName] = useState<string>()
  const refresh = () => client.invalidateQueries({ queryKey: designsQuery.queryKey })
  const saving = useMutation({
    mutationFn: ({ as, over }: { as: string; over?: SavedDesign | undefined }) => saveDesign(as, draft, over),
    onSuccess: async (design) => {
      setName(undefined)
      await refresh()
      onTake(design.design, design)
    },
  })
  const removing = useMutation({
    mutationFn: removeDesign,
    onSuccess: async () => {
      await refresh()
      onTake(usual, undefined)
    },
  })
  const isChanged = !sameDesign(draft, from?.design ?? usual)
  return (
    <div className="design-bar">
      <label htmlFor={`${id}-design`}>{say(designWords.design)}</label>
      <select
        id={`${id}-design`}
        value={from?.designId ?? ''}
        onChange={({ target }) => {
          const chosen = saved.find(({ designId }) => designId === target.value)
          onTake(chosen?.design ?? usual, chosen)
        }}
      >
        <option value="">{say(designWords.usual)}</option>
        {saved.map(({ designId, name: named }) => (
          <option key={designId} value={designId}>
            {named}
          </option>
        ))}
      </select>
      {from && (
        <button
          type="button"
          className="side-button"
          disabled={!isChanged || saving.isPending}
          onClick={() => saving.mutate({ as: from.name, over: from })}
        >
          {say(designWords.save)}
        </button>
      )}
      {name === undefined ? (
        <button type="button" className="side-button" onClick={() => setName(draft.title)}>
          {say(designWords.saveAs)}
        </button>
      ) : (
        <form
          className="design-name"
          onSubmit={(event) => {
            event.preventDefault()
            saving.mutate({ as: name })
          }}
        >
          <input
            aria-label={say(designWords.name)}
            required
            maxLength={40}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit" className="side-button" disabled={name.trim() === '' || saving.isPending}>
            {say(designWords.save)}
          </button>
        </form>
      )}
      {from && <History from={from} onTake={(design) => onTake(design, from)} />}
      {from && (
        <button type="button" className="plain-button" onClick={() => removing.mutate(from)}>
          {say(designWords.remove)}
        </button>
      )}
      {isChanged && <span className="quiet">{say(designWords.changed)}</span>}
      {(saving.error ?? removing.error) && (
        <ErrorPanel error={saving.error ?? removing.error} what={say(designWords.notSaved)} />
      )}
    </div>
  )
}

/** Every saved state; one taken up again is saved as the next. */
function History({ from, onTake }: { from: SavedDesign; onTake(design: RosterDesign): void }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  const versions = useQuery({ ...designHistoryQuery(from.designId), enabled: open, staleTime: 0 }).data?.versions ?? []
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <ul className="design-history">
          {versions.map(({ version, recordedByName, recordedAt, design }) => (
            <li key={version}>
              {say(designWords.version, { number: version, by: recordedByName, at: minute(recordedAt) })}{' '}
              <button
                type="button"
                className="plain-button"
                onClick={() => {
                  setOpen(false)
                  onTake(design)
                }}
              >
                {say(designWords.takeUp)}
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" className="plain-button">
        {say(designWords.history)}
      </button>
    </Popover>
  )
}
