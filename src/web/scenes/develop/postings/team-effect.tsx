import { useQuery } from '@tanstack/react-query'
import type { PostingEffect } from '#server/contract/index.ts'
import { postingEffectQuery } from '../../../client/career-path-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { postingWords as words } from '../../../language/words/career-paths.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

/** What the team that gives loses, and what the team that takes wins. */
export function TeamEffect({ cadreId, positionId }: { cadreId: string; positionId: string }) {
  const { say } = useSpeech()
  const effect = useQuery(postingEffectQuery(cadreId, positionId))
  if (effect.isPending) return <SkeletonRows rows={2} height={20} />
  if (effect.isError) return <ErrorPanel error={effect.error} onRetry={() => void effect.refetch()} />
  if (effect.data.teams.length === 0) return <p className="second">{say(words.noTeam)}</p>
  return (
    <ul className="team-effect">
      {effect.data.teams.map((team) => (
        <Team key={team.unitId} team={team} />
      ))}
    </ul>
  )
}

function Team({ team: { side, unitName, before, after, changes } }: { team: PostingEffect['teams'][number] }) {
  const { say } = useSpeech()
  const said = [
    say(words.members, { before: before.members, after: after.members }),
    before.empty === after.empty ? '' : say(words.empty, { before: before.empty, after: after.empty }),
    before.age === null || after.age === null ? '' : say(words.age, { before: before.age, after: after.age }),
    ...changes.map((one) => say(words.change, { label: say(one.label), before: one.before, after: one.after })),
  ]
  return (
    <li>
      <b>{say(words[side], { unit: unitName })}</b> {said.filter((part) => part !== '').join(' · ')}
    </li>
  )
}
