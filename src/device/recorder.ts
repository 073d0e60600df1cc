import { ok, type Result, refused } from '#domain/result.ts'
import { soundType } from '#domain/sound.ts'

export type RecorderRefusal =
  | 'notAllowed' // the person or the browser's settings said no to the microphone
  | 'noMicrophone'
  | 'cannotRecord' // this browser does not record, or made something that nobody plays

/** What one says to a card takes a breath or two. */
export const RECORDING_SECONDS = 20
const SOUND_BYTES = 300 * 1024
/** Speech; twenty seconds of it are some eighty kilobytes. */
const BITS = 32_000
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

export interface Running {
  stop(): void
  /** Throws away what was said; the microphone goes off. */
  cancel(): void
  readonly done: Promise<Result<Blob, RecorderRefusal | 'cancelled'>>
}

/** Asks for the microphone and records until `stop`, at most twenty seconds. */
export async function startRecording(): Promise<Result<Running, RecorderRefusal>> {
  if (typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator)) return refused('cannotRecord')
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one))
  if (type === undefined) return refused('cannotRecord')
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (trouble) {
    const name = trouble instanceof DOMException ? trouble.name : ''
    return refused(name === 'NotAllowedError' || name === 'SecurityError' ? 'notAllowed' : 'noMicrophone')
  }
  try {
    return ok(running(new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS }), stream))
  } catch {
    off(stream)
    return refused('cannotRecord')
  }
}

function running(recorder: MediaRecorder, stream: MediaStream): Running {
  const parts: Blob[] = []
  let cancelled = false
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const done = new Promise<Result<Blob, RecorderRefusal | 'cancelled'>>((resolve) => {
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data))
    recorder.addEventListener('stop', () => {
      clearTimeout(timer)
      off(stream)
      void (cancelled ? Promise.resolve(refused('cancelled' as const)) : judged(parts)).then(resolve)
    })
    recorder.addEventListener('error', stop)
  })
  const timer = setTimeout(stop, RECORDING_SECONDS * 1000)
  recorder.start()
  return {
    stop,
    cancel() {
      cancelled = true
      stop()
    },
    done,
  }
}

/** What other devices and the server will take; better to hear it now than when it is to be played. */
async function judged(parts: readonly Blob[]): Promise<Result<Blob, RecorderRefusal>> {
  const bytes = new Uint8Array(await new Blob([...parts]).arrayBuffer())
  const type = soundType(bytes)
  return type && bytes.length <= SOUND_BYTES ? ok(new Blob([bytes], { type })) : refused('cannotRecord')
}

function off(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
