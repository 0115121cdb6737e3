import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatRowWords, unitsWords as words } from '../../../language/words/units.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/buttons.css'
import '../../../parts/tabs.css'
import { QuotaList } from './quota-list.tsx'
import { SeatList, seatsIn } from './seat-list.tsx'
import { UnitList, unitsIn } from './unit-list.tsx'
import { UnitRoom } from './unit-room.tsx'

const lists = [
  [undefined, words.byUnit],
  ['seats', words.bySeat],
  ['quotas', words.byQuota],
] as const

/** What the lists have in common and keep when another is chosen. */
const shared = ['under', 'q'] as const

/** All units beside their tree: as a table, by post, by quota. The address holds the view. */
export function UnitsPage() {
  const { say } = useSpeech()
  const search: Search = useSearch({ from: '/office/units' })
  const navigate = useNavigate()
  const asked = valueOf(search, 'view')
  const view = lists.find(([name]) => name === asked)?.[0]
  const show = (next: Search) => void navigate({ to: '/units', search: next, resetScroll: false })
  const units = useQuery({ ...unitsIn(search), enabled: view === undefined }).data
  const seats = useQuery({ ...seatsIn(search), enabled: view === 'seats' }).data
  const kept = Object.fromEntries(shared.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
  return (
    <UnitRoom>
      <PageTitle
        title={say(words.title)}
        note={
          view === 'seats'
            ? seats && say(seatRowWords.total, { total: count(seats.total) })
            : view === undefined && units && say(words.count, { total: count(units.total) })
        }
        views={
          <nav className="tabs" aria-label={say(words.views)}>
            {lists.map(([name, label]) => (
              <Link
                key={label.en}
                to="/units"
                search={name === undefined ? kept : { ...kept, view: name }}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={view === name ? 'page' : undefined}
              >
                {say(label)}
              </Link>
            ))}
          </nav>
        }
      />
      {view === 'seats' ? (
        <SeatList search={search} onShow={show} />
      ) : view === 'quotas' ? (
        <QuotaList search={search} onShow={show} />
      ) : (
        <UnitList search={search} onShow={show} />
      )}
    </UnitRoom>
  )
}
