import { Popover } from 'antd'
import { useState } from 'react'
import type { RosterChoices } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { ClauseEditor } from './clause-editor.tsx'
import { type Clause, clauses, inWords, isSet, namesOf, without } from './clauses.ts'

interface FilterSentenceProps {
  readonly search: Search
  readonly offered: RosterChoices | undefined
  readonly sortedBy: string
  onChange(search: Search): void
}

const keyOf = (clause: Clause): string => namesOf(clause).join()

/** The filter as a sentence whose words are its controls: 列出 副处级，任现职 满 2 年，按现任职务排列. */
export function FilterSentence({ search, offered, sortedBy, onChange }: FilterSentenceProps) {
  const { say } = useSpeech()
  const [editing, setEditing] = useState<string>()
  const said = clauses.filter((clause) => isSet(clause, search) || keyOf(clause) === editing)
  const others = clauses.filter((clause) => !said.includes(clause))
  const scope = said.some((clause) => keyOf(clause) === 'status')

  return (
    <p className="sentence">
      {say(rosterWords.list)} {!scope && <span>{say(rosterWords.serving)}</span>}
      {said.map((clause, index) => (
        <span key={keyOf(clause)}>
          {(index > 0 || !scope) && say(rosterWords.and)}
          <Popover
            trigger="click"
            placement="bottomLeft"
            open={editing === keyOf(clause)}
            onOpenChange={(open) => setEditing(open ? keyOf(clause) : undefined)}
            destroyOnHidden
            content={
              <ClauseEditor
                clause={clause}
                search={search}
                offered={offered}
                onChange={onChange}
                onRemove={() => {
                  setEditing(undefined)
                  onChange(without(search, clause))
                }}
              />
            }
          >
            <button type="button" className="clause">
              {isSet(clause, search) ? inWords(clause, search, offered, say) : say(clause.label)}
            </button>
          </Popover>
        </span>
      ))}
      {say(rosterWords.and)}
      {sortedBy}
      <AddClause clauses={others} onAdd={(clause) => setEditing(keyOf(clause))} />
    </p>
  )
}

function AddClause({ clauses: offered, onAdd }: { clauses: readonly Clause[]; onAdd(clause: Clause): void }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  const add = (clause: Clause) => {
    setOpen(false)
    onAdd(clause)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <ul className="clause-list">
          {offered.map((clause) => (
            <li key={keyOf(clause)}>
              <button type="button" className="plain-button" onClick={() => add(clause)}>
                {say(clause.label)}
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" className="plain-button add-clause">
        ＋ {say(rosterWords.addClause)}
      </button>
    </Popover>
  )
}
