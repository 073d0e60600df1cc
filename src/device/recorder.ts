import { ok, type Result, refused } from '#domain/result.ts'
import { soundType } from '#domain/sound.ts'

export type RecorderRefusal =
  | 'notAllowed' // the person or the browser's settings said no to the microphone
  | 'noMicrophone'
  | 'cannotRecord' // this browser does not record, or made something that nobody plays

/** What one says to a card takes a breath or two. */
export const RECORDING_SECONDS = 20
/** As many as the server takes: a minute of speech, and room for a browser that counts its bits generously. */
const SOUND_BYTES = 300 * 1024
/** Speech; twenty seconds of it are some eighty kilobytes. */
const BITS = 32_000
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

export interface Spoken {
  readonly sound: Blob
  /** Whole seconds, at least one. */
  readonly seconds: number
}

export interface Running {
  stop(): void
  /** Throws away what was said; the microphone goes off. */
  cancel(): void
  readonly done: Promise<Result<Spoken, RecorderRefusal | 'cancelled'>>
}

/** Asks for the microphone and records until `stop`, at most so many seconds. */
export async function startRecording(most = RECORDING_SECONDS): Promise<Result<Running, RecorderRefusal>> {
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
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS })
    return ok(running(recorder, stream, most))
  } catch {
    off(stream)
    return refused('cannotRecord')
  }
}

function running(recorder: MediaRecorder, stream: MediaStream, most: number): Running {
  const parts: Blob[] = []
  let cancelled = false
  const begun = performance.now()
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const done = new Promise<Result<Spoken, RecorderRefusal | 'cancelled'>>((resolve) => {
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data))
    recorder.addEventListener('stop', () => {
      clearTimeout(timer)
      off(stream)
      const seconds = Math.min(most, Math.max(1, Math.round((performance.now() - begun) / 1000)))
      void (cancelled ? Promise.resolve(refused('cancelled' as const)) : judged(parts, seconds)).then(resolve)
    })
    recorder.addEventListener('error', stop)
  })
  const timer = setTimeout(stop, most * 1000)
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
async function judged(parts: readonly Blob[], seconds: number): Promise<Result<Spoken, RecorderRefusal>> {
  const bytes = new Uint8Array(await new Blob([...parts]).arrayBuffer())
  const type = soundType(bytes)
  return type && bytes.length <= SOUND_BYTES
    ? ok({ sound: new Blob([bytes], { type }), seconds })
    : refused('cannotRecord')
}

function off(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
