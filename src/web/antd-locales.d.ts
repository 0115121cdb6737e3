/** Ant Design ships its locales as ES modules without saying so; the bundler reads them so, and the types must agree. */
declare module 'antd/es/locale/zh_CN.js' {
  import type { Locale } from 'antd/es/locale'

  const locale: Locale
  export default locale
}

declare module 'antd/es/locale/en_US.js' {
  import type { Locale } from 'antd/es/locale'

  const locale: Locale
  export default locale
}
