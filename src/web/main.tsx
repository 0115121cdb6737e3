import './tokens/tokens.css'
import './tokens/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import english from 'antd/es/locale/en_US.js'
import chinese from 'antd/es/locale/zh_CN.js'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './client/queries.ts'
import { LanguageProvider, useSpeech } from './language/language.tsx'
import { router } from './router.tsx'
import { theme } from './tokens/theme.ts'

const locales = { zh: chinese, en: english }

function Workbench() {
  const { language } = useSpeech()
  return (
    <ConfigProvider
      locale={locales[language]}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <RouterProvider router={router} />
    </ConfigProvider>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <Workbench />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
