import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The workbench is the only part that is built. No inline script leaves the build, so the server may send
 * `script-src 'self'`. In development `/api` goes to the server on its usual port.
 */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The first that know light-dark(): written out for older ones, it would be decided once for the whole page.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': process.env['ZHIREN_SERVER'] ?? 'http://127.0.0.1:8080' } },
})
