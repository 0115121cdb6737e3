import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { newBallotWords, thirdChoiceLabels } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { type BallotDraft, emptyPost, type PostRow } from './draft.ts'
import { PersonRows } from './person-rows.tsx'

interface SheetPartProps {
  readonly draft: BallotDraft
  onChange(more: Partial<BallotDraft>): void
}

/** What stands on the sheet, by the kind of ballot. */
export function SheetPart({ draft, onChange }: SheetPartProps) {
  const { say } = useSpeech()
  if (draft.kind === 'recommendation') return <PostsPart draft={draft} onChange={onChange} />
  return (
    <>
      <Panel title={say(newBallotWords.people)}>
        <PersonRows
          people={draft.people}
          withProposal={draft.kind === 'decision'}
          onChange={(people) => onChange({ people })}
        />
        {draft.kind === 'decision' && <ThirdChoice draft={draft} onChange={onChange} />}
      </Panel>
      {draft.kind === 'evaluation' && <ScalePart draft={draft} onChange={onChange} />}
    </>
  )
}

function PostsPart({ draft, onChange }: SheetPartProps) {
  const { say } = useSpeech()
  const { posts } = draft
  const write = (at: number, more: Partial<PostRow>) =>
    onChange({ posts: posts.map((post, place) => (place === at ? { ...post, ...more } : post)) })
  return (
    <Panel title={say(newBallotWords.posts)}>
      {posts.map((post, at) => (
        <div key={at} className="ballot-post">
          <div className="ballot-line">
            <input
              type="text"
              className="wide"
              maxLength={200}
              aria-label={`${say(newBallotWords.postTitle)} ${at + 1}`}
              placeholder={say(newBallotWords.postTitle)}
              value={post.title}
              onChange={({ target }) => write(at, { title: target.value })}
            />
            <label className="ballot-line">
              {say(newBallotWords.most)}
              <input
                type="number"
                min={1}
                max={50}
                value={post.most}
                onChange={({ target }) => write(at, { most: Math.max(1, Number(target.value)) })}
              />
            </label>
            <label className="ballot-line">
              <input
                type="checkbox"
                checked={post.freeNames}
                onChange={({ target }) => write(at, { freeNames: target.checked })}
              />
              {say(newBallotWords.free)}
            </label>
            {posts.length > 1 && (
              <button
                type="button"
                className="plain-button"
                onClick={() => onChange({ posts: posts.filter((_post, place) => place !== at) })}
              >
                {say(newBallotWords.remove)}
              </button>
            )}
          </div>
          <PersonRows people={post.people} onChange={(people) => write(at, { people })} />
        </div>
      ))}
      <button type="button" className="side-button" onClick={() => onChange({ posts: [...posts, emptyPost] })}>
        {say(newBallotWords.addPost)}
      </button>
    </Panel>
  )
}

function ThirdChoice({ draft, onChange }: SheetPartProps) {
  const { say } = useSpeech()
  return (
    <fieldset className="ballot-choices ballot-actions">
      <legend className="out-of-sight">{say(newBallotWords.third)}</legend>
      {(['abstain', 'postpone'] as const).map((third) => (
        <label key={third}>
          <input type="radio" name="third" checked={draft.third === third} onChange={() => onChange({ third })} />{' '}
          {say(thirdChoiceLabels[third])}
        </label>
      ))}
    </fieldset>
  )
}

function ScalePart({ draft, onChange }: SheetPartProps) {
  const { say } = useSpeech()
  return (
    <Panel title={say(newBallotWords.items)}>
      <fieldset className="ballot-choices">
        <legend className="out-of-sight">{say(newBallotWords.items)}</legend>
        {identifiersOf('ratingItem').map((item) => (
          <label key={item}>
            <input
              type="checkbox"
              checked={draft.items.includes(item)}
              onChange={({ target }) =>
                onChange({
                  items: identifiersOf('ratingItem').filter((one) =>
                    one === item ? target.checked : draft.items.includes(one),
                  ),
                })
              }
            />{' '}
            {say(labelOf('ratingItem', item))}
          </label>
        ))}
      </fieldset>
      <label className="ballot-lines ballot-count">
        {say(newBallotWords.grades)}
        <input type="text" value={draft.grades} onChange={({ target }) => onChange({ grades: target.value })} />
      </label>
    </Panel>
  )
}
