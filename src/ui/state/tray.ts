import { createStore } from 'zustand/vanilla'
import { useStore } from './view.ts'

/** Whether the tray of what is not sent yet lies over the screen. */
const tray = createStore(() => ({ open: false }))

export function useTrayOpen(): boolean {
  return useStore(tray).open
}

export function openTray(open: boolean): void {
  tray.setState({ open })
}
