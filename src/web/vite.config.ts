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
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Ant Design's table and ECharts are one chunk each; both come after the frame.
    chunkSizeWarningLimit: 560,
  },
  server: { proxy: { '/api': process.env['ZHIREN_SERVER'] ?? 'http://127.0.0.1:8080' } },
})
