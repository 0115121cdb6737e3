import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PathAnswer } from '#server/contract/index.ts'
import { pathsQuery } from '../../../client/career-path-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { pathWords as words } from '../../../language/words/career-paths.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { PathPanel } from './path-panel.tsx'
import { SeatSearch } from './seat-search.tsx'
import './paths.css'

/** From a person to a seat: `?cadre=` and `?position=` say which; every path as steps on one time axis. */
export function PathsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/development/paths' })
  const navigate = useNavigate()
  const cadre = valueOf(search, 'cadre') ?? ''
  const position = valueOf(search, 'position') ?? ''
  const paths = useQuery(pathsQuery(cadre, position))
  const show = (next: Search) => void navigate({ to: '/development/paths', search: { ...search, ...next } })
  const isAsked = cadre !== '' && position !== ''
  return (
    <>
      <PageTitle title={say(words.menu)} note={say(words.note)} />
      <div className="path-question">
        <PersonSearch
          label={say(words.person)}
          onPick={(person) => show({ cadre: person.cadreId, name: person.name })}
        />
        <SeatSearch onPick={(seat) => show({ position: seat.positionId, seat: `${seat.unitName}${seat.title}` })} />
      </div>
      {!isAsked && (
        <EmptyState
          why={say(words.choose)}
          next={
            [valueOf(search, 'name'), valueOf(search, 'seat')].filter((one) => one !== undefined).join(' → ') || (
              <Link to="/development/postings">{say(words.fromNeeds)}</Link>
            )
          }
        />
      )}
      {paths.isError && <ErrorPanel error={paths.error} onRetry={() => void paths.refetch()} />}
      {isAsked && paths.isPending && <SkeletonRows rows={6} height={46} />}
      {paths.data && <Answer answer={paths.data} />}
    </>
  )
}

function Answer({ answer }: { answer: PathAnswer }) {
  const { say } = useSpeech()
  const { cadre, goal, paths, limit } = answer
  const [first] = paths
  const last = paths.reduce((latest, path) => (path.on > latest ? path.on : latest), answer.asOf)
  return (
    <>
      <h2 className="path-head">
        {say(words.from, { name: cadre.name, post: cadre.post, seat: `${goal.unitName}${goal.title}` })}
      </h2>
      <p className="second">
        {first && `${say(words.count, { count: count(paths.length), on: day(first.on) })} · `}
        {say(limit.isRetirement ? words.retires : words.limit, { on: day(limit.on) })}
      </p>
      {paths.map((path, place) => (
        <PathPanel
          key={`${path.on} ${path.steps.length} ${path.verdict} ${path.gained.join()}`}
          path={path}
          place={place + 1}
          from={answer.asOf}
          to={last}
        />
      ))}
      {!first && <NoPath answer={answer} />}
    </>
  )
}

function NoPath({ answer: { move, tooLate, limit, barred, stuckAt } }: { answer: PathAnswer }) {
  const { say } = useSpeech()
  const why =
    move === 'demotion'
      ? say(words.demotion)
      : tooLate !== null
        ? say(words.tooLate, { on: day(tooLate), limit: day(limit.on) })
        : barred.length > 0
          ? say(words.barred, { level: say(labelOf('postLevel', stuckAt ?? 'none')) })
          : say(words.notFound, { limit: day(limit.on) })
  return (
    <Panel title={say(words.none)}>
      <p>{why}</p>
      {barred.length > 0 && (
        <ul className="path-findings">
          {barred.map((finding) => (
            <FindingItem key={finding.rule} finding={finding} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
