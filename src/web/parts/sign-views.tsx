import { Link } from '@tanstack/react-router'
import { useSpeech } from '../language/language.tsx'
import { careWords as words } from '../language/words/care.ts'
import { signWords } from '../language/words/signs.ts'
import { PageViews } from './page-views.tsx'

const views = [
  { to: '/signs', label: signWords.menu },
  { to: '/signs/ledger', label: words.ledger },
  { to: '/signs/duty', label: words.duty },
] as const

/** The pages of early signs, beside the title of each. */
export function SignViews() {
  const { say } = useSpeech()
  return (
    <PageViews label={words.views} views={views}>
      <Link to="/matters" search={{ kind: 'care' }}>
        {say(words.matters)}
      </Link>
    </PageViews>
  )
}
