import { Link, useSearch } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacanciesWords } from '../../../language/words/appoint.ts'
import { seatsWords } from '../../../language/words/seats.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/views.css'
import { SeatsBoard } from './board/seats-board.tsx'
import { VacancyList } from './vacancy-list.tsx'
import './vacancies.css'

/** Vacant seats with how the comparison came out; and beside them the board of all seats that ask for something. */
export function VacanciesPage() {
  const { say } = useSpeech()
  const search: Search = useSearch({ from: '/office/vacancies' })
  const isBoard = valueOf(search, 'view') === 'board'
  return (
    <>
      <PageTitle title={say(vacanciesWords.title)} aside={<Views />} />
      {isBoard ? <SeatsBoard search={search} /> : <VacancyList />}
    </>
  )
}

function Views() {
  const { say } = useSpeech()
  return (
    <nav className="views" aria-label={say(seatsWords.views)}>
      <Link to="/vacancies" activeOptions={{ exact: true, includeSearch: true }}>
        {say(seatsWords.list)}
      </Link>
      <Link to="/vacancies" search={{ view: 'board' }} activeOptions={{ includeSearch: true }}>
        {say(seatsWords.board)}
      </Link>
    </nav>
  )
}
