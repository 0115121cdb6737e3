import { useMutation } from '@tanstack/react-query'
import { takeOwnLetter } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { ErrorPanel } from '../../parts/states.tsx'

/** The letter of an act that was given to the cadre, as a file. */
export function OwnLetter({ matterId, seq }: { matterId: string; seq: number }) {
  const { say } = useSpeech()
  const taking = useMutation({ mutationFn: () => takeOwnLetter(matterId, seq, say(words.letterPurpose)) })
  return (
    <>
      <button type="button" className="plain-button" disabled={taking.isPending} onClick={() => taking.mutate()}>
        {say(words.letter)}
      </button>
      {taking.isError && <ErrorPanel error={taking.error} what={say(words.letterFailed)} />}
    </>
  )
}
