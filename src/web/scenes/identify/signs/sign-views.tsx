import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { PageViews } from '../../../parts/page-views.tsx'

/** The pages of early signs, as tabs under the title of each. */
export function SignViews() {
  const { say } = useSpeech()
  return (
    <PageViews of="/signs">
      <Link to="/matters" search={{ kind: 'care' }}>
        {say(words.matters)}
      </Link>
    </PageViews>
  )
}
