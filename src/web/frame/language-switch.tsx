import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'

const choices = [
  ['zh', '中', '中文', 'zh-CN'],
  ['en', 'EN', 'English', 'en'],
] as const

export function LanguageSwitch() {
  const { language, speak, say } = useSpeech()
  return (
    <fieldset className="language-switch" aria-label={say(frameWords.language)}>
      {choices.map(([id, short, name, tag]) => (
        <button key={id} type="button" lang={tag} title={name} aria-pressed={language === id} onClick={() => speak(id)}>
          {short}
        </button>
      ))}
    </fieldset>
  )
}
