import type { ReactNode } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords as words } from '../../../language/words/simulation.ts'
import type { Bench, Named } from './bench.ts'

interface PersonCardProps {
  readonly bench: Bench
  readonly person: Named & { readonly post: string; readonly age?: number | null }
  readonly isNew?: boolean
  readonly children?: ReactNode
}

/** Somebody who can be dragged, or picked by tap or key and put down elsewhere. */
export function PersonCard({ bench, person, isNew = false, children }: PersonCardProps) {
  const { say } = useSpeech()
  const { cadreId, name, age, post } = person
  const isPicked = bench.picked?.cadreId === cadreId
  return (
    <div
      className={`person-card ${isPicked ? 'picked' : ''} ${isNew ? 'new' : ''}`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', cadreId)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <button
        type="button"
        className="person-name"
        aria-pressed={isPicked}
        aria-label={say(words.pick, { name })}
        onClick={() => bench.pick(isPicked ? undefined : { cadreId, name })}
      >
        {name}
      </button>
      <span className="person-post second cut" title={post}>
        {age !== undefined && (age === null ? say(words.ageUnknown) : say(words.age, { age }))}
        {age !== undefined && post !== '' && ' · '}
        {post}
      </span>
      {children}
    </div>
  )
}

/** What a seat or the tray does with a person that is dragged onto it. */
export const onDropOf = (take: (cadreId: string) => void) => ({
  onDragOver: (event: React.DragEvent) => event.preventDefault(),
  onDrop(event: React.DragEvent) {
    event.preventDefault()
    const cadreId = event.dataTransfer.getData('text/plain')
    if (cadreId !== '') take(cadreId)
  },
})
