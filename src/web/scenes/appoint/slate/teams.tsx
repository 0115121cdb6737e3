import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { teamsBeforeAfterWords } from '../../../language/words/slate.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import type { Scale } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { AgeLine, DotKey } from './age-line.tsx'
import type { TeamChange } from './shapes.ts'
import { ageScale, byConcern, isShort, isTouched, isWorse, type TeamDiff, teamDiff } from './team-diff.ts'
import './teams.css'

/** So many teams stand open; the others are asked for. */
const shownFirst = 6

/** Every team that somebody comes to or leaves, before and after; the others are folded away. */
export function Teams({ teams, unit }: { teams: readonly TeamChange[]; unit: string | undefined }) {
  const { say } = useSpeech()
  const [shown, setShown] = useState(shownFirst)
  const diffs = teams
    .filter(({ unitId }) => unit === undefined || unitId === unit)
    .map(teamDiff)
    .sort(byConcern)
  const touched = diffs.filter(isTouched)
  const untouched = diffs.filter((diff) => !isTouched(diff))
  const scale = ageScale(diffs)
  const rest = touched.length - shown
  return (
    <Panel
      title={say(teamsBeforeAfterWords.title)}
      explained="team-structure"
      note={say(teamsBeforeAfterWords.note, { touched: touched.length, total: diffs.length })}
      aside={<DotKey />}
      className="teams-change"
      flush
    >
      {touched.length === 0 && <EmptyState why={say(teamsBeforeAfterWords.noneTouched)} />}
      {touched.slice(0, shown).map((diff) => (
        <TeamBlock key={diff.unitId} diff={diff} scale={scale} />
      ))}
      {rest > 0 && (
        <p className="team-more">
          <button type="button" className="plain-button" onClick={() => setShown(touched.length)}>
            {say(teamsBeforeAfterWords.more, { count: rest })}
          </button>
        </p>
      )}
      {untouched.length > 0 && (
        <details className="teams-untouched">
          <summary>{say(teamsBeforeAfterWords.untouched, { count: untouched.length })}</summary>
          {untouched.map((diff) => (
            <div key={diff.unitId} className="team-block">
              <TeamName diff={diff} />
              <Structure diff={diff} />
            </div>
          ))}
        </details>
      )}
    </Panel>
  )
}

function TeamBlock({ diff, scale }: { diff: TeamDiff; scale: Scale }) {
  return (
    <div className="team-block">
      <TeamName diff={diff} />
      <AgeLine diff={diff} scale={scale} />
      <Structure diff={diff} />
    </div>
  )
}

function TeamName({ diff }: { diff: TeamDiff }) {
  const { say } = useSpeech()
  const { empty } = diff
  return (
    <p className="team-block-name">
      <Link to="/teams/$unitId" params={{ unitId: diff.unitId }}>
        {diff.unitName}
      </Link>
      {isWorse(diff) ? (
        <b className="second">{say(teamsBeforeAfterWords.worse)}</b>
      ) : (
        isShort(diff) && <span className="second">{say(teamsBeforeAfterWords.short)}</span>
      )}
      {empty.before + empty.after > 0 && <span className="second">{say(teamsBeforeAfterWords.empty, empty)}</span>}
    </p>
  )
}

/** Only the rows that a goal names, or that change. */
function Structure({ diff }: { diff: TeamDiff }) {
  const { say } = useSpeech()
  const counts = diff.counts.filter(({ before, after, least }) => least !== null || before !== after)
  if (counts.length === 0) return null
  return (
    <table className="team-counts" aria-label={say(teamsBeforeAfterWords.structure)}>
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              teamsBeforeAfterWords.structure,
              teamsBeforeAfterWords.now,
              teamsBeforeAfterWords.then,
              teamsBeforeAfterWords.goal,
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {counts.map(({ key, label, before, after, unknown, least }) => (
          <tr key={key} className={least !== null && after < least ? 'short' : ''}>
            <th scope="row">
              {say(label)}
              {unknown > 0 && <span className="quiet"> {say(teamsBeforeAfterWords.unknown, { count: unknown })}</span>}
            </th>
            <td>{before}</td>
            <td>{before === after ? after : <b>{after}</b>}</td>
            <td className="quiet">{least === null ? '' : say(teamsBeforeAfterWords.atLeast, { least })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
