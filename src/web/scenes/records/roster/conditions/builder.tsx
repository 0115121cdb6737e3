import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import type { ConditionLeaf, RosterChoices } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { joinWords, conditionWords as words } from '../../../../language/words/conditions.ts'
import { noSteps, redone, type Steps, stepped, undone } from '../../../../parts/steps.ts'
import { FieldChoice } from './field-choice.tsx'
import { nodeInWords } from './in-words.ts'
import { LeafEditor } from './leaf-editor.tsx'
import { fieldTopics } from './offered-fields.ts'
import {
  addedTo,
  changed,
  emptyTree,
  finished,
  type Group,
  isGroup,
  type Join,
  joins,
  leafFor,
  type Path,
  treeFault,
} from './tree.ts'

interface BuilderProps {
  readonly tree: Group
  readonly offered: RosterChoices | undefined
  /** How many people meet it as it stands. */
  readonly count: ReactNode
  onChange(tree: Group): void
  onClose(): void
}

interface Acts {
  readonly offered: RosterChoices | undefined
  set(tree: Group): void
  readonly tree: Group
}

/** Conditions in groups of all, any, none, built line by line; the sentence and the number of people follow every change. */
export function Builder({ tree, offered, count, onChange, onClose }: BuilderProps) {
  const { say } = useSpeech()
  const [steps, setSteps] = useState<Steps<Group>>(noSteps)
  const set = (next: Group) => {
    setSteps(stepped(steps, tree))
    onChange(next)
  }
  const walk = (made: [Group, Steps<Group>] | undefined) => {
    if (!made) return
    setSteps(made[1])
    onChange(made[0])
  }
  const undo = undone(steps, tree)
  const redo = redone(steps, tree)
  const press = (event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLInputElement && event.target.value !== ''
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isText) return
    event.preventDefault()
    walk(event.shiftKey ? redo : undo)
  }
  const fault = treeFault(tree)
  const counted = finished(tree)
  return (
    <section className="builder" aria-label={say(words.title)} onKeyDown={press}>
      <header>
        <h2>{say(words.title)}</h2>
        <span className="builder-count" role="status">
          {count}
        </span>
        <button type="button" className="plain-button" disabled={!undo} onClick={() => walk(undo)}>
          {say(words.undo)}
        </button>
        <button type="button" className="plain-button" disabled={!redo} onClick={() => walk(redo)}>
          {say(words.redo)}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={tree.members.length === 0}
          onClick={() => set(emptyTree)}
        >
          {say(words.clear)}
        </button>
        <button type="button" className="plain-button builder-close" onClick={onClose}>
          {say(words.close)}
        </button>
      </header>
      {counted && <p className="builder-sentence">{nodeInWords(counted, offered, say)}</p>}
      {fault && (
        <p className="leaf-fault" role="alert">
          {say(fault)}
        </p>
      )}
      <GroupPart group={tree} path={[]} acts={{ offered, set, tree }} />
    </section>
  )
}

interface GroupPartProps {
  readonly group: Group
  readonly path: Path
  readonly acts: Acts
}

const mostNested = 2

function GroupPart({ group, path, acts }: GroupPartProps) {
  const { say } = useSpeech()
  const replace = (next: Group | undefined) =>
    acts.set(path.length === 0 ? (next ?? emptyTree) : changed(acts.tree, path, next))
  return (
    <fieldset className="builder-group">
      <legend>
        <select
          aria-label={say(words.join)}
          value={group.join}
          onChange={({ target }) => replace({ ...group, join: target.value as Join })}
        >
          {joins.map((join) => (
            <option key={join} value={join}>
              {say(joinWords[join])}
            </option>
          ))}
        </select>
        {path.length > 0 && (
          <button type="button" className="plain-button" onClick={() => replace(undefined)}>
            {say(words.removeGroup)}
          </button>
        )}
      </legend>
      {path.length === 0 && group.members.length === 0 && <p className="quiet">{say(words.none)}</p>}
      {group.members.map((member, at) => {
        const inner = [...path, at]
        const key = inner.join('.')
        return isGroup(member) ? (
          <GroupPart key={key} group={member} path={inner} acts={acts} />
        ) : (
          <LeafPart key={key} leaf={member} path={inner} acts={acts} />
        )
      })}
      <p className="builder-add">
        <AddField label={say(words.addLeaf)} onPick={(field) => acts.set(addedTo(acts.tree, path, leafFor(field)))} />
        {path.length < mostNested && (
          <button
            type="button"
            className="plain-button"
            onClick={() => acts.set(addedTo(acts.tree, path, { join: 'any', members: [] }))}
          >
            {say(words.addGroup)}
          </button>
        )}
      </p>
    </fieldset>
  )
}

function LeafPart({ leaf, path, acts }: { leaf: ConditionLeaf; path: Path; acts: Acts }) {
  const { say } = useSpeech()
  const { label, about } = rosterField(leaf.field)
  return (
    <div className="builder-leaf">
      <AddField
        label={say(label)}
        title={say(about)}
        onPick={(field) => acts.set(changed(acts.tree, path, leafFor(field)))}
      />
      <LeafEditor leaf={leaf} offered={acts.offered} onChange={(next) => acts.set(changed(acts.tree, path, next))} />
      <button
        type="button"
        className="plain-button builder-remove"
        aria-label={say(words.removeLeaf, { what: label })}
        onClick={() => acts.set(changed(acts.tree, path, undefined))}
      >
        {say(words.remove)}
      </button>
    </div>
  )
}

interface AddFieldProps {
  readonly label: string
  readonly title?: string
  onPick(field: RosterFieldName): void
}

function AddField({ label, title, onPick }: AddFieldProps) {
  return (
    <FieldChoice topics={fieldTopics} onPick={(field) => onPick(field as RosterFieldName)}>
      <button type="button" className="plain-button builder-field" title={title}>
        {label}
      </button>
    </FieldChoice>
  )
}
