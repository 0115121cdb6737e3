import { ConfigProvider } from 'antd'
import english from 'antd/es/locale/en_US.js'
import chinese from 'antd/es/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { useSpeech } from '../language/language.tsx'
import { useAppearance } from './appearance.ts'
import { themes } from './theme.ts'

const locales = { zh: chinese, en: english }

/** Ant Design in our paper and ink, and in the language of the reader. */
export function AntDesign({ children }: { children: ReactNode }) {
  const { language } = useSpeech()
  const { surface } = useAppearance()
  return (
    <ConfigProvider
      locale={locales[language]}
      theme={themes[surface]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}
