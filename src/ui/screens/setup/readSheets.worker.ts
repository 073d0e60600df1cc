import { readSheets } from '#sheets/readSheets.ts'

// A worker of its own, so that a hostile or huge file can be given up on without holding the screen.
addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  void readSheets(data).then((result) => postMessage(result))
})
