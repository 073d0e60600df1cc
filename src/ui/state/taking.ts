import { createStore } from 'zustand/vanilla'
import { useStore } from './view.ts'

/** How many pictures are being made small enough to keep just now. */
const taking = createStore(() => ({ pictures: 0 }))

/** Whoever saves right after the shutter means the picture too: what keeps something waits for it. */
export function useTaking(): boolean {
  return useStore(taking).pictures > 0
}

export async function whileTaking<T>(kept: Promise<T>): Promise<T> {
  taking.setState(({ pictures }) => ({ pictures: pictures + 1 }))
  try {
    return await kept
  } finally {
    taking.setState(({ pictures }) => ({ pictures: pictures - 1 }))
  }
}
