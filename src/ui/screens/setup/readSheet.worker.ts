import { readSheet } from './readSheet.ts'

// A worker of its own, so that a hostile or huge file can be given up on without holding the screen.
addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  void readSheet(data).then((result) => postMessage(result))
})
