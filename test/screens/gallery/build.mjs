import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, loadConfigFromFile } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('../../..', import.meta.url))

/** Builds the gallery as the product is built, but for the service worker: nothing may be kept from one look to the next. */
export async function buildGallery(folder) {
  const product = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(project, 'vite.config.ts'),
  )
  if (!product) throw new Error('no vite.config.ts')
  const { define, plugins, build: how } = product.config
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    define,
    plugins: plugins.flat().filter(({ name }) => !name.startsWith('vite-plugin-pwa')),
    build: {
      ...how,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        ...how.rolldownOptions,
        input: [join(here, 'index.html'), join(here, 'parts.html')],
      },
    },
  })
}
