import { useQuery } from '@tanstack/react-query'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Achievement, Dossier } from '#server/contract/index.ts'
import { achievementQuery } from '../../../client/queries.ts'
import { count, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { achievementWords as words } from '../../../language/words/achievement.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { Contributions } from './contributions.tsx'
import { UnitsServed } from './units-served.tsx'
import { Ways } from './ways.tsx'
import './achievement.css'

/** Achievement: what can be told of a person's part in results, how otherwise it could be credited, and from what results. */
export function AchievementPart({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const achievement = useQuery(achievementQuery(dossier.cadreId))
  if (achievement.isError) return <ErrorPanel error={achievement.error} onRetry={() => void achievement.refetch()} />
  if (!achievement.data) return <SkeletonRows rows={8} height={46} />
  const found = achievement.data
  if (found.sides.length === 0)
    return (
      <Panel title={say(words.known)} explained="contribution">
        <EmptyState why={say(found.sentence)} next={say(words.noneNext)} />
      </Panel>
    )
  const contributions = dossier.measured.filter(({ measure }) => measure.startsWith('contribution'))
  return (
    <div className="dossier-grid">
      <Panel
        className="dossier-wide"
        title={say(words.known)}
        note={say(words.knownNote)}
        foot={say(words.knownFoot)}
        flush
      >
        <p className="achievement-sentence">{say(found.sentence)}</p>
        <p className="achievement-rank second">
          <Rank rank={found.rank} />
        </p>
        <Contributions measured={contributions} />
      </Panel>
      <Panel title={say(words.ways)} note={say(words.waysNote)} foot={say(words.evidenceNote)} flush>
        <Ways sides={found.sides} />
      </Panel>
      <Panel title={say(words.together)} note={say(words.togetherNote)}>
        <Together sides={found.sides} />
      </Panel>
      <Panel
        className="dossier-wide"
        title={say(words.units)}
        explained="environment"
        note={say(words.unitsNote)}
        flush
      >
        <UnitsServed units={found.units} />
      </Panel>
    </div>
  )
}

function Rank({ rank }: Pick<Achievement, 'rank'>) {
  const { say } = useSpeech()
  if (!rank) return say(words.noRank)
  const { sector, level, of, from, to } = rank
  return say(words.rank, {
    sector: labelOf('sector', sector ?? 'other'),
    level: labelOf('postLevel', level),
    of: count(of),
    from,
    to,
  })
}

function Together({ sides }: Pick<Achievement, 'sides'>) {
  const { say } = useSpeech()
  const all = sides.flatMap(({ visibility, together }) => together.map((other) => ({ ...other, visibility })))
  if (all.length === 0) return <EmptyState why={say(words.noTogether)} />
  return (
    <>
      <ul className="achievement-together">
        {all.map(({ cadreId, name, visibility, information }) => (
          <li key={`${visibility} ${cadreId}`}>
            <b>{name}</b> <span className="second">{say(words[visibility])}</span>{' '}
            <span className="second">{say(words.information, { share: percent(Math.max(0, information)) })}</span>
          </li>
        ))}
      </ul>
      <p className="second">{say(words.togetherNext)}</p>
    </>
  )
}
