import { useMutation } from '@tanstack/react-query'
import { takeRecordCopy } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel } from '../../parts/states.tsx'

/** A copy of what is held, as a table, as data, or on paper; and what is not on the page, with the reason. */
export function OwnCopy() {
  const { say } = useSpeech()
  const taking = useMutation({ mutationFn: takeRecordCopy })
  return (
    <Panel title={say(words.copy)}>
      <p className="second">{say(words.copyNote)}</p>
      <p className="own-acts">
        <button type="button" className="side-button" disabled={taking.isPending} onClick={() => taking.mutate('pdf')}>
          {say(words.copyPaper)}
        </button>
        <button type="button" className="side-button" disabled={taking.isPending} onClick={() => taking.mutate('csv')}>
          {say(words.copyTable)}
        </button>
        <button type="button" className="side-button" disabled={taking.isPending} onClick={() => taking.mutate('json')}>
          {say(words.copyData)}
        </button>
        <button type="button" className="side-button" onClick={() => window.print()}>
          {say(words.print)}
        </button>
      </p>
      {taking.isError && <ErrorPanel error={taking.error} what={say(words.copyFailed)} />}
      <h3 className="own-not-shown">{say(words.notShown)}</h3>
      <p className="second">{say(words.notShownItems)}</p>
    </Panel>
  )
}
