import preact from '@preact/preset-vite'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [preact(), icons({ compiler: 'jsx', jsx: 'preact' })],
  build: { target: ['chrome99', 'safari16'], cssMinify: 'lightningcss' },
  test: { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/browser/**'] },
})
