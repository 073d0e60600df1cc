import type { App } from '#ui/state/app.ts'

/**
 * What is taken while nobody is in lies closed at once, also for this screen: it is shown from memory for as long as the screen is
 * there, and nothing else is.
 */
export function justTaken(app: App): Pick<App, 'takePhoto' | 'keepSound' | 'photo'> {
  const here = new Map<string, Blob>()
  const kept = async <T extends Awaited<ReturnType<App['takePhoto']>>>(bytes: Blob, keeping: Promise<T>) => {
    const done = await keeping
    if (done.ok) here.set(done.value.hash, bytes)
    return done
  }
  return {
    takePhoto: (picture) => kept(picture, app.takePhoto(picture)),
    keepSound: (sound) => kept(sound, app.keepSound(sound)),
    async photo(hash) {
      const bytes = here.get(hash)
      return bytes ? { is: 'here', bytes } : { is: 'closed' }
    },
  }
}
