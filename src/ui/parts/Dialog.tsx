import './dialog.css'
import Close from '~icons/lucide/x'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useBackCloses } from './backCloses.ts'

interface ModalProps {
  open: boolean
  onClose: () => void
  /** The consequence, not the question (交班以后，今天还能改). */
  title: string
  text?: string | undefined
  children?: ComponentChildren | undefined
}

/** In the middle of the screen; at most two keys, the safe one last and full width. Give the safe key `focusFirst` where the other one cannot be taken back. */
export function Dialog({ open, onClose, title, text, children }: ModalProps) {
  return (
    <Modal open={open} onClose={onClose} title={title} looks="dialog">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      <div class="stack">{children}</div>
    </Modal>
  )
}

export interface SheetProps extends ModalProps {
  /** What × is called. */
  close: string
  /** Stays at the bottom while the middle scrolls. */
  bar?: ComponentChildren | undefined
}

/** Comes from below; × top right; closes with Back too. */
export function Sheet({ open, onClose, title, text, close, bar, children }: SheetProps) {
  useBackCloses(open, onClose)
  return (
    <Modal open={open} onClose={onClose} title={title} looks="sheet">
      <div class="sheet-head">
        <div>
          <h2 class="sheet-title">{title}</h2>
          {text && <p class="caption">{text}</p>}
        </div>
        <button type="button" class="header-leave" aria-label={close} onClick={onClose}>
          <Close class="icon" aria-hidden="true" />
        </button>
      </div>
      <div class="sheet-body">{children}</div>
      {bar && <div class="sheet-bar">{bar}</div>}
    </Modal>
  )
}

/** Covers all of the screen, to be shown to somebody else; closes with Back too. Its keys stay at the bottom. */
export function Cover({
  open,
  onClose,
  title,
  bar,
  children,
}: Omit<ModalProps, 'text'> & { bar: ComponentChildren }) {
  useBackCloses(open, onClose)
  return (
    <Modal open={open} onClose={onClose} title={title} looks="cover">
      <div class="cover-body">{children}</div>
      <div class="cover-bar">{bar}</div>
    </Modal>
  )
}

/** The browser's own dialog: it keeps the focus inside and gives it back to the opener. */
function Modal(props: ModalProps & { looks: string }) {
  const { open, onClose, title, looks, children } = props
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = box.current
    if (!dialog || !open) return
    dialog.showModal()
    return () => dialog.close()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={box}
      class={looks}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === box.current && onClose()}
    >
      <div class={`${looks}-inside`}>{children}</div>
    </dialog>
  )
}
