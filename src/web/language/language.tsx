import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { fill, type Language, type Text } from '#domain/text.ts'
import { withOne } from './counted.ts'
import { markForeignNames } from './foreign-names.ts'

/** A text of the table, or one that came with the data, in the reader's language, its places filled. */
export type Say = (text: Text, values?: Readonly<Record<string, string | number | Text>>) => string

export interface Speech {
  readonly language: Language
  speak(language: Language): void
  readonly say: Say
}

const memory = 'zhiren.language'
const LanguageContext = createContext<Speech | undefined>(undefined)

/** The remembered choice; else the first language of the browser that is one of ours; else Chinese. */
export function preferredLanguage(remembered: string | null, browser: readonly string[]): Language {
  if (remembered === 'zh' || remembered === 'en') return remembered
  for (const tag of browser) {
    if (tag.startsWith('zh')) return 'zh'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh'
}

function remembered(): string | null {
  try {
    return localStorage.getItem(memory)
  } catch {
    return null
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(memory, language)
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => preferredLanguage(remembered(), navigator.languages))

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    return language === 'en' ? markForeignNames(document.body) : undefined
  }, [language])

  const speech = useMemo<Speech>(
    () => ({
      language,
      speak: (next) => {
        remember(next)
        setLanguage(next)
      },
      say: (text, values) => {
        const said = (values ? fill(text, values) : text)[language]
        return language === 'en' ? withOne(said) : said
      },
    }),
    [language],
  )
  return <LanguageContext value={speech}>{children}</LanguageContext>
}

export function useSpeech(): Speech {
  const speech = use(LanguageContext)
  if (!speech) throw new Error('invariant: LanguageProvider is missing')
  return speech
}
