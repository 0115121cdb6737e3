import type { Text } from '#domain/text.ts'
import { useSpeech } from '../../../language/language.tsx'
import { goalStateLabels, structureLabels, simulationWords as words } from '../../../language/words/simulation.ts'
import { quotaWords } from '../../../language/words/units.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { AgeLine, DotKey } from '../slate/age-line.tsx'
import { ageScale, type TeamDiff } from '../slate/team-diff.ts'
import type { Bench, Team } from './bench.ts'

type Goal = Team['goals'][number]
type Line = Team['structure'][number]
type Tally = Line['before']

export const diffOf = ({ person }: Pick<Bench, 'person'>, team: Team): TeamDiff => ({
  unitId: team.unitId,
  unitName: team.unitName,
  staying: team.staying.map(person),
  leaving: team.leaving.map(person),
  coming: team.coming.map(person),
  empty: team.empty,
  counts: [],
})

/** Every team that changes touch, before and after: ages, goals, and what it is made of. */
export function TeamChanges({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const diffs = bench.data.teams.map((team) => ({ team, diff: diffOf(bench, team) }))
  const scale = ageScale(diffs.map(({ diff }) => diff))
  return (
    <div className="simulation-changes">
      {diffs.map(({ team, diff }, at) => (
        <Panel
          key={team.unitId}
          title={at === 0 ? say(words.change) : say(words.changeOf, { unit: team.unitName })}
          aside={at === 0 && <DotKey />}
          {...(at === 0 && bench.draft.changes.length === 0 && { note: say(words.nothing) })}
        >
          <AgeLine diff={diff} scale={scale} />
          <Quotas quotas={team.quotas} />
          <Goals goals={team.goals} />
          <Structure lines={team.structure} />
        </Panel>
      ))}
    </div>
  )
}

/** The quotas of a team, and whether it has more people or fewer than they allow. */
export function Quotas({ quotas, isStill = false }: { quotas: Team['quotas']; isStill?: boolean }) {
  const { say } = useSpeech()
  if (quotas.length === 0) return null
  return (
    <table className="simulation-lines" aria-label={say(words.quotas)}>
      <LineHeads what={words.quotas} least={quotaWords.quota} isStill={isStill} />
      <tbody>
        {quotas.map(({ role, quota, before, after }) => (
          <tr key={role}>
            <th scope="row">{say(quotaWords[role])}</th>
            <td className="number">{before}</td>
            {!isStill && <td className="number">{before === after ? after : <b>{after}</b>}</td>}
            <td className="quiet">{quota ?? <Unknown />}</td>
            <td>{quota !== null && <QuotaState by={after - quota} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface LineHeadsProps {
  readonly what: Text
  readonly note?: Text
  /** The column of what is set for it. */
  readonly least: Text
  readonly isStill: boolean
}

function LineHeads({ what, note, least, isStill }: LineHeadsProps) {
  const { say } = useSpeech()
  return (
    <thead>
      <tr>
        <th scope="col" title={note && say(note)}>
          {say(what)}
        </th>
        <th scope="col" className="number">
          {say(words.now)}
        </th>
        {!isStill && (
          <th scope="col" className="number">
            {say(words.then)}
          </th>
        )}
        <th scope="col" className="goal-least">
          {say(least)}
        </th>
        <td />
      </tr>
    </thead>
  )
}

function QuotaState({ by }: { by: number }) {
  const { say } = useSpeech()
  if (by > 0) return <b>{say(words.quotaOver, { count: by })}</b>
  return <span className="quiet">{by === 0 ? say(words.quotaFull) : say(words.quotaShort, { count: -by })}</span>
}

const shapeOf = { kept: 'met', missed: 'unmet', unknown: 'unknown' } as const

export function GoalMark({ state }: { state: Goal['after']['state'] }) {
  const { say } = useSpeech()
  return (
    <span className={`goal-mark ${state}`}>
      <VerdictShape verdict={shapeOf[state]} size={12} /> {say(goalStateLabels[state])}
    </span>
  )
}

/** What the place asks of the make-up of a team, before and after; only as it is where nothing is changed. */
export function Goals({ goals, isStill = false }: { goals: readonly Goal[]; isStill?: boolean }) {
  const { say } = useSpeech()
  if (goals.length === 0) return <p className="second">{say(words.noGoals)}</p>
  return (
    <table className="simulation-lines" aria-label={say(words.goals)}>
      <LineHeads what={words.goals} note={words.goalsNote} least={words.goal} isStill={isStill} />
      <tbody>
        {goals.map(({ id, label, least, before, after }) => (
          <tr key={id}>
            <th scope="row">
              {say(label)}
              {after.unknown > 0 && <span className="quiet"> {say(words.unknownToo, { count: after.unknown })}</span>}
            </th>
            <td className="number">{before.count}</td>
            {!isStill && (
              <td className="number">{before.count === after.count ? after.count : <b>{after.count}</b>}</td>
            )}
            <td className="quiet">{say(words.least, { least })}</td>
            <td>
              <GoalMark state={after.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const groups = ['field', 'experience', 'education', 'age'] as const

export function Structure({ lines, isStill = false }: { lines: readonly Line[]; isStill?: boolean }) {
  const { say } = useSpeech()
  return (
    <>
      {groups.map((group) => {
        const own = lines.filter((line) => line.group === group)
        if (own.length === 0) return null
        return (
          <table key={group} className="simulation-lines" aria-label={say(structureLabels[group])}>
            <thead>
              <tr>
                <th scope="col">{say(structureLabels[group])}</th>
                <th scope="col">{say(words.now)}</th>
                {!isStill && <th scope="col">{say(words.then)}</th>}
              </tr>
            </thead>
            <tbody>
              {own.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{say(line.label)}</th>
                  {!isStill && (
                    <td>
                      <Pips tally={line.before} />
                    </td>
                  )}
                  <td>
                    <Pips tally={line.after} />
                    {line.needed && line.after.count === 0 && <Uncovered unknown={line.after.unknown} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </>
  )
}

/** One mark a person; those of whom it is not recorded are dashed. */
function Pips({ tally: { count, unknown } }: { tally: Tally }) {
  const { say } = useSpeech()
  const label = [
    say(words.people, { count }),
    ...(unknown > 0 ? [say(words.unknownToo, { count: unknown })] : []),
  ].join(say(comma))
  return (
    <span className="pips" role="img" aria-label={label} title={label}>
      {Array.from({ length: count }, (_, at) => at).map((at) => (
        <i key={at} />
      ))}
      {Array.from({ length: unknown }, (_, at) => at).map((at) => (
        <i key={at} className="unknown" />
      ))}
      {count + unknown === 0 && <span aria-hidden="true">0</span>}
    </span>
  )
}

const comma = { zh: '，', en: ', ' }

function Uncovered({ unknown }: { unknown: number }) {
  const { say } = useSpeech()
  return (
    <b className="uncovered">
      {unknown === 0 ? say(words.uncovered) : say(words.uncoveredUnknown, { count: unknown })}
    </b>
  )
}
