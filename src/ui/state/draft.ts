import { useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from './app.ts'

/**
 * What stands in a form. It is kept at every change, also while an input method is composing, and comes back when the
 * form is opened again. What was typed before the kept draft arrived wins over it.
 */
export function useDraft<T>(form: string, about: string, empty: T) {
  const { drafts } = useApp()
  const [value, setValue] = useState(empty)
  const typed = useRef(false)
  useEffect(() => {
    let here = true
    typed.current = false
    void drafts.open<T>(form, about).then((kept) => {
      if (here && kept !== undefined && !typed.current) setValue(kept)
    })
    return () => {
      here = false
    }
  }, [drafts, form, about])
  return {
    value,
    set(next: T) {
      typed.current = true
      setValue(next)
      void drafts.keep(form, about, next)
    },
    /** After saving, or when it is thrown away. */
    async drop() {
      await drafts.drop(form, about)
    },
  }
}
