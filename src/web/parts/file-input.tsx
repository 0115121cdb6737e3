import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './buttons.css'
import './file-input.css'

interface FileInputProps {
  /** What is to be chosen, for those who do not see the words around it. */
  readonly label: string
  readonly id?: string
  readonly multiple?: boolean
  readonly accept?: string
  readonly disabled?: boolean
  /** The name of what has been chosen, where it waits to be sent. */
  readonly chosen?: string | undefined
  onChoose(files: readonly File[]): void
}

/** A file in the words of the page; that of the browser would speak the language of the machine. */
export function FileInput({ label, chosen, onChoose, ...field }: FileInputProps) {
  const { say } = useSpeech()
  return (
    <label className="file-input">
      <input
        type="file"
        className="out-of-sight"
        aria-label={label}
        {...field}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <span className="side-button" aria-hidden="true">
        {say(field.multiple ? frameWords.chooseFiles : frameWords.chooseFile)}
      </span>
      {chosen && (
        <span className="cut" title={chosen}>
          {chosen}
        </span>
      )}
    </label>
  )
}
