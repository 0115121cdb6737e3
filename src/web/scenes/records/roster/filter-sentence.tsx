import { type ReactNode, useState } from 'react'
import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import type { RosterChoices } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { conditionWords } from '../../../language/words/conditions.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { ClauseEditor } from './clause-editor.tsx'
import { ClauseWord } from './clause-word.tsx'
import { type Clause, clauses, inWords, isSet, without, withValue } from './clauses.ts'
import { Builder } from './conditions/builder.tsx'
import { clauseFor, clauseTopics } from './conditions/clause-topics.ts'
import { FieldChoice } from './conditions/field-choice.tsx'
import { memberInWords } from './conditions/in-words.ts'
import { LeafEditor } from './conditions/leaf-editor.tsx'
import { changed, faultOf, type Group, isGroup, leafFor } from './conditions/tree.ts'
import { useTree } from './conditions/use-tree.ts'
import { keyOf, membersOf, withoutMember } from './said-conditions.ts'

interface FilterSentenceProps {
  readonly search: Search
  readonly offered: RosterChoices | undefined
  readonly sortedBy: ReactNode
  /** How many people meet it, said while conditions are combined. */
  readonly count?: ReactNode
  onChange(search: Search): void
}

/** The filter as a sentence whose words are its controls: 列出 副处级，任现职 满 2 年，且（…或…），按现任职务排列. */
export function FilterSentence({ search, offered, sortedBy, count, onChange }: FilterSentenceProps) {
  const { say } = useSpeech()
  const [editing, setEditing] = useState<string>()
  const [combining, setCombining] = useState(false)
  const { tree, set } = useTree(search, onChange)
  const said = clauses.filter((clause) => isSet(clause, search) || keyOf(clause) === editing)
  const scope = said.some((clause) => keyOf(clause) === 'status')
  const members = membersOf(tree)

  /** A condition that was found by its value says all there is to say; others open for theirs. */
  const add = (id: string, value?: string) => {
    const clause = clauseFor(id)
    if (clause) {
      const next = value === undefined ? search : withValue(search, clause, value)
      return next === search ? setEditing(keyOf(clause)) : onChange(next)
    }
    const rest = tree.join === 'all' ? tree.members : [tree]
    const leaf = leafFor(id as RosterFieldName, value)
    set({ join: 'all', members: [...rest, leaf] })
    if (faultOf(leaf) !== undefined || value === undefined) setEditing(`where ${rest.length}`)
  }
  /** A line that was opened and left unfinished goes again. */
  const leave = () => {
    setEditing(undefined)
    const finished = tree.members.filter((member) => isGroup(member) || faultOf(member) === undefined)
    if (!combining && finished.length < tree.members.length) set({ ...tree, members: finished })
  }
  return (
    <div className="sentence-part">
      <p className="sentence">
        {say(rosterWords.list)} {!scope && <span>{say(rosterWords.serving)}</span>}
        {said.map((clause, index) => (
          <span key={keyOf(clause)}>
            {(index > 0 || !scope) && say(rosterWords.and)}
            <PlainWord
              clause={clause}
              search={search}
              offered={offered}
              open={editing === keyOf(clause)}
              onOpen={(open) => setEditing(open ? keyOf(clause) : undefined)}
              onChange={onChange}
            />
          </span>
        ))}
        {members.map((_member, at) => (
          <span key={at}>
            {say(rosterWords.andAlso)}
            <MemberWord
              tree={tree}
              at={at}
              offered={offered}
              open={editing === `where ${at}`}
              onOpen={(open) => (open ? setEditing(`where ${at}`) : leave())}
              onCombine={() => setCombining(true)}
              onChange={set}
            />
          </span>
        ))}
        {say(rosterWords.and)}
        {sortedBy}
        <AddCondition onAdd={add} />
        <button
          type="button"
          className="plain-button add-clause"
          aria-expanded={combining}
          onClick={() => setCombining(!combining)}
        >
          {say(conditionWords.advanced)}
        </button>
      </p>
      {combining && (
        <Builder tree={tree} offered={offered} count={count} onChange={set} onClose={() => setCombining(false)} />
      )}
    </div>
  )
}

interface WordProps {
  readonly open: boolean
  onOpen(open: boolean): void
}

interface PlainWordProps extends WordProps {
  readonly clause: Clause
  readonly search: Search
  readonly offered: RosterChoices | undefined
  onChange(search: Search): void
}

function PlainWord({ clause, search, offered, open, onOpen, onChange }: PlainWordProps) {
  const { say } = useSpeech()
  const remove = () => {
    onOpen(false)
    onChange(without(search, clause))
  }
  return (
    <ClauseWord
      words={isSet(clause, search) ? inWords(clause, search, offered, say) : say(clause.label)}
      open={open}
      onOpen={onOpen}
    >
      <ClauseEditor clause={clause} search={search} offered={offered} onChange={onChange} onRemove={remove} />
    </ClauseWord>
  )
}

interface MemberWordProps extends WordProps {
  readonly tree: Group
  readonly at: number
  readonly offered: RosterChoices | undefined
  onCombine(): void
  onChange(tree: Group): void
}

/** A condition of the tree: a single one is changed where it stands, a group where conditions are combined. */
function MemberWord({ tree, at, offered, open, onOpen, onCombine, onChange }: MemberWordProps) {
  const { say } = useSpeech()
  const member = membersOf(tree)[at]
  if (!member) return null
  const words = memberInWords(member, tree, offered, say)
  if (isGroup(member)) {
    return (
      <button type="button" className="clause" onClick={onCombine}>
        {words}
      </button>
    )
  }
  return (
    <ClauseWord words={words} open={open} onOpen={onOpen}>
      <p className="second">{words}</p>
      <LeafEditor leaf={member} offered={offered} onChange={(next) => onChange(changed(tree, [at], next))} />
      <button type="button" className="plain-button" onClick={() => onChange(withoutMember(tree, at))}>
        {say(rosterWords.removeClause)}
      </button>
    </ClauseWord>
  )
}

function AddCondition({ onAdd }: { onAdd(id: string, value?: string): void }) {
  const { say } = useSpeech()
  return (
    <FieldChoice topics={clauseTopics} onPick={onAdd}>
      <button type="button" className="plain-button add-clause">
        ＋ {say(rosterWords.addClause)}
      </button>
    </FieldChoice>
  )
}
