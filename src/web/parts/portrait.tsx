import { useSpeech } from '../language/language.tsx'
import { dossierHeadWords as words } from '../language/words/dossier-parts.ts'
import './portrait.css'

interface PortraitProps {
  readonly cadreId: string
  readonly name: string
  readonly hasPhoto: boolean
}

/** The photo of the newest form that brought one; else an outline. */
export function Portrait({ cadreId, name, hasPhoto }: PortraitProps) {
  const { say } = useSpeech()
  if (hasPhoto) {
    const photo = `/api/cadres/${encodeURIComponent(cadreId)}/photo`
    return <img className="portrait" src={photo} alt={say(words.photo, { name })} />
  }
  return (
    <svg className="portrait" viewBox="0 0 60 76" aria-hidden="true">
      <circle cx="30" cy="32" r="11" />
      <path d="M6 76c0-20 10-27 24-27s24 7 24 27z" />
    </svg>
  )
}
