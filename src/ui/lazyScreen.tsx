import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ErrorPanel, Skeleton } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords, wholeLanguage } from './words.ts'

export interface LazyScreen {
  readonly Screen: ComponentType
  /** Fetches it before it is asked for. */
  preload(): Promise<void>
}

/**
 * A screen in a file of its own, and with it the words of all features; `first`: it says nothing but the first words.
 * Once it is here it is drawn at once; where it cannot be had, the page says what is safe.
 */
export function lazyScreen(load: () => Promise<ComponentType>, says: 'all' | 'first' = 'all'): LazyScreen {
  let loaded: ComponentType | undefined
  const preload = async () => {
    const [screen] = await Promise.all([load(), says === 'all' && wholeLanguage()])
    loaded ??= screen
  }
  function Screen() {
    const words = useWords()
    const [state, setState] = useState<'here' | 'coming' | 'failed'>(loaded ? 'here' : 'coming')
    useEffect(() => {
      if (state !== 'coming') return
      preload().then(
        () => setState('here'),
        () => setState('failed'),
      )
    }, [state])
    if (state === 'here' && loaded) {
      const Loaded = loaded
      return <Loaded />
    }
    return (
      <main class="frame-pad">
        {state === 'coming' ? (
          <Skeleton why={words.common.opening} />
        ) : (
          <ErrorPanel title={words.common.notOpened.title} text={words.common.notOpened.text}>
            <Key look="primary" label={words.common.retry} onPress={() => setState('coming')} />
            <Key look="quiet" label={words.common.toToday} href="/" />
          </ErrorPanel>
        )}
      </main>
    )
  }
  return { Screen, preload }
}
