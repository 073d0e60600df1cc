import { defineConfig } from 'vite'

/** The server and the operator's three commands; packages from npm stay outside it, some hold native code. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        main: 'src/server/main.ts',
        backup: 'src/server/backUpMain.ts',
        restore: 'src/server/restoreMain.ts',
        roster: 'src/server/rosterMain.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
