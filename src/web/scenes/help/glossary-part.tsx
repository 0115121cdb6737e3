import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect } from 'react'
import { type RosterFieldName, rosterField, rosterFieldNames, topicLabel } from '#domain/lexicon/roster-fields.ts'
import type { Text } from '#domain/text.ts'
import { type Search, valueOf } from '../../client/search.ts'
import { ExplanationText } from '../../help/explanation-text.tsx'
import { useSpeech } from '../../language/language.tsx'
import { helpTopicWords, helpWords as words } from '../../language/words/help.ts'
import { EmptyState } from '../../parts/states.tsx'
import { byLetter, byTopic, type Entry, entriesFor } from './glossary.ts'

/** The terms with what they mean, by topic or by pinyin, and those that a search finds. */
export function GlossaryPart() {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const search: Search = useSearch({ strict: false })
  const typed = valueOf(search, 'q') ?? ''
  const pinyin = valueOf(search, 'order') === 'pinyin'
  const asked = useDeferredValue(typed)
  const listed = entriesFor(asked)
  const fields = fieldsFor(asked)
  const set = (change: Search) =>
    void navigate({ to: '/help', search: { ...search, ...change } as Search, replace: true, resetScroll: false })

  const groups = pinyin
    ? byLetter(listed).map(({ key, entries }) => ({ key, title: key, entries }))
    : byTopic(listed).map(({ key, entries }) => ({ key, title: say(helpTopicWords[key]), entries }))
  return (
    <>
      <div className="help-find">
        <input
          type="search"
          value={typed}
          aria-label={say(words.find)}
          placeholder={say(words.find)}
          onChange={(event) => set({ q: event.target.value })}
        />
        <span className="second" role="status">
          {say(words.found, { count: listed.length + fields.length })}
        </span>
        <fieldset className="help-order">
          <legend className="out-of-sight">{say(words.order)}</legend>
          {[false, true].map((choice) => (
            <label key={String(choice)}>
              <input type="radio" checked={pinyin === choice} onChange={() => set({ order: choice ? 'pinyin' : '' })} />
              {say(choice ? words.byPinyin : words.byTopic)}
            </label>
          ))}
        </fieldset>
      </div>
      {listed.length + fields.length === 0 && (
        <EmptyState
          why={say(words.nothing, { text: asked })}
          next={
            <button type="button" className="plain-button" onClick={() => set({ q: '' })}>
              {say(words.nothingNext)}
            </button>
          }
        />
      )}
      {groups.map(({ key, title, entries }) => (
        <section key={key} className="help-group">
          <h2>{title}</h2>
          <Terms entries={entries} />
        </section>
      ))}
      {fields.length > 0 && <Columns fields={fields} />}
    </>
  )
}

function Terms({ entries }: { entries: readonly Entry[] }) {
  const { say, language } = useSpeech()
  const here = useLocation().hash
  useEffect(() => {
    if (here !== '') document.getElementById(here)?.scrollIntoView({ block: 'center' })
  }, [here])
  return entries.map(({ id, term }) => (
    <article key={id} id={id} className={id === here ? 'help-term here' : 'help-term'}>
      <h3>
        {say(term)} {language === 'en' && <span lang="zh-CN">{term.zh}</span>}
      </h3>
      <div>
        <ExplanationText of={id} />
      </div>
    </article>
  ))
}

const holds = (text: Text, asked: string): boolean =>
  text.zh.includes(asked) || text.en.toLowerCase().includes(asked.toLowerCase())

function fieldsFor(typed: string): readonly RosterFieldName[] {
  const asked = typed.trim()
  return rosterFieldNames.filter((name) => asked === '' || holds(rosterField(name).label, asked))
}

/** What each column of the roster holds, as its own table says. */
function Columns({ fields }: { fields: readonly RosterFieldName[] }) {
  const { say } = useSpeech()
  return (
    <section className="help-group">
      <h2>{say(words.columns)}</h2>
      <dl className="help-columns">
        {fields.map((name) => (
          <div key={name}>
            <dt>
              {say(rosterField(name).label)} <span className="quiet">{say(topicLabel(name))}</span>
            </dt>
            <dd>{say(rosterField(name).about)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
