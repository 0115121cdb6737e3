import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Matrix, Verdict } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../../client/search.ts'
import { count } from '../../../../language/format.ts'
import { type Say, useSpeech } from '../../../../language/language.tsx'
import { vacancyWords } from '../../../../language/words/appoint.ts'
import { eligibilityWords } from '../../../../language/words/eligibility.ts'
import { VerdictShape } from '../../../../parts/verdict-mark.tsx'
import '../../../../parts/views.css'
import { WordsField } from '../../../../parts/words-field.tsx'
import { peopleIn, type View, viewOf, views, withView } from './filter.ts'

interface FiltersProps {
  readonly matrix: Matrix
  readonly search: Search
  onShow(search: Search): void
}

/** The views of the matrix with their numbers, the search, the facts most often missing, and what is filtered by. */
export function Filters({ matrix, search, onShow }: FiltersProps) {
  const { say } = useSpeech()
  const chosen = viewOf(search)
  return (
    <div className="eligibility-filters">
      <WordsField
        label={say(eligibilityWords.searchLabel)}
        hint={say(eligibilityWords.search)}
        value={valueOf(search, 'q') ?? ''}
        onChange={(q) => onShow({ ...search, q })}
      />
      <ul className="views">
        {views.map((view) => (
          <li key={view}>
            <button
              type="button"
              aria-pressed={view === chosen}
              title={meaningOf(view, say)}
              onClick={() => onShow(withView(search, view))}
            >
              {isVerdict(view) && <VerdictShape verdict={view} size={11} />} {nameOf(view, say)}{' '}
              <span>{figure(peopleIn(matrix, view))}</span>
            </button>
          </li>
        ))}
      </ul>
      <Set matrix={matrix} search={search} onShow={onShow} />
    </div>
  )
}

const figure = (people: number | null): string => (people === null ? '…' : count(people))

const isVerdict = (view: View): view is Verdict => identifiersOf('verdict').some((verdict) => verdict === view)

const names = {
  all: eligibilityWords.all,
  near: eligibilityWords.near,
  turning: eligibilityWords.turning,
  demotion: vacancyWords.lower,
}

const nameOf = (view: View, say: Say): string => say(isVerdict(view) ? labelOf('verdict', view) : names[view])

function meaningOf(view: View, say: Say): string | undefined {
  if (view === 'demotion') return say(vacancyWords.lowerMeans)
  return view === 'near' ? say(eligibilityWords.nearMeans) : undefined
}

const mostMissing = 3

/** A rule or a missing fact that is filtered by, each with the way out; else the facts most often missing. */
function Set({ matrix, search, onShow }: FiltersProps) {
  const { say } = useSpeech()
  const [rule, field] = [valueOf(search, 'rule'), valueOf(search, 'missing')]
  const column = matrix.columns.find((one) => one.rule === rule)
  const missing = matrix.missing.find((one) => one.field === field)
  return (
    <p className="eligibility-set">
      {column && (
        <button type="button" className="filter-tag" onClick={() => onShow({ ...search, rule: '', code: '' })}>
          {say(labelOf('verdict', valueOf(search, 'code') ?? 'unmet'))} {say(column.basis.title)} ×
        </button>
      )}
      {field !== undefined && (
        <button type="button" className="filter-tag" onClick={() => onShow({ ...search, missing: '' })}>
          {say(eligibilityWords.lacks, { fact: missing?.label ?? field })} ×
        </button>
      )}
      {!column && field === undefined && matrix.missing.length > 0 && (
        <>
          <span className="quiet">{say(eligibilityWords.missing)}</span>
          {matrix.missing.slice(0, mostMissing).map((one) => (
            <button
              key={one.field}
              type="button"
              className="plain-button"
              onClick={() => onShow({ ...search, missing: one.field })}
            >
              {say(one.label)} {count(one.count)}
            </button>
          ))}
        </>
      )}
    </p>
  )
}
