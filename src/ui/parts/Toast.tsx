import './toast.css'
import CheckMark from '~icons/lucide/check'
import Undo from '~icons/lucide/undo-2'
import { createContext } from 'preact'
import type { ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Icon } from './icon.ts'

export interface ToastWords {
  text: string
  icon?: Icon | undefined
  /** The word on the key (撤回) and what it does. */
  undo?: { readonly label: string; readonly onPress: () => void }
  /** What it says is large, and done with one press: there is more time to take it back. */
  long?: boolean
}

const Toasts = createContext<(toast: ToastWords) => void>(() => undefined)

/** Says what was done; one at a time, six seconds, a long one ten. */
export function useToast(): (toast: ToastWords) => void {
  return useContext(Toasts)
}

const SHOWN_MS = 6000
const LONG_MS = 10_000

export function ToastHost({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<ToastWords>()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const show = useCallback((next: ToastWords) => {
    clearTimeout(timer.current)
    setToast(next)
    timer.current = setTimeout(() => setToast(undefined), next.long ? LONG_MS : SHOWN_MS)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <Toasts.Provider value={show}>
      {children}
      <div class="toast-place" role="status">
        {toast && <Toast {...toast} onDone={() => setToast(undefined)} />}
      </div>
    </Toasts.Provider>
  )
}

export function Toast({
  text,
  icon: Drawing = CheckMark,
  undo,
  onDone,
}: ToastWords & { onDone?: () => void }) {
  return (
    <div class="toast">
      <Drawing class="icon" aria-hidden="true" />
      <span class="toast-text">{text}</span>
      {undo && (
        <button
          type="button"
          class="toast-key"
          onClick={() => {
            onDone?.()
            undo.onPress()
          }}
        >
          <Undo class="icon" aria-hidden="true" />
          {undo.label}
        </button>
      )}
    </div>
  )
}
