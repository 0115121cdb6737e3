import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Vacancy } from '#server/contract/index.ts'
import { vacancyQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { OutdatedList } from '../requirements/outdated-list.tsx'
import { Absence } from './absence.tsx'
import { Matrix } from './matrix.tsx'
import { PairPanel } from './pair-panel.tsx'
import { UnmetDrawer } from './unmet-drawer.tsx'
import { VacancyHead } from './vacancy-head.tsx'
import './vacancy.css'

/** A vacancy: reasons before rank. Whoever is chosen or asked after is in the address: a link opens the same grounds. */
export function VacancyPage() {
  const { positionId } = useParams({ from: '/office/vacancies/$positionId' })
  const search = useSearch({ from: '/office/vacancies/$positionId' })
  const navigate = useNavigate()
  const vacancy = useQuery(vacancyQuery(positionId))
  const [unmetRule, setUnmetRule] = useState<string>()
  const [picked, setPicked] = useState<readonly string[]>([])
  if (vacancy.isError) return <ErrorPanel error={vacancy.error} onRetry={() => void vacancy.refetch()} />
  if (!vacancy.data) return <SkeletonRows rows={16} height={42} />
  const chosen = valueOf(search, 'cadre') ?? firstOf(vacancy.data)
  const asked = valueOf(search, 'absent')
  const show = (next: Search) =>
    void navigate({
      to: '/vacancies/$positionId',
      params: { positionId },
      search: next,
      replace: true,
      resetScroll: false,
    })
  const choose = (cadre: string) => show({ cadre })
  return (
    <>
      <VacancyHead seat={vacancy.data.seat} aside={<Sums vacancy={vacancy.data} />} />
      <OutdatedList shortlist={vacancy.data.shortlist} />
      <div className="vacancy-grid">
        <Matrix
          vacancy={vacancy.data}
          chosen={chosen}
          onChoose={choose}
          picked={picked}
          onPick={setPicked}
          onOpenUnmet={setUnmetRule}
        />
        <div className="vacancy-side">
          <Absence
            positionId={positionId}
            cadreId={asked}
            onAsk={(cadre) => show(cadre ? { cadre, absent: cadre } : { ...search, absent: '' })}
          />
          <PairPanel positionId={positionId} cadreId={chosen} />
        </div>
      </div>
      <UnmetDrawer
        vacancy={vacancy.data}
        rule={unmetRule}
        onClose={() => setUnmetRule(undefined)}
        onChoose={(cadreId) => {
          setUnmetRule(undefined)
          choose(cadreId)
        }}
      />
    </>
  )
}

const firstOf = (vacancy: Vacancy): string | undefined =>
  vacancy.tiers[0]?.members[0]?.cadreId ?? vacancy.pending.members[0]?.cadreId

function Sums({ vacancy }: { vacancy: Vacancy }) {
  const { say } = useSpeech()
  const listed = vacancy.tiers.reduce((sum, tier) => sum + tier.members.length, 0)
  return (
    <>
      {say(vacancyWords.sums, { compared: count(vacancy.compared), listed: count(listed) })}
      {' · '}
      {say(vacancyWords.orderStroke)}
    </>
  )
}
